import type { OutputOf } from '../../../src/contract/endpoints';
import { type HostScope, scopeOfPart, totalsOf } from '../../../src/domain/sales/host-scopes';
import { scopeFigures } from '../../../src/domain/sales/scope';
import type { SalesEntryDoc } from '../../database/documents';
import { presentHostFigures, presentRevision, presentWarnings } from '../../presenters/sales';
import type { KeptScopes } from '../../repositories/books';
import type { Answer } from '../../repositories/changes';

function figuresOf(scopes: readonly HostScope[]) {
  return { figures: scopeFigures(totalsOf(scopes)), hostFigures: presentHostFigures(scopes) };
}

/** The sums of a session or day after a write, as its page shows them, and those of its evening. */
export function sumsOf({ shown, evening }: KeptScopes) {
  const sums = figuresOf(shown);
  if (evening === null) return sums;
  const { sessionId, scopes } = evening;
  return { ...sums, evening: { sessionId, ...figuresOf(scopes) } };
}

/**
 * The answer of a write of money: the revision it is about, and the sums after it.
 * @param kept the sums after the write.
 */
export function answerOf(
  entry: SalesEntryDoc,
  revisionId: string,
  kept: KeptScopes,
  person: string,
): Answer<OutputOf<'sales.record'>> {
  return {
    data: {
      entry: presentRevision(entry, revisionId, person),
      ...sumsOf(kept),
    },
    warnings: presentWarnings(scopeOfPart(kept.own, entry), entry.sessionId !== null),
  };
}
