import type { Instant } from '../time';
import type { DeclaredFact } from './facts';

/** Declared facts that are kept of one applicant, withdrawn ones included. */
export const MAX_FACTS = 200;

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
