import { createHash } from 'node:crypto';

import type { Place } from '../../src/domain/sales/revisions';

const LETTERS = 36n;

/** `length` letters and digits out of a text, evenly spread; the same text gives the same ones. */
function shortHash(text: string, length: number): string {
  let rest = BigInt(`0x${createHash('sha256').update(text).digest('hex')}`);
  let out = '';
  for (let i = 0; i < length; i += 1) {
    out += (rest % LETTERS).toString(36);
    rest /= LETTERS;
  }
  return out;
}

/**
 * Id of something a write makes, from the person and the request key: a repeat makes the same id,
 * so that it cannot make a second one. Nobody can guess it without knowing both.
 */
export function idFrom(person: string, requestKey: string, what: string): string {
  return shortHash(`${what}\n${person}\n${requestKey}`, 12);
}

/** Letters of an entry's id that its corrections share. */
const ENTRY_ID_LETTERS = 12;

/** Id of the document that holds an entry and its corrections, from the id of any of them. */
export function entryDocIdOf(entryId: string): string {
  return entryId.slice(0, entryId.indexOf('.') + 2 + ENTRY_ID_LETTERS);
}

/** Id of a correction: that of the entry, and four letters more. */
export function revisionIdFrom(person: string, requestKey: string, entryId: string): string {
  return entryDocIdOf(entryId) + idFrom(person, requestKey, 'revision').slice(0, 4);
}

/** Code of an invitation: it cannot be guessed, because the request key is the client's own secret. */
export function inviteCodeFrom(person: string, requestKey: string): string {
  return idFrom(person, requestKey, 'invitation');
}

/** Id of the record of a write. */
export function changeIdOf(person: string, requestKey: string): string {
  return shortHash(`change\n${person}\n${requestKey}`, 24);
}

/** The store that something belongs to, from its id alone. */
export const shopOf = (id: string): string => id.slice(0, id.indexOf('.'));

/** Id of the host that a streamer's own store has: themself. */
export const selfHostId = (shopId: string): string => `${shopId}.hself`;

/** The part of an id after its store's: a key that needs no dot. */
export const suffixOf = (id: string): string => id.slice(id.indexOf('.') + 1);

/** Id of the kept sums of one account, host and day outside any session. */
export function salesDayId(place: Pick<Place, 'shopId' | 'accountId' | 'hostId' | 'bookedOn'>) {
  const parts = [place.accountId, place.hostId].map((id) => (id === null ? '-' : suffixOf(id)));
  return [`${place.shopId}.p`, ...parts, place.bookedOn].join('|');
}

/** Id of the kept totals of a host, or of a store's sales without one, in a China year. */
export function yearTotalsId(subjectId: string, year: number): string {
  return `${subjectId}:${String(year)}`;
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
export const hashOf = (input: unknown): string => shortHash(JSON.stringify(sorted(input)), 24);
