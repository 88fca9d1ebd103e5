import type { DeclaredFact } from './facts';

/**
 * Joins the declarations of several stores about one person. A fact on which two stores differ is
 * left out, because it is unknown which one is right.
 * @param records the declarations of each store.
 */
export function agreedFacts(records: readonly (readonly DeclaredFact[])[]): DeclaredFact[] {
  const all = records.flat();
  const standing = all.filter(({ withdrawnAt }) => withdrawnAt === null);
  return all.filter(({ fact, year, value }) =>
    standing.every((other) => other.fact !== fact || other.year !== year || other.value === value),
  );
}
