import { Failure } from '../../src/contract/failure';
import {
  countingOf,
  type Place,
  type Revision,
  type Statement,
} from '../../src/domain/sales/revisions';
import { asTyped } from '../../src/domain/words/waiting';
import type { Transaction } from '../database/database';
import type { LiveSessionDoc, SalesEntryDoc } from '../database/documents';
import {
  entryDocIdOf,
  entrySortKey,
  newEntryId,
  newMovedEntryId,
  newRevisionId,
  type WriteKey,
} from './ids';

/** Where an amount belongs. A session's account and day are those of its entries. */
export type EntryPlace = Omit<Place, 'batchId'> & Pick<SalesEntryDoc, 'sessionTitle'>;

/** Who records an entry, with which key, and when. */
interface Recording extends WriteKey {
  now: string;
}

/** What a person states of an amount. */
type Stated = Omit<Statement, 'soldFor'> & { soldFor: Statement['soldFor'] | null };

/** The place of what a host sold in a session: account and day follow from it. */
export function placeOfSession(session: LiveSessionDoc, hostId: string | null): EntryPlace {
  return {
    shopId: session.shopId,
    sessionId: session._id,
    sessionTitle: asTyped(session).title,
    hostId,
    accountId: session.accountId,
    platform: session.platform,
    bookedOn: session.bookedOn,
  };
}

function revisionOf(
  stated: Stated,
  { id, replaces }: { id: string; replaces: string | null },
  { now, person }: Recording,
): Revision {
  return {
    id,
    replaces,
    kind: stated.kind,
    amountFen: stated.amountFen,
    returnedOn: stated.returnedOn,
    basis: stated.basis,
    source: stated.source,
    soldFor: stated.soldFor ?? { name: null, aboveThresholdHuadu: 'unknown' },
    recordedAt: now,
    recordedBy: person,
    undoneAt: null,
  };
}

/** What a person states in place of an entry, as a revision of it. */
export function newRevision(stated: Stated, entryId: string, recording: Recording): Revision {
  const id = newRevisionId(entryId, recording);
  return revisionOf(stated, { id, replaces: entryId }, recording);
}

/** An entry with other revisions. */
export function withRevisions(entry: SalesEntryDoc, revisions: Revision[]): SalesEntryDoc {
  return { ...entry, revisions, ...countingOf(revisions) };
}

function entryOf(
  id: string,
  stated: Stated,
  place: EntryPlace,
  recording: Recording,
): SalesEntryDoc {
  const revisions = [revisionOf(stated, { id, replaces: null }, recording)];
  return {
    _id: id,
    ...place,
    batchId: null,
    revisions,
    ...countingOf(revisions),
    sortKey: entrySortKey(place.bookedOn, recording.now, id),
  };
}

/** A new entry of the ledger. */
export function newEntry(stated: Stated, place: EntryPlace, recording: Recording): SalesEntryDoc {
  return entryOf(newEntryId(place.shopId, recording), stated, place, recording);
}

/** The entry that stands at `place` for `moved`, which stays on record where it was. */
export function movedEntry(
  moved: Pick<SalesEntryDoc, '_id'>,
  stated: Stated,
  place: EntryPlace,
  recording: Recording,
): SalesEntryDoc {
  const id = newMovedEntryId(place.shopId, moved._id, recording);
  return entryOf(id, stated, place, recording);
}

/**
 * Reads the entry of a revision that is about to be corrected. One call.
 * @throws Failure `not_found` when it is not this store's.
 */
export async function entryToCorrect(
  t: Transaction,
  shopId: string,
  entryId: string,
): Promise<SalesEntryDoc> {
  const entry = await t.get('sales_entries', entryDocIdOf(entryId));
  if (entry?.shopId !== shopId) throw new Failure('not_found');
  return entry;
}

/** Writes an entry that was corrected. One call. */
export async function keepEntry(t: Transaction, { _id, ...fields }: SalesEntryDoc): Promise<void> {
  await t.set('sales_entries', _id, fields);
}
