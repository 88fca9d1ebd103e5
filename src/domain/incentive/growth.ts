import type { Comparator } from './rule-set';

const WHOLE = 10_000;

/**
 * The figure from which growth of this many basis points over `last` is "more than" or "at least"
 * that: `last × (10,000 + basisPoints) / 10,000`, exact for every whole number. "More than" is
 * compared with the whole part, because the next whole number is above the product; "at least" with
 * the next whole number that is not below it. A result beyond 2^53 is more than any sum.
 */
export function grownBy(last: number, basisPoints: number, comparator: Comparator): number {
  const rest = last % WHOLE;
  const factor = WHOLE + basisPoints;
  const whole = ((last - rest) / WHOLE) * factor;
  const part = (rest * factor) / WHOLE;
  return whole + (comparator === 'at_least' ? Math.ceil(part) : Math.floor(part));
}
