import { Failure } from '../../../src/contract/failure';
import { liveSessionMoveSales } from '../../../src/contract/live-session';
import { startOf } from '../../../src/domain/live-session/times';
import { entriesOffDay } from '../../../src/domain/sales/host-scopes';
import { currentRevision, type Revision, withUndone } from '../../../src/domain/sales/revisions';
import { chinaDayOf } from '../../../src/domain/time';
import type { Writer } from '../../access/caller';
import type { Transaction } from '../../database/database';
import type { LiveSessionDoc, SalesEntryDoc } from '../../database/documents';
import { write } from '../../endpoint/write';
import { momentAt, moveWithin, type MovedAmount } from '../../repositories/books';
import { movedEntry, withRevisions } from '../../repositories/entries';
import { liveSessionById } from '../../repositories/live-sessions';
import { entriesOfOtherDays, refuseRefundsBefore } from '../../repositories/sales';

/** An entry that is to move, with what of it counts. */
interface Movable {
  entry: SalesEntryDoc;
  counted: Revision;
}

/**
 * An entry as read in the transaction, where it is still to be moved: another phone may have undone
 * or moved it since it was found. One call.
 */
async function movable(
  t: Transaction,
  entryId: string,
  { _id: sessionId }: LiveSessionDoc,
  day: string,
): Promise<Movable | null> {
  const entry = await t.get('sales_entries', entryId);
  const counted = entry === null ? null : currentRevision(entry);
  if (entry === null || counted === null) return null;
  if (entry.sessionId !== sessionId || entry.bookedOn === day) return null;
  const { returnedOn } = counted;
  if (returnedOn !== null && returnedOn < day) {
    throw new Failure('refund_before_sale', { info: { returnedOn } });
  }
  return { entry, counted };
}

/** Moves an entry to another day: it stays on record and stops counting, a new one counts. Two calls. */
async function moveEntry(
  t: Transaction,
  { entry, counted }: Movable,
  day: string,
  caller: Writer,
): Promise<MovedAmount> {
  const { now } = caller;
  const { shopId, sessionId, sessionTitle, hostId, accountId, platform } = entry;
  const place = { shopId, sessionId, sessionTitle, hostId, accountId, platform, bookedOn: day };
  const { _id, ...left } = withRevisions(
    entry,
    withUndone(entry.revisions, counted.id, { isWhole: true, now }),
  );
  await t.set('sales_entries', _id, left);
  await t.add('sales_entries', movedEntry(entry, counted, place, caller));
  return { from: entry, to: place, amount: counted };
}

/**
 * Moves entries of a session to the day of its start, at most fifty in one transaction. It can be
 * repeated by anyone who may record sales until nothing is left, also after it was interrupted.
 */
export const endpoint = write(
  liveSessionMoveSales,
  {
    needs: 'sales.write',
    before: async ({ input: { sessionId } }) => {
      const session = await liveSessionById(sessionId);
      if (session === null) throw new Failure('not_found');
      const day = chinaDayOf(startOf(session));
      await refuseRefundsBefore(sessionId, day);
      return entriesOfOtherDays(sessionId, day);
    },
  },
  async ({ input: { sessionId }, caller, t, prepared: entryIds }) => {
    const session = await t.get('live_sessions', sessionId);
    if (session === null) throw new Failure('not_found');
    const day = chinaDayOf(startOf(session));
    const found: Movable[] = [];
    for (const entryId of entryIds) {
      const entry = await movable(t, entryId, session, day);
      if (entry !== null) found.push(entry);
    }
    const revised = found.flatMap(({ entry }) => entry.revisions);
    const { recentAmounts: recent, entriesAt } = session;
    const lately = { session, recent, entriesAt };
    const now = momentAt(lately, revised, caller.now);
    const moved: MovedAmount[] = [];
    for (const each of found) moved.push(await moveEntry(t, each, day, { ...caller, now }));
    const scopes = await moveWithin(t, session, moved, { day, now });
    return { data: { moved: moved.length, left: entriesOffDay(scopes, day) } };
  },
);
