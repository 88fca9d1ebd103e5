import type {
  HostDoc,
  LiveSessionDoc,
  SalesDayDoc,
  SalesEntryDoc,
  StorefrontDoc,
  YearTotalsDoc,
} from '../../cloud/database/documents';
import {
  entrySortKey,
  liveSessionSortKey,
  salesDayId,
  shardOf,
  shopYearIds,
  yearTotalsId,
} from '../../cloud/repositories/ids';
import { isInShopYear } from '../../src/domain/sales/shop-year';
import type { Doc, LocalCloud } from 'local-cloud';
import { applyEntry } from '../../src/domain/sales/apply-entry';
import { EMPTY_SCOPE } from '../../src/domain/sales/scope';
import { sessionMonthDelta } from '../../src/domain/sales/session-months';
import {
  applyDelta,
  deltaOf,
  EMPTY_YEAR,
  mergeDeltas,
  raisedBy,
  sumYears,
  type YearDelta,
} from '../../src/domain/sales/year-totals';
import { suffixOf } from '../../src/domain/shop/ids';
import { addDays, addMinutes, chinaDayOf, yearOf } from '../../src/domain/time';
import { buildPaid } from '../../tests/testkit/builders';
import { NOW, sessionIn, type TestStore } from '../../tests/testkit/stores';

/** Entries in each session. */
const ENTRIES = 10;
/** Hours between sessions: 10,000 of them cover ten years. */
const EVERY_HOURS = 9;
const BATCH = 2000;

async function insertAll(cloud: LocalCloud, collection: string, docs: object[]): Promise<void> {
  for (let from = 0; from < docs.length; from += BATCH) {
    await cloud.database.insert(collection, docs.slice(from, from + BATCH) as Doc[]);
  }
}

/** A document that the endpoints made, to be copied. */
function sample<D>(cloud: LocalCloud, collection: string, id: string): D {
  const [doc] = cloud.database.find(collection, { _id: id });
  if (doc === undefined) throw new Error(`${collection} has no ${id}`);
  return doc as unknown as D;
}

/** A number as a part of an id, of constant length. */
const part = (index: number): string => index.toString(36).padStart(5, '0');

/**
 * Gives a store a history of `count` ended sessions with ten entries each, and the kept sums that
 * the endpoints would have written. The documents are copies of one session and one entry that the
 * endpoints made.
 */
export async function giveHistory(
  cloud: LocalCloud,
  store: TestStore,
  count: number,
): Promise<void> {
  const { owner, shopId, hostId } = store;
  const { id } = await sessionIn(store, 'ended');
  const { entry } = await owner.ok('sales.record', buildPaid(shopId, id, { amountFen: 100_000 }));
  const session = sample<LiveSessionDoc>(cloud, 'live_sessions', id);
  const recorded = sample<SalesEntryDoc>(cloud, 'sales_entries', entry.id);
  const kept = sample<YearTotalsDoc>(cloud, 'year_totals', yearTotalsId(hostId, yearOf(NOW)));
  const sessions: LiveSessionDoc[] = [];
  const entries: SalesEntryDoc[] = [];
  const years = new Map<number, YearDelta[]>();
  for (let i = 0; i < count; i += 1) {
    const sessionId = `${shopId}.lpast${part(i)}`;
    const startAt = addMinutes(NOW, -(i + 2) * EVERY_HOURS * 60);
    const endAt = addMinutes(startAt, 240);
    const bookedOn = chinaDayOf(startAt);
    let scope = EMPTY_SCOPE;
    for (let n = 0; n < ENTRIES; n += 1) {
      const entryId = `${shopId}.epast${part(i)}${part(n).slice(-3)}`;
      const [first] = recorded.revisions;
      if (first === undefined) throw new Error('an entry without a revision');
      const kind = n % 5 === 4 ? 'refunded' : 'paid';
      const amountFen = kind === 'paid' ? 1_000_000 + n : 50_000;
      const revision = { ...first, id: entryId, kind, amountFen, recordedAt: endAt } as const;
      const place = { sessionId, bookedOn, sortKey: entrySortKey(bookedOn, endAt, entryId) };
      entries.push({ ...recorded, ...place, _id: entryId, revisions: [revision] });
      const counted = { ...revision, bookedOn, platform: recorded.platform };
      const applied = applyEntry(scope, counted, 1, chinaDayOf(endAt));
      scope = applied.scope;
      years.set(yearOf(bookedOn), [...(years.get(yearOf(bookedOn)) ?? []), applied.delta]);
    }
    const sold = { hostId, bookedOn, totals: scope };
    years.set(yearOf(bookedOn), [
      ...(years.get(yearOf(bookedOn)) ?? []),
      sessionMonthDelta([], sold),
    ]);
    const times = { startAt, endAt, startedAt: startAt, endedAt: endAt, bookedOn };
    const sortKey = liveSessionSortKey(startAt, sessionId);
    sessions.push({
      ...session,
      ...times,
      _id: sessionId,
      scopes: [sold],
      sortKey,
    });
  }
  await insertAll(cloud, 'live_sessions', sessions);
  await insertAll(cloud, 'sales_entries', entries);
  for (const [year, deltas] of years) {
    const before = year === yearOf(NOW) ? kept : EMPTY_YEAR;
    const totals = applyDelta(before, mergeDeltas(...deltas));
    const _id = yearTotalsId(hostId, year);
    const raisedFen = raisedBy(deltaOf(totals));
    const doc = { shopId, subjectId: hostId, year, ...totals, raisedFen };
    await cloud.database.put('year_totals', _id, { _id, ...doc });
  }
}

/** Id of a host made by {@link giveHosts}. */
export function hostNumber(shopId: string, index: number): string {
  return `${shopId}.hmore${part(index)}`;
}

/** Gives an MCN's store `count` hosts, each with one entry of this year. */
export async function giveHosts(
  cloud: LocalCloud,
  { owner, shopId }: TestStore,
  count: number,
): Promise<void> {
  const { host } = await owner.ok('host.add', { shopId, name: '主播', account: null });
  const day = chinaDayOf(NOW);
  const target = { of: 'day', bookedOn: day, hostId: host.id, accountId: null } as const;
  const { entry } = await owner.ok('sales.record', buildPaid(shopId, '', { target }));
  const dayIdOf = (hostId: string): string =>
    salesDayId({ shopId, accountId: null, hostId, bookedOn: day });
  const year = yearOf(NOW);
  const hosts = sample<HostDoc>(cloud, 'hosts', host.id);
  const totals = sample<YearTotalsDoc>(cloud, 'year_totals', yearTotalsId(host.id, year));
  const recorded = sample<SalesEntryDoc>(cloud, 'sales_entries', entry.id);
  const sums = sample<SalesDayDoc>(cloud, 'sales_days', dayIdOf(host.id));
  const copies = Array.from({ length: count - 1 }, (_one, i) => ({
    hostId: hostNumber(shopId, i),
    entryId: `${shopId}.ehost${part(i)}000`,
  }));
  const insert = (collection: string, toDoc: (copy: (typeof copies)[number]) => object) =>
    insertAll(cloud, collection, copies.map(toDoc));
  await insert('hosts', ({ hostId }) => ({ ...hosts, _id: hostId }));
  const storefront = sample<StorefrontDoc>(cloud, 'storefronts', shopId);
  const names = copies.map(({ hostId }) => [suffixOf(hostId), hosts.name] as const);
  const hostNames = { ...storefront.hostNames, ...Object.fromEntries(names) };
  await cloud.database.put('storefronts', shopId, { ...storefront, hostNames });
  await insert('sales_days', ({ hostId }) => ({ ...sums, _id: dayIdOf(hostId) }));
  await insert('year_totals', ({ hostId }) => ({
    ...totals,
    _id: yearTotalsId(hostId, year),
    subjectId: hostId,
  }));
  await insert('sales_entries', ({ hostId, entryId }) => ({
    ...recorded,
    _id: entryId,
    hostId,
    sortKey: entrySortKey(day, NOW, entryId),
    revisions: recorded.revisions.map((revision) => ({ ...revision, id: entryId })),
  }));
  await keepShopYears(cloud, shopId, year);
}

/** Adds up the kept years of a store's hosts, as the endpoints would have. */
async function keepShopYears(cloud: LocalCloud, shopId: string, year: number): Promise<void> {
  const kept = cloud.database.find('year_totals', { shopId, year }) as unknown as YearTotalsDoc[];
  for (const [shard, _id] of shopYearIds(shopId, year).entries()) {
    const docs = kept.filter(
      ({ subjectId }) => isInShopYear(subjectId) && shardOf(subjectId) === shard,
    );
    if (docs.length === 0) continue;
    const { days: _days, returns: _returns, ...totals } = sumYears(docs);
    const raisedFen = docs.reduce((sum, doc) => sum + doc.raisedFen, 0);
    await cloud.database.put('shop_years', _id, { _id, shopId, year, shard, ...totals, raisedFen });
  }
}

/**
 * Gives every host of a store a sale and a refund on each day of the year until now, recorded on that
 * day, in the kept sums alone: the ledger would have 300,000 entries.
 * @returns what each host was paid, in fen
 */
export async function giveFullYears(cloud: LocalCloud, shopId: string): Promise<number> {
  const year = yearOf(NOW);
  const deltas: YearDelta[] = [];
  let paidFen = 0;
  for (let day = `${String(year)}-01-01`; day <= chinaDayOf(NOW); day = addDays(day, 1)) {
    let scope = EMPTY_SCOPE;
    for (const [kind, amountFen] of [
      ['paid', 123_456_700],
      ['refunded', 5_678_900],
    ] as const) {
      const returnedOn = kind === 'paid' ? null : day;
      const counted = { kind, amountFen, bookedOn: day, returnedOn, platform: 'douyin' } as const;
      const applied = applyEntry(scope, { ...counted, basis: 'self_reported' }, 1, day);
      scope = applied.scope;
      deltas.push(applied.delta);
    }
    paidFen += 123_456_700;
  }
  const delta = mergeDeltas(...deltas);
  const full = { ...applyDelta(EMPTY_YEAR, delta), raisedFen: raisedBy(delta) };
  const kept = cloud.database.find('year_totals', { shopId, year });
  for (const doc of kept) {
    await cloud.database.put('year_totals', String(doc['_id']), { ...doc, ...full });
  }
  await keepShopYears(cloud, shopId, year);
  return paidFen;
}
