import { createHash } from 'node:crypto';

import type { Place } from '../../src/domain/sales/revisions';
import { selfHostIdOf, suffixOf } from '../../src/domain/shop/ids';
import { signed } from './secrets';

const LETTERS = 36n;

/** `length` letters and digits out of 32 bytes, evenly spread. */
function inLetters(bytes: Buffer, length: number): string {
  let rest = BigInt(`0x${bytes.toString('hex')}`);
  let out = '';
  for (let i = 0; i < length; i += 1) {
    out += (rest % LETTERS).toString(36);
    rest /= LETTERS;
  }
  return out;
}

/** `length` letters and digits out of a text; the same text gives the same ones. */
function shortHash(text: string, length: number): string {
  return inLetters(createHash('sha256').update(text).digest(), length);
}

/** What the ids that a write makes depend on: a repeat makes the same ids, so it adds nothing. */
export interface WriteKey {
  person: string;
  requestKey: string;
}

/** Twelve letters and digits of something that a write makes; no one can guess them. */
function madeBy({ person, requestKey }: WriteKey, what: string): string {
  return shortHash(`${what}\n${person}\n${requestKey}`, 12);
}

/** Id of a new store. */
export function newShopId(write: WriteKey): string {
  return `s${madeBy(write, 'shop')}`;
}

/** Id of a new host. */
export function newHostId(shopId: string, write: WriteKey): string {
  return `${shopId}.h${madeBy(write, 'host')}`;
}

/** Id of the account with which a store is registered. */
export function firstAccountId(shopId: string): string {
  return `${shopId}.amain`;
}

/** Id of the account of a new host. */
export function newHostAccountId(shopId: string, write: WriteKey): string {
  return `${shopId}.a${madeBy(write, 'host')}`;
}

/** Id of an account that an edit of the store adds, by its place in the list of accounts. */
export function newAccountId(shopId: string, write: WriteKey, index: number): string {
  return `${shopId}.a${madeBy(write, `account ${String(index)}`)}`;
}

/** Id of a new live session. */
export function newLiveSessionId(shopId: string, write: WriteKey): string {
  return `${shopId}.l${madeBy(write, 'session')}`;
}

/** Id of a new series of sessions. */
export function newSeriesId(shopId: string, write: WriteKey): string {
  return `${shopId}.q${madeBy(write, 'series')}`;
}

/** Id of the session of a new series on a China day. */
export function newSeriesSessionId(shopId: string, write: WriteKey, day: string): string {
  return `${shopId}.l${madeBy(write, `session ${day}`)}`;
}

/** Id of a new entry of the ledger. */
export function newEntryId(shopId: string, write: WriteKey): string {
  return `${shopId}.e${madeBy(write, 'entry')}`;
}

/** Id of the entry that another one becomes when it is moved. */
export function newMovedEntryId(shopId: string, entryId: string, write: WriteKey): string {
  return `${shopId}.e${madeBy(write, `move ${suffixOf(entryDocIdOf(entryId))}`)}`;
}

/** Id of a new declared fact, of a host or (`hostId` null) of the store. */
export function newDeclarationId(shopId: string, hostId: string | null, write: WriteKey): string {
  return `${shopId}.d${madeBy(write, hostId === null ? 'fact' : suffixOf(hostId))}`;
}

/** Id of a new follower reading. */
export function newReadingId(shopId: string, write: WriteKey): string {
  return `${shopId}.f${madeBy(write, 'reading')}`;
}

/** Id of something of a store that is handed in to be looked at. */
export function newReviewId(shopId: string, write: WriteKey): string {
  return `${shopId}.v${madeBy(write, 'review')}`;
}

/** Letters and digits of a receipt number: none that is mistaken for another one. */
const RECEIPT_LETTERS = '23456789ABCDEFGHJKMNPQRTUVWXY';

/** Receipt number of what is handed in, by which people name it: `HD-20261125-7K3FQM`. */
export function receiptOf(reviewId: string, day: string): string {
  const letters = Array.from(shortHash(reviewId, 6), (letter) => {
    return RECEIPT_LETTERS[parseInt(letter, 36) % RECEIPT_LETTERS.length] ?? '';
  });
  return `HD-${day.replaceAll('-', '')}-${letters.join('')}`;
}

/** Id of a new correction made on air. */
export function newCorrectionId(shopId: string, write: WriteKey): string {
  return `${shopId}.c${madeBy(write, 'correction')}`;
}

/** Id of a list that an edit adds, by its place among the lists. */
export function newChecklistId(write: WriteKey, index: number): string {
  return madeBy(write, `list ${String(index)}`);
}

/**
 * Id of an item in a store's own words, made of the words: the same item is found in every list,
 * and other words are another item.
 */
export function ownItemId(text: string): string {
  return `own_${shortHash(text, 12)}`;
}

/** Id of a new invitation to a store. */
export function newInvitationId(shopId: string, write: WriteKey): string {
  return `${shopId}.i${madeBy(write, 'invitation')}`;
}

/** Code of an invitation: only the environment that has the key can make it of the id. */
export function invitationCodeOf(id: string, keyId: string): string {
  return inLetters(signed(id, 'invitation', keyId), 12);
}

/** What is kept of a code, and by which an invitation is found. */
export function codeHashOf(code: string): string {
  return shortHash(`code\n${code}`, 24);
}

/** Letters of an entry's id that its corrections share. */
const ENTRY_ID_LETTERS = 12;

/** Id of the document that holds an entry and its corrections, from the id of any of them. */
export function entryDocIdOf(entryId: string): string {
  return entryId.slice(0, entryId.indexOf('.') + 2 + ENTRY_ID_LETTERS);
}

/**
 * Id of a correction: that of the entry, and twelve letters more, so that no two corrections of an
 * entry share one.
 */
export function newRevisionId(entryId: string, write: WriteKey): string {
  return entryDocIdOf(entryId) + madeBy(write, 'revision');
}

/** Id of the record of a write. */
export function changeIdOf({ person, requestKey }: WriteKey): string {
  return shortHash(`change\n${person}\n${requestKey}`, 24);
}

/** Id of the kept sums of one account, host and day outside any session. */
export function salesDayId(
  place: Pick<Place, 'shopId' | 'accountId' | 'hostId' | 'bookedOn'>,
): string {
  const parts = [place.accountId, place.hostId].map((id) => (id === null ? '-' : suffixOf(id)));
  return [`${place.shopId}.p`, ...parts, place.bookedOn].join('|');
}

/** The account, host and day of kept sums, from their id; null where it names none. */
export function salesDayPlaceOf({
  _id,
  shopId,
}: {
  _id: string;
  shopId: string;
}): Pick<Place, 'accountId' | 'hostId' | 'bookedOn'> {
  const [, account = '-', host = '-', bookedOn = ''] = _id.split('|');
  const idOf = (suffix: string): string | null => (suffix === '-' ? null : `${shopId}.${suffix}`);
  return { accountId: idOf(account), hostId: idOf(host), bookedOn };
}

/** Id of the kept totals of a host, or of a store's sales without one, in a China year. */
export function yearTotalsId(subjectId: string, year: number): string {
  return `${subjectId}:${String(year)}`;
}

/** Documents over which a store's hosts are spread in a year, so that few of them wait for each other. */
const SHOP_YEAR_SHARDS = 4;

/** Ids of the kept totals of a store's hosts in a China year. */
export function shopYearIds(shopId: string, year: number): string[] {
  return Array.from({ length: SHOP_YEAR_SHARDS }, (_v, shard) => shopYearId(shopId, year, shard));
}

/** Ids of the years that a store's year has beside those of its shards. */
export function ownYearIds(shopId: string, year: number): string[] {
  return [shopId, selfHostIdOf(shopId)].map((subjectId) => yearTotalsId(subjectId, year));
}

/** Which of a store's documents of a year holds what a host sold. */
export function shardOf(hostId: string): number {
  return parseInt(shortHash(hostId, 8), 36) % SHOP_YEAR_SHARDS;
}

/** Id of one of a store's documents of a China year. */
export function shopYearId(shopId: string, year: number, shard: number): string {
  return `${yearTotalsId(shopId, year)}:${String(shard)}`;
}

/** Documents over which viewers and followers are counted: a thousand may tap within seconds. */
const COUNT_SHARDS = 16;

/** Id of one of the counts of a store or a session. */
function countId(subjectId: string, shard: number): string {
  return `${subjectId}:${String(shard)}`;
}

/** Ids of the counts of a store's followers, or of the public page of a store or a session. */
export function countIds(subjectId: string): string[] {
  return Array.from({ length: COUNT_SHARDS }, (_v, shard) => countId(subjectId, shard));
}

/** Id of the count to which a follower belongs, the same at each call. */
export function followCountId(shopId: string, person: string): string {
  return countId(shopId, parseInt(shortHash(person, 8), 36) % COUNT_SHARDS);
}

/** Id of one of the counts of a public page, another one at each call. */
export function pageCountId(subjectId: string): string {
  return countId(subjectId, Math.floor(Math.random() * COUNT_SHARDS));
}

/** Id of a page of older lines of a session's history, from 1. */
export function sessionHistoryId(sessionId: string, page: number): string {
  return `${sessionId}:${String(page)}`;
}

/** Place of a session in a list by time. Unique, so that a cursor is one string. */
export function liveSessionSortKey(startAt: string, id: string): string {
  return `${startAt}#${id}`;
}

/** Place of an entry in the ledger: by day of the sale, then by the moment of recording. */
export function entrySortKey(bookedOn: string, recordedAt: string, id: string): string {
  return `${bookedOn}#${recordedAt}#${id}`;
}

/** Place of a store in discovery, by the moment of its publication. */
export function listedKey(publishedAt: string, shopId: string): string {
  return `${publishedAt}#${shopId}`;
}

/** A bound that comes after every sort key with this beginning. */
export function afterKeysOf(beginning: string): string {
  return `${beginning}~`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, child]) => [key, sorted(child)]),
  );
}

/** Hash of a checked input, whatever the order of its keys. */
export function hashOf(input: unknown): string {
  return shortHash(JSON.stringify(sorted(input)), 24);
}
