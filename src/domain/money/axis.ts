/** The printed axis of a picture of amounts, all in the unit of the amounts. */
export interface Axis {
  readonly low: number;
  readonly high: number;
  /** Amounts with a printed line, ascending; 0 is always drawn and is not among them. */
  readonly lines: readonly number[];
}

/** Printed lines at most above 0, and below it. */
const PRINTED_LINES = 3;
/** Space above the highest bar, as a part of it: a bar never touches the upper edge. */
const ROOM = 20;

/**
 * An axis that begins at 0 and holds all amounts, with lines at round ones: 1, 2 or 5 with zeros.
 * @param amounts whole; unknown ones are left out by the caller.
 */
export function axisOf(amounts: readonly number[]): Axis {
  const low = Math.min(0, ...amounts);
  const high = Math.max(0, ...amounts);
  const step = roundStep(Math.max(high, -low));
  const lines = [];
  for (let at = -step * PRINTED_LINES; at <= step * PRINTED_LINES; at += step) {
    if (at !== 0 && at >= low && at <= high) lines.push(at);
  }
  return { low: low + low / ROOM, high: high === 0 && low === 0 ? 1 : high + high / ROOM, lines };
}

/** The smallest round step of which fewer than four fit in `size`. */
function roundStep(size: number): number {
  for (let zeros = 1; ; zeros *= 10) {
    const step = [zeros, 2 * zeros, 5 * zeros].find((each) => each * (PRINTED_LINES + 1) > size);
    if (step !== undefined) return step;
  }
}

/** The place of an amount on an axis, from 0 at its foot to 1. */
export function placeOnAxis({ low, high }: Axis, amount: number): number {
  return (amount - low) / (high - low);
}
