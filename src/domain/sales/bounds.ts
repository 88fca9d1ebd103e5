/** Between which amounts a net lies, in fen. `low === high` when it is known exactly. */
export interface NetBounds {
  readonly low: number;
  readonly high: number;
}

/** The bounds of a sum: low with low and high with high. */
export function addBounds(...parts: readonly NetBounds[]): NetBounds {
  return {
    low: parts.reduce((sum, { low }) => sum + low, 0),
    high: parts.reduce((sum, { high }) => sum + high, 0),
  };
}
