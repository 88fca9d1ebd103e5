import { limitReached } from '../../src/contract/failure';
import { shopIdOf } from '../../src/domain/shop/ids';
import { MAX_HOST_SHOPS, MAX_SHOPS } from '../../src/domain/shop/shop';
import { command, readById, readList, type Transaction } from '../database/database';
import type { HostDoc, PersonDoc, SeatRecord, ShopDoc } from '../database/documents';
import { oneForEach } from '../database/read-limit';

/** Reads a person inside a transaction; one without a place in any store has no document. One call. */
export async function openPerson(t: Transaction, person: string): Promise<PersonDoc> {
  const found = await t.get('people', person);
  return (
    found ?? { _id: person, seats: {}, hostIds: [], verifier: null, unchecked: [], reports: null }
  );
}

/** Writes a person. One call. */
export async function putPerson(t: Transaction, { _id, ...fields }: PersonDoc): Promise<void> {
  await t.set('people', _id, fields);
}

/** A person with a seat more or another one; @throws Failure `limit_reached` for too many. */
export function seated(person: PersonDoc, shopId: string, seat: SeatRecord): PersonDoc {
  const isNew = person.seats[shopId] === undefined;
  if (isNew && Object.keys(person.seats).length >= MAX_SHOPS) throw limitReached(MAX_SHOPS);
  return { ...person, seats: { ...person.seats, [shopId]: seat } };
}

/** A person without a seat in a store. */
export function unseated(person: PersonDoc, shopId: string): PersonDoc {
  const { [shopId]: _left, ...seats } = person.seats;
  return { ...person, seats };
}

/** Those of some hosts that a person still is. One call for each. */
async function stillJoined(
  t: Transaction,
  hostIds: readonly string[],
  person: string,
): Promise<string[]> {
  const still: string[] = [];
  for (const hostId of hostIds) {
    const host = await t.get('hosts', hostId);
    if (host?.personId === person) still.push(hostId);
  }
  return still;
}

/**
 * A person who has joined as a host. One call for each host of the same store that they were before,
 * and for a person who has as many stores as a person may have, one for each.
 * @throws Failure `limit_reached`: two hosts of one store would count the same person twice on its
 *   ladder, and the sum over stores is of a bounded number.
 */
export async function placed(t: Transaction, person: PersonDoc, host: HostDoc): Promise<PersonDoc> {
  const { _id, hostIds } = person;
  const others = hostIds.filter((id) => id !== host._id);
  const isHere = (id: string): boolean => shopIdOf(id) === host.shopId;
  const here = await stillJoined(t, others.filter(isHere), _id);
  if (here.length > 0) throw limitReached(1);
  let elsewhere = others.filter((id) => !isHere(id));
  if (elsewhere.length >= MAX_HOST_SHOPS) elsewhere = await stillJoined(t, elsewhere, _id);
  if (elsewhere.length >= MAX_HOST_SHOPS) throw limitReached(MAX_HOST_SHOPS);
  return { ...person, hostIds: [...elsewhere, host._id] };
}

/** What a person may do: in stores of theirs, longest first, and as a verifier. */
export interface Places {
  seats: { seat: SeatRecord; shop: ShopDoc }[];
  isVerifier: boolean;
}

/**
 * Every store of a person with their seat in it, or those after one, and whether they are a verifier.
 * Two calls; one without a store.
 */
export async function seatsOf(person: string, after: string | null): Promise<Places> {
  const { seats = {}, verifier = null } = (await readById('people', person)) ?? {};
  const isVerifier = verifier !== null;
  const keyOf = (id: string): string => `${seats[id]?.joinedAt ?? ''}#${id}`;
  const all = Object.keys(seats).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const ids = all.slice(after === null ? 0 : all.indexOf(after) + 1);
  if (ids.length === 0) return { seats: [], isVerifier };
  // All of them: from before the limit was decided in the transaction, a person may have more.
  const shops = await readList(
    'shops',
    { _id: command.in(ids) },
    { orderBy: [['_id', 'asc']], limit: oneForEach(ids) },
  );
  const found = ids.flatMap((id) => {
    const seat = seats[id];
    const shop = shops.find(({ _id }) => _id === id);
    return seat === undefined || shop === undefined ? [] : [{ seat, shop }];
  });
  return { seats: found, isVerifier };
}
