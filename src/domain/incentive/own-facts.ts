import type { DeclaredFact } from './facts';

/**
 * What several stores have on record of one person, as one: a fact that holds differently in two of
 * them is left out, for nobody can tell which is right.
 * @param records the statements of each store.
 */
export function agreedFacts(records: readonly (readonly DeclaredFact[])[]): DeclaredFact[] {
  const all = records.flat();
  const standing = all.filter(({ withdrawnAt }) => withdrawnAt === null);
  return all.filter(({ fact, year, value }) =>
    standing.every((other) => other.fact !== fact || other.year !== year || other.value === value),
  );
}
