import type { OutputOf } from '../../../src/contract/endpoints';
import { scopeFigures, type ScopeTotals } from '../../../src/domain/sales/scope';
import type { SalesEntryDoc } from '../../database/documents';
import { presentRevision, presentWarnings } from '../../presenters/sales';
import type { Answer } from '../../repositories/changes';

/** The answer of a write of money: the revision it is about, and the sums after it. */
export function answerOf(
  entry: SalesEntryDoc,
  revisionId: string,
  totals: ScopeTotals,
  person: string,
): Answer<OutputOf<'sales.record'>> {
  return {
    data: {
      entry: presentRevision(entry, revisionId, person),
      figures: scopeFigures([totals]),
    },
    warnings: presentWarnings(totals, entry.sessionId !== null),
  };
}
