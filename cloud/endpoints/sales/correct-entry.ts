import type { OutputOf } from '../../../src/contract/endpoints';
import { Failure, limitReached } from '../../../src/contract/failure';
import {
  currentRevision,
  MAX_REVISIONS,
  type Place,
  type Revision,
  standingOf,
} from '../../../src/domain/sales/revisions';
import type { Transaction } from '../../database/database';
import type { SalesEntryDoc } from '../../database/documents';
import { book, momentAt, type Posting, type Scope, scopeAt } from '../../repositories/books';
import type { Answer } from '../../repositories/changes';
import { entryToCorrect, keepEntry, withRevisions } from '../../repositories/entries';
import { NO_BOUNDS, type YearBounds } from '../../repositories/year-books';
import { answerOf } from './answer';

/** A call that corrects an entry, inside its transaction. */
interface CorrectionCall {
  /** The store, and the revision that must still be the current one. */
  input: { shopId: string; entryId: string };
  caller: { person: string; now: string };
  t: Transaction;
}

/** A change of what an entry states. */
interface Correction {
  /** The revision that the answer is about. */
  answerId: string;
  /** The revisions after the change at a moment. @throws Failure when it does not fit the place. */
  change: (revisions: readonly Revision[], place: Place, now: string) => Revision[];
  /** What was read of the store's years; absent: nothing. */
  bounds?: YearBounds;
  /** Refuses what looks like a slip beside what the scope holds. */
  check?: (entry: SalesEntryDoc, scope: Scope, counted: Revision) => void;
}

/** @throws Failure `entry_not_current`, with the one that stands for it now if it was replaced. */
export function requireCurrent(entry: SalesEntryDoc, entryId: string): Revision {
  const standing = standingOf(entry, entryId);
  if (standing === null) throw new Failure('not_found');
  if (standing.counts) return standing.revision;
  throw new Failure('entry_not_current', { info: { currentId: standing.currentId } });
}

/**
 * Changes what an entry states: what counted before stops counting and what counts after starts, in
 * the transaction that writes it.
 * @throws Failure `not_found`, `entry_not_current`, `limit_reached`, `sum_too_large`, or what `check` throws.
 */
export async function correctEntry(
  { input: { shopId, entryId }, caller, t }: CorrectionCall,
  { answerId, change, check, bounds = NO_BOUNDS }: Correction,
): Promise<Answer<OutputOf<'sales.replace'>>> {
  const entry = await entryToCorrect(t, shopId, entryId);
  const counted = requireCurrent(entry, entryId);
  const scope = await scopeAt(t, entry);
  const now = momentAt(scope, entry.revisions, caller.now);
  const revisions = change(entry.revisions, entry, now);
  if (revisions.length > MAX_REVISIONS) throw limitReached(MAX_REVISIONS);
  const counting = currentRevision({ revisions });
  const postings: Posting[] = [{ amount: counted, sign: -1 }];
  if (counting !== null) postings.push({ amount: counting, sign: 1 });
  check?.(entry, scope, counted);
  const scopes = await book(t, entry, scope, postings, { now, bounds });
  const corrected = withRevisions(entry, revisions);
  await keepEntry(t, corrected);
  return answerOf(corrected, answerId, scopes, caller.person);
}
