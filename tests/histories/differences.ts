/** A value of an answer that is not the recounted one. */
export interface Difference {
  readonly path: string;
  readonly expected: unknown;
  readonly got: unknown;
}

/** A value as the wire carries it: numbers in place of exact integers, null in place of nothing. */
function plain(value: unknown): unknown {
  if (typeof value !== 'bigint') return value === undefined ? null : value;
  return Number(value);
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The values that differ, at their paths; a missing value is null. */
export function differences(expected: unknown, got: unknown, path = ''): Difference[] {
  if (isTree(expected) && isTree(got) && Array.isArray(expected) === Array.isArray(got)) {
    const keys = new Set([...Object.keys(expected), ...Object.keys(got)]);
    return [...keys].flatMap((key) =>
      differences(expected[key], got[key], path === '' ? key : `${path}.${key}`),
    );
  }
  const [left, right] = [plain(expected), plain(got)];
  return Object.is(left, right) ? [] : [{ path, expected: left, got: right }];
}

/** Whether an exact integer of the recount is beyond 2^53−1, so that no answer can state it. */
export function isBeyondExact(expected: unknown): boolean {
  if (typeof expected === 'bigint') return !Number.isSafeInteger(Number(expected));
  return isTree(expected) && Object.values(expected).some(isBeyondExact);
}
