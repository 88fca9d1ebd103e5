import { addDays, daysBetween } from '../src/domain/time';

/** A small seeded generator (mulberry32): the demo varies and is the same every time. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** `count` China days spread evenly from `first` to `last`; fewer when there are not as many. */
export function spreadDays(first: string, last: string, count: number): string[] {
  const length = daysBetween(first, last) + 1;
  if (length <= 0) return [];
  const days = Math.min(count, length);
  return Array.from({ length: days }, (_, i) => addDays(first, Math.floor((i * length) / days)));
}

/** Splits `totalFen` by weights into parts of whole yuan (the last gets the remainder). */
export function splitFen(totalFen: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const parts = weights.map((weight) => Math.floor((totalFen * weight) / sum / 100) * 100);
  const rest = totalFen - parts.reduce((a, b) => a + b, 0);
  return parts.map((part, i) => (i === parts.length - 1 ? part + rest : part));
}
