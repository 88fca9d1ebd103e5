/**
 * The median of amounts, rounded down; no sum on the way passes 2^53.
 * @returns 0 for no amounts.
 */
export function medianOf(amounts: readonly number[]): number {
  const sorted = [...amounts].sort((a, b) => a - b);
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return lower + Math.floor((upper - lower) / 2);
}
