import type { OutputOf } from '../../src/contract/endpoints';
import { Failure } from '../../src/contract/failure';
import { currentRevision, type Revision } from '../../src/domain/sales/revisions';
import type { SalesEntryDoc } from '../database/documents';
import { type Answer, correctOnce, type IntendedWrite } from '../repositories/changes';
import { keepScope, post, type Posting, scopeAt } from './books';
import { answerOf } from './new-entry';

/** Corrections kept of one entry, undone ones included. */
const MAX_REVISIONS = 50;

/** A change of what an entry says. */
export interface Correction {
  shopId: string;
  /** The revision that must still be the current one. */
  entryId: string;
  /** The revisions after the change, and which of them the answer is about. */
  change: (revisions: readonly Revision[]) => { revisions: Revision[]; aboutId: string };
}

/** @throws Failure `entry_not_current`, with the one that stands for it now if it was replaced. */
function requireCurrent(entry: SalesEntryDoc, entryId: string): Revision {
  const current = currentRevision(entry);
  if (current?.id === entryId) return current;
  const asked = entry.revisions.find(({ id }) => id === entryId);
  if (asked === undefined) throw new Failure('not_found');
  const currentId = asked.undoneAt === null ? (current?.id ?? null) : null;
  throw new Failure('entry_not_current', { info: { currentId } });
}

/**
 * Changes what an entry says: what counted before stops counting, what counts after starts, in the
 * transaction that writes it.
 * @throws Failure `not_found`, `entry_not_current`, `limit_reached`, `sum_too_large`.
 */
export function correctEntry(
  write: IntendedWrite,
  { shopId, entryId, change }: Correction,
): Promise<Answer<OutputOf<'sales.replace'>>> {
  return correctOnce(write, { shopId, entryId }, async (t, before) => {
    const was = requireCurrent(before, entryId);
    const { revisions, aboutId } = change(before.revisions);
    if (revisions.length > MAX_REVISIONS) {
      throw new Failure('limit_reached', { info: { limit: MAX_REVISIONS } });
    }
    const is = currentRevision({ revisions });
    const postings: Posting[] = [{ amount: was, sign: -1 }];
    if (is !== null) postings.push({ amount: is, sign: 1 });
    const scope = await scopeAt(t, before);
    const totals = await post(t, before, scope.totals, postings, write.now);
    await keepScope(t, before, scope, totals);
    const after = { ...before, revisions, isCounted: is !== null };
    return { entry: after, answer: answerOf(after, aboutId, totals, write.person) };
  });
}
