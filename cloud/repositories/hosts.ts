import { Failure, refuseIfStale } from '../../src/contract/failure';
import { selfHostIdOf } from '../../src/domain/shop/ids';
import { command, readFields, readList, type Transaction, type Where } from '../database/database';
import type { HostDoc, ShopDoc } from '../database/documents';
import { readJoined } from '../database/joined';
import { oneForEach } from '../database/read-limit';
import { afterKeysOf } from './ids';
import { allPages, bytesOf, fittingPage, type Page, pageOf } from './page';
import { READ_LIMITS } from './read-limits';
import { keepHostName } from './storefronts';

/** The hosts of some stores, oldest first. One call. */
export function hostsOf(shopIds: readonly string[]): Promise<HostDoc[]> {
  return readList(
    'hosts',
    { shopId: command.in([...shopIds]) },
    { orderBy: [['addedAt', 'asc']], limit: READ_LIMITS.hostsOfShops },
  );
}

/** The hosts of a store after one, by their ids, which begin with the store's. */
function afterHost(shopId: string, cursor: string | null): Where<'hosts'> {
  const from = command.gt(cursor ?? `${shopId}.h`);
  return { _id: from.and(command.lt(afterKeysOf(`${shopId}.h`))) };
}

/** Every host of a store by id, those who left too. One call, one more from a thousand on. */
export function allHostsOf(shopId: string): Promise<HostDoc[]> {
  const limit = READ_LIMITS.hostsOfShops;
  return allPages(
    limit,
    (cursor) => readList('hosts', afterHost(shopId, cursor), { orderBy: [['_id', 'asc']], limit }),
    ({ _id }) => _id,
  );
}

/** How many hosts of a store have left. One call, one more from a thousand hosts on. */
export async function countLeft(shopId: string): Promise<number> {
  const limit = READ_LIMITS.hostsOfShops;
  const fields = ['_id', 'isRetired'] as const;
  const hosts = await allPages(
    limit,
    (cursor) =>
      readFields('hosts', afterHost(shopId, cursor), { orderBy: [['_id', 'asc']], limit, fields }),
    ({ _id }) => _id,
  );
  return hosts.filter(({ isRetired }) => isRetired).length;
}

/** A page of the hosts of a store by id; a shorter one where much is on record of them. One call. */
export async function hostPage(shopId: string, cursor: string | null): Promise<Page<HostDoc>> {
  const limit = READ_LIMITS.hostsOfShop;
  const keyOf = ({ _id }: HostDoc): string => _id;
  const where = afterHost(shopId, cursor);
  const hosts = await readList('hosts', where, { orderBy: [['_id', 'asc']], limit });
  return fittingPage(pageOf(hosts, limit, keyOf), bytesOf, keyOf);
}

/** Hosts by id, of any store; a few. One call. */
export function hostsById(ids: readonly string[]): Promise<HostDoc[]> {
  return readList(
    'hosts',
    { _id: command.in([...ids]) },
    { orderBy: [['_id', 'asc']], limit: oneForEach(ids) },
  );
}

/** Every host that a person has joined as, with the store, oldest first. One call. */
export async function hostsOfPerson(person: string): Promise<{ host: HostDoc; shop: ShopDoc }[]> {
  const found = await readJoined(
    'hosts',
    { personId: person },
    { shop: { from: 'shops', localField: 'shopId' } },
    { orderBy: [['addedAt', 'asc']], limit: READ_LIMITS.shopsOfHost },
  );
  return found.flatMap(({ doc, joined: { shop } }) => (shop === null ? [] : [{ host: doc, shop }]));
}

/** A host without records, to whom no person is linked. */
export function newHost(made: Pick<HostDoc, '_id' | 'shopId' | 'name' | 'addedAt'>): HostDoc {
  return {
    ...made,
    facts: [],
    followersByYear: {},
    personId: null,
    isRetired: false,
    followsShop: false,
    isSharingSums: false,
    waiting: [],
    version: 1,
  };
}

/** The host of a streamer's own store: the streamer. */
export function newSelfHost(shopId: string, name: string, addedAt: string): HostDoc {
  return { ...newHost({ _id: selfHostIdOf(shopId), shopId, name, addedAt }), followsShop: true };
}

/** Adds a host, with the name by which lists show them. Two calls. */
export async function addHost(t: Transaction, host: HostDoc): Promise<void> {
  await t.add('hosts', host);
  await keepHostName(t, host);
}

/**
 * Reads a host inside a transaction and checks that its name, and whether it has left, are those of
 * `version`. One call.
 * @throws Failure `not_found`; `stale_version` with the current version.
 */
export async function hostAtVersion(
  t: Transaction,
  hostId: string,
  version: number,
): Promise<HostDoc> {
  const host = await t.get('hosts', hostId);
  if (host === null) throw new Failure('not_found');
  refuseIfStale(host, version);
  return host;
}

/** Gives a host another name, in lists too. Two calls. */
export async function renameHost(
  t: Transaction,
  host: HostDoc,
  { name, followsShop, waiting }: Pick<HostDoc, 'name' | 'followsShop' | 'waiting'>,
): Promise<HostDoc> {
  const changed = { name, followsShop, waiting, version: host.version + 1 };
  await t.update('hosts', host._id, changed);
  await keepHostName(t, { ...host, name });
  return { ...host, ...changed };
}

/** Gives a streamer's own host the new name of the store, unless it was renamed apart. At most three calls. */
export async function followShopName(t: Transaction, hostId: string, name: string): Promise<void> {
  const host = await t.get('hosts', hostId);
  if (host === null || !host.followsShop || host.name === name) return;
  await renameHost(t, host, { name, followsShop: true, waiting: [] });
}
