declare const NAMED: unique symbol;

/** How many documents one read returns at most: a limit with a name, or one document for each id. */
export type ReadLimit = number & { readonly [NAMED]: true };

/**
 * Limits by name. A test passes each of them: see `tests/limits`. Only `repositories/read-limits.ts`
 * calls this.
 */
export function nameLimits<const Limits extends Record<string, number>>(
  limits: Limits,
): { readonly [Name in keyof Limits]: ReadLimit } {
  return limits as unknown as { readonly [Name in keyof Limits]: ReadLimit };
}

/** One document for each id: there cannot be more. A read of none is still a read. */
export function oneForEach(ids: readonly (string | number)[]): ReadLimit {
  return Math.max(1, ids.length) as ReadLimit;
}

/** The rest of a limit after some documents were read; null when there is none. */
export function restOf(limit: ReadLimit, read: number): ReadLimit | null {
  return read < limit ? ((limit - read) as ReadLimit) : null;
}

/** The document with an id, or with another key that is unique. */
export const ONE = 1 as ReadLimit;
