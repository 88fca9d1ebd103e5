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

/** The lower and upper bound of sums: what is exactly known, plus the range of the rest. */
export function boundsOfSums({
  exactNetFen,
  range,
}: {
  readonly exactNetFen: number;
  readonly range: NetBounds;
}): NetBounds {
  return { low: exactNetFen + range.low, high: exactNetFen + range.high };
}
