import { Failure } from '../../src/contract/failure';
import type { HostYearDelta } from '../../src/domain/sales/session-months';
import { inShopYear, isInShopYear } from '../../src/domain/sales/shop-year';
import {
  applyDelta,
  EMPTY_YEAR,
  mergeDeltas,
  raisedBy,
  wouldOverflow,
  type YearDelta,
} from '../../src/domain/sales/year-totals';
import { yearOf } from '../../src/domain/time';
import {
  type Changes,
  command,
  DuplicateKey,
  increment,
  type Transaction,
  TransactionConflict,
} from '../database/database';
import type { Documents } from '../database/documents';
import type { Lists } from '../database/joined';
import { oneForEach } from '../database/read-limit';
import type { EntryPlace } from './entries';
import { ownYearIds, shardOf, shopYearId, shopYearIds, yearTotalsId } from './ids';

/** What amounts of one place add to its year. */
interface PostedDelta {
  place: Pick<EntryPlace, 'shopId' | 'hostId' | 'bookedOn'>;
  delta: YearDelta;
}

/**
 * What the sums of a store's years may be, as read before a transaction: bounds by the id of their
 * document. While they leave room for hundreds of the largest amounts, amounts are added without
 * reading the sums.
 */
export interface YearBounds {
  readAt: number;
  /** By id; 0 where nothing was kept. */
  raisedFen: ReadonlyMap<string, number>;
  /** Ids of which nothing was kept. A transaction that is tried again does not rely on it. */
  missing: Set<string>;
}

/** Nothing is known of any sum: each is read. */
export const NO_BOUNDS: YearBounds = {
  readAt: -Infinity,
  raisedFen: new Map(),
  missing: new Set(),
};

/** The largest amount that is added without reading the sum: 100 billion yuan. */
const MAX_UNREAD_FEN = 10 ** 13;
/** A bound up to which 780 such amounts fit at once: 2^53−1 less 2^50 is as many. */
const ROOM_BELOW = 2 ** 50;

/** How long a bound holds, in ms: no document can be written as often as 260 times a second. */
const BOUNDS_MS = 3000;

function hasRoom({ readAt, raisedFen }: YearBounds, id: string, raised: number): boolean {
  const known = raisedFen.get(id);
  if (known === undefined || raised > MAX_UNREAD_FEN) return false;
  if (performance.now() - readAt > BOUNDS_MS) return false;
  return known + raised < ROOM_BELOW;
}

const BOUND_FIELDS = ['_id', 'raisedFen'] as const;

/** The documents of a store's years that bound their sums, to be read beside another one. */
export function boundsBeside(shopId: string, years: readonly number[]) {
  const ofHosts = years.flatMap((year) => shopYearIds(shopId, year));
  const own = years.flatMap((year) => ownYearIds(shopId, year));
  const orderBy = [['_id', 'asc']] as const;
  return {
    ofHosts: {
      from: 'shop_years',
      where: { _id: command.in(ofHosts) },
      orderBy,
      limit: oneForEach(ofHosts),
      fields: BOUND_FIELDS,
    },
    own: {
      from: 'year_totals',
      where: { _id: command.in(own) },
      orderBy,
      limit: oneForEach(own),
      fields: BOUND_FIELDS,
    },
  } as const;
}

/**
 * How far the sums of a store's years have risen.
 * @param readAt the time of this process before they were read.
 */
export function boundsOfYears(
  found: Lists<ReturnType<typeof boundsBeside>>,
  { shopId, years, readAt }: { shopId: string; years: readonly number[]; readAt: number },
): YearBounds {
  const kept = [...found.ofHosts, ...found.own].map((doc) => [doc._id, doc.raisedFen] as const);
  const asked = years.flatMap((year) => [
    ...shopYearIds(shopId, year),
    ...ownYearIds(shopId, year),
  ]);
  const raisedFen = new Map([...asked.map((id) => [id, 0] as const), ...kept]);
  const isKept = new Set(kept.map(([id]) => id));
  const missing = new Set(asked.filter((id) => !isKept.has(id)));
  return { readAt, raisedFen, missing };
}

type YearCollection = 'year_totals' | 'shop_years';

function changesBy(delta: YearDelta): Changes<YearCollection> {
  const all = [...delta, { path: ['raisedFen'], addFen: raisedBy(delta) }];
  return Object.fromEntries(
    all
      .filter(({ addFen }) => addFen !== 0)
      .map(({ path, addFen }) => [path.join('.'), increment(addFen)]),
  );
}

/** A document that keeps sums of a year, as it is before anything is added. */
type EmptyYear = {
  [C in YearCollection]: { collection: C; doc: Documents[C] };
}[YearCollection];

/**
 * The first amounts of a year. One call.
 * @throws TransactionConflict when another call was first.
 */
async function begin(
  t: Transaction,
  { collection, doc }: EmptyYear,
  delta: YearDelta,
): Promise<void> {
  const { days, returns, ...totals } = applyDelta({ ...EMPTY_YEAR, ...doc }, delta);
  const kept = { ...totals, raisedFen: raisedBy(delta) };
  try {
    if (collection === 'shop_years') await t.add(collection, { ...doc, ...kept });
    else await t.add(collection, { ...doc, ...kept, days, returns });
  } catch (cause) {
    if (!(cause instanceof DuplicateKey)) throw cause;
    throw new TransactionConflict('another call began the year', { cause });
  }
}

/**
 * Adds to one document of a year. It is read first where its sums may come close to 2^53−1. One call
 * where they do not, two otherwise and for the first amounts of a year.
 */
async function addTo(
  t: Transaction,
  year: EmptyYear,
  { delta, bounds }: { delta: YearDelta; bounds: YearBounds },
): Promise<void> {
  if (delta.length === 0) return;
  const { collection, doc } = year;
  const raised = raisedBy(delta);
  if (raised > 0 && !hasRoom(bounds, doc._id, raised)) {
    const kept = await t.pick(collection, doc._id, ['cells', 'ranges']);
    if (wouldOverflow(kept ?? EMPTY_YEAR, delta)) throw new Failure('sum_too_large');
    if (kept === null) return begin(t, year, delta);
  }
  if (bounds.missing.has(doc._id)) return begin(t, year, delta);
  const isThere = await t.update(collection, doc._id, changesBy(delta));
  if (!isThere) await begin(t, year, delta);
}

function shopYearOf(shopId: string, year: number, hostId: string): EmptyYear {
  const { days: _days, returns: _returns, ...empty } = EMPTY_YEAR;
  const shard = shardOf(hostId);
  const _id = shopYearId(shopId, year, shard);
  return {
    collection: 'shop_years',
    doc: { _id, shopId, year, shard, ...empty, raisedFen: 0 },
  };
}

function yearTotalsOf(shopId: string, year: number, subjectId: string): EmptyYear {
  const _id = yearTotalsId(subjectId, year);
  return {
    collection: 'year_totals',
    doc: { _id, shopId, subjectId, year, ...EMPTY_YEAR, raisedFen: 0 },
  };
}

/** The same bounds for the year of a host: what all hosts of a shard have is a bound of each. */
function boundsOf(bounds: YearBounds, id: string, shardId: string | null): YearBounds {
  const known = shardId === null ? undefined : bounds.raisedFen.get(shardId);
  if (shardId === null || known === undefined) return bounds;
  const missing = new Set(bounds.missing.has(shardId) ? [id] : []);
  return { ...bounds, raisedFen: new Map([[id, known]]), missing };
}

/**
 * Adds what amounts change to their years: of the host, or of the store's sales without one, and of
 * the store. A document that several share is written once. Always in one order, hosts before stores
 * and by id, so that two calls never wait for each other. One or two calls for each document.
 * @throws Failure `sum_too_large`.
 */
export async function postYears(
  t: Transaction,
  posted: readonly PostedDelta[],
  bounds: YearBounds = NO_BOUNDS,
): Promise<void> {
  const hosts = new Map<string, { year: EmptyYear; delta: YearDelta; bounds: YearBounds }>();
  const shops = new Map<string, { year: EmptyYear; delta: YearDelta; bounds: YearBounds }>();
  const merge = (
    into: typeof hosts,
    year: EmptyYear,
    delta: YearDelta,
    known: YearBounds,
  ): void => {
    const before = into.get(year.doc._id)?.delta ?? [];
    into.set(year.doc._id, { year, delta: mergeDeltas(before, delta), bounds: known });
  };
  for (const { place, delta } of posted) {
    const { shopId, hostId } = place;
    const year = yearOf(place.bookedOn);
    const own = yearTotalsOf(shopId, year, hostId ?? shopId);
    const shard = hostId !== null && isInShopYear(hostId) ? shopYearOf(shopId, year, hostId) : null;
    const known = { ...bounds, missing: new Set(bounds.missing) };
    merge(hosts, own, delta, boundsOf(known, own.doc._id, shard?.doc._id ?? null));
    if (shard !== null) merge(shops, shard, inShopYear(delta), known);
  }
  bounds.missing.clear();
  for (const documents of [hosts, shops]) {
    for (const [, { year, ...change }] of [...documents].sort(([a], [b]) => (a < b ? -1 : 1))) {
      await addTo(t, year, change);
    }
  }
}

/** Changes years in which something counts already by what counts of sessions. One or two calls each. */
export function postCounts(
  t: Transaction,
  shopId: string,
  counts: readonly HostYearDelta[],
): Promise<void> {
  return postYears(
    t,
    counts.map(({ hostId, year, delta }) => ({
      place: { shopId, hostId, bookedOn: `${String(year)}-01-01` },
      delta,
    })),
  );
}
