import type { CheckedInputOf, OutputOf } from '../../../src/contract/endpoints';
import { refuseIfAny } from '../../../src/contract/failure';
import { salesMove } from '../../../src/contract/sales';
import { refundProblems } from '../../../src/domain/sales/problems';
import { type Revision, withUndone } from '../../../src/domain/sales/revisions';
import { scopeKeyOf } from '../../../src/domain/sales/scope';
import type { Admission } from '../../access/admission';
import type { Writer } from '../../access/caller';
import type { Transaction } from '../../database/database';
import type { SalesEntryDoc } from '../../database/documents';
import { write } from '../../endpoint/write';
import {
  type Booking,
  inMonths,
  isSameDocument,
  keepScope,
  type KeptScopes,
  momentAt,
  type Posting,
  postingsOf,
  type Scope,
  scopeAt,
  scopeBeside,
  withChangeBeside,
} from '../../repositories/books';
import type { Answer } from '../../repositories/changes';
import {
  entryToCorrect,
  type EntryPlace,
  keepEntry,
  movedEntry,
  withRevisions,
} from '../../repositories/entries';
import type { SalesSoFar } from '../../repositories/sales-so-far';
import { postYears } from '../../repositories/year-books';
import { answerOf, sumsOf } from './answer';
import { requireCurrent } from './correct-entry';
import { openPlace, placeOfDay } from './place';
import { refuseSlip } from './slip';

/** A move with what is known before its transaction. */
interface Move {
  input: CheckedInputOf<'sales.move'>;
  caller: Writer;
  admission: Pick<Admission, 'shop' | 'host'>;
  soFar: SalesSoFar;
}

/** A place with its sums so far. */
interface Open {
  place: EntryPlace;
  scope: Scope;
}

/** Where an entry is and where it goes, as read in the transaction. */
interface Places {
  from: Open;
  to: Open;
  /** Whether both have the same sums. */
  isSame: boolean;
}

/**
 * Reads both places; a document that they share is read once. At most two calls.
 * @throws Failure when the new one refuses the amount.
 */
async function openBoth(
  t: Transaction,
  moved: SalesEntryDoc,
  { input, caller: { now }, admission }: Move,
): Promise<Places> {
  const day = placeOfDay(admission, input, now);
  const to = await openPlace(t, admission, input.target, day, now);
  refuseIfAny(refundProblems(input, to.place.bookedOn, now));
  const isShared = isSameDocument(moved, to.place);
  const scope = isShared ? scopeBeside(to.scope, moved) : await scopeAt(t, moved);
  const isSame = scopeKeyOf(moved) === scopeKeyOf(to.place);
  return { from: { place: moved, scope }, to, isSame };
}

/**
 * Changes the sums of both places and their years; a document that they share is written once. At
 * most six calls.
 * @returns the scopes of both places afterwards.
 */
async function bookBoth(
  t: Transaction,
  { from, to, isSame }: Places,
  { leaves, enters, now, bounds }: { leaves: Posting; enters: Posting } & Booking,
): Promise<{ left: KeptScopes; entered: KeptScopes }> {
  const isShared = isSameDocument(from.place, to.place);
  const left = postingsOf(from.place, from.scope, [leaves], now);
  const leftBehind = { totals: left.totals, postings: [leaves], now };
  const scope = isShared ? withChangeBeside(to.scope, from.place, leftBehind) : to.scope;
  const totals = isSame ? left.totals : scope.totals;
  const entered = postingsOf(to.place, { ...scope, totals }, [enters], now);
  const goneTo = { totals: entered.totals, postings: [enters], now };
  // One after the other: both may be pieces of one evening.
  const keptBefore = isShared ? null : await keepScope(t, from.place, from.scope, leftBehind);
  const kept = await keepScope(t, to.place, scope, goneTo);
  const keptLeft = keptBefore ?? kept;
  await postYears(
    t,
    [
      inMonths(left, from.scope, keptLeft.beside),
      inMonths(entered, { ...scope, totals }, kept.beside),
    ],
    bounds,
  );
  return { left: keptLeft, entered: kept };
}

/** Moves an entry, in one transaction. */
async function move(t: Transaction, call: Move): Promise<Answer<OutputOf<'sales.move'>>> {
  const { input, caller, soFar } = call;
  const { person } = caller;
  const moved = await entryToCorrect(t, input.shopId, input.entryId);
  const stated: Revision = requireCurrent(moved, input.entryId);
  const places = await openBoth(t, moved, call);
  const { from, to } = places;
  const now = momentAt(to.scope, [], momentAt(from.scope, moved.revisions, caller.now));
  const instead = { stated, from: from.place };
  refuseSlip({ input, ...to, instead, latest: soFar.latest, now });
  const { left, entered } = await bookBoth(t, places, {
    leaves: { amount: stated, sign: -1 },
    enters: { amount: { ...input, recordedAt: now }, sign: 1 },
    now,
    bounds: soFar.bounds,
  });
  const entry = movedEntry(moved, input, to.place, { ...caller, now });
  await t.add('sales_entries', entry);
  const revisions = withUndone(moved.revisions, input.entryId, { isWhole: true, now });
  await keepEntry(t, withRevisions(moved, revisions));
  const { data, ...rest } = answerOf(entry, entry._id, entered, person);
  const former = { sessionId: moved.sessionId, ...sumsOf(left) };
  return { ...rest, data: { ...data, left: former } };
}

/** Moves an entry: what it stated stays on record and stops counting, a new entry counts there. */
export const endpoint = write(
  salesMove,
  {
    needs: 'sales.write',
    host: ({ target }) => target.hostId,
    soFar: ({ target }) => target.of === 'session' || target.bookedOn,
  },
  ({ input, caller, shop, host, t, soFar }) =>
    move(t, { input, caller, admission: { shop, host }, soFar }),
);
