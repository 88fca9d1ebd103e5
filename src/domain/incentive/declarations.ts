import type { Instant } from '../time';
import type { DeclaredFact } from './facts';

/** Declared facts that stay with an applicant, withdrawn ones included. Older ones move to pages. */
export const MAX_FACTS = 200;

/** Withdrawn facts that move away at once. */
const FACTS_PER_PAGE = 100;

/** Facts that stay with an applicant of whom some have moved away, at least. */
export const MIN_FACTS_WITH_PAGES = MAX_FACTS - FACTS_PER_PAGE;

/**
 * The facts of an applicant, and those that move away when there are too many: the oldest ones that
 * were withdrawn. With too many that hold, none moves: one of these has to be withdrawn first.
 */
export function withoutOldest(facts: readonly DeclaredFact[]): {
  kept: DeclaredFact[];
  moved: DeclaredFact[];
} {
  const isFull = facts.length > MAX_FACTS;
  const withdrawn = facts.filter(({ withdrawnAt }) => withdrawnAt !== null);
  const moved = isFull ? withdrawn.slice(0, FACTS_PER_PAGE) : [];
  return { kept: facts.filter((fact) => !moved.includes(fact)), moved };
}

/** The facts after one is declared: an earlier one that it contradicts stays, withdrawn. */
export function withDeclared(
  facts: readonly DeclaredFact[],
  declared: Omit<DeclaredFact, 'declaredAt' | 'withdrawnAt'>,
  now: Instant,
): DeclaredFact[] {
  const isReplaced = ({ fact, year, withdrawnAt }: DeclaredFact): boolean =>
    fact === declared.fact && year === declared.year && withdrawnAt === null;
  return [
    ...facts.map((fact) => (isReplaced(fact) ? { ...fact, withdrawnAt: now } : fact)),
    { ...declared, declaredAt: now, withdrawnAt: null },
  ];
}

/** The facts after one is withdrawn; null when there is no such fact. */
export function withWithdrawn(
  facts: readonly DeclaredFact[],
  id: string,
  now: Instant,
): DeclaredFact[] | null {
  if (facts.every((fact) => fact.id !== id)) return null;
  return facts.map((fact) =>
    fact.id === id && fact.withdrawnAt === null ? { ...fact, withdrawnAt: now } : fact,
  );
}
