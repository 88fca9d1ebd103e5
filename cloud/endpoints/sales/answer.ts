import type { OutputOf } from '../../../src/contract/endpoints';
import { type HostScope, scopeOfPart, totalsOf } from '../../../src/domain/sales/host-scopes';
import { scopeFigures } from '../../../src/domain/sales/scope';
import type { SalesEntryDoc } from '../../database/documents';
import { presentHostFigures, presentRevision, presentWarnings } from '../../presenters/sales';
import type { Answer } from '../../repositories/changes';

/**
 * The answer of a write of money: the revision it is about, and the sums after it.
 * @param scopes of the whole session by host and day, or of the day.
 */
export function answerOf(
  entry: SalesEntryDoc,
  revisionId: string,
  scopes: readonly HostScope[],
  person: string,
): Answer<OutputOf<'sales.record'>> {
  return {
    data: {
      entry: presentRevision(entry, revisionId, person),
      figures: scopeFigures(totalsOf(scopes)),
      hostFigures: presentHostFigures(scopes),
    },
    warnings: presentWarnings(scopeOfPart(scopes, entry), entry.sessionId !== null),
  };
}
