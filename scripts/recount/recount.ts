import { isDeepStrictEqual } from 'node:util';

import type {
  HostDoc,
  LiveSessionDoc,
  SalesDayDoc,
  SalesEntryDoc,
  ShopDoc,
  ShopYearDoc,
  StorefrontDoc,
  YearTotalsDoc,
} from '../../cloud/database/documents';
import { salesDayPlaceOf, yearTotalsId } from '../../cloud/repositories/ids';
import { isInShopYear } from '../../src/domain/sales/shop-year';
import { suffixOf } from '../../src/domain/shop/ids';
import { byStart, pieceRecord, stageIn } from '../../src/domain/live-session/evening';
import { doesCount } from '../../src/domain/sales/entry';
import { entriesOf } from '../../src/domain/sales/revisions';
import { recountScopes, recountYear } from '../../src/domain/sales/recount';
import { EMPTY_SCOPE, scopeKeyOf, type ScopeTotals } from '../../src/domain/sales/scope';
import {
  EMPTY_YEAR,
  deltaOf,
  isSameYear,
  raisedBy,
  sumYears,
  type YearTotals,
} from '../../src/domain/sales/year-totals';
import { yearOf } from '../../src/domain/time';
import type { Doc } from 'local-cloud/data';

/** The source of documents: a running cloud's database, or a snapshot of its file. */
export interface RecountSource {
  readAll(collection: string): Doc[];
}

/**
 * The values that are kept twice: whether an entry counts, scopes, evenings of joined sessions, years,
 * and the names of hosts in lists.
 */
export const KEPT_KINDS = [
  'entry',
  'session',
  'evening',
  'day',
  'shop_year',
  'host_year',
  'bound',
  'host_name',
] as const;
/** One of {@link KEPT_KINDS}. */
export type KeptKind = (typeof KEPT_KINDS)[number];

/** A kept value that differs from the ledger. */
export interface Difference {
  /** Id of an entry, key of a scope, or `<shop or host>:<year>`. */
  key: string;
  /** Null when nothing is kept for entries of the ledger. */
  kept: unknown;
  recounted: unknown;
}

/** The comparison of all kept values of one kind in one store. */
export interface RecountRow {
  shopId: string;
  shopName: string;
  kind: KeptKind;
  compared: number;
  differences: Difference[];
}

/** The outcome over all stores. */
export interface RecountReport {
  entries: number;
  rows: RecountRow[];
  differences: number;
}

type Row = Pick<RecountRow, 'kind' | 'compared' | 'differences'>;
/** The documents of one store. */
interface Books {
  hosts: HostDoc[];
  storefronts: StorefrontDoc[];
  entries: SalesEntryDoc[];
  sessions: LiveSessionDoc[];
  days: SalesDayDoc[];
  years: YearTotalsDoc[];
  shopYears: ShopYearDoc[];
}

function compare<Value>(
  kind: KeptKind,
  kept: ReadonlyMap<string, Value>,
  recounted: ReadonlyMap<string, Value>,
  nothing: Value,
  isSame: (a: Value, b: Value) => boolean,
): Row {
  const keys = [...new Set([...kept.keys(), ...recounted.keys()])];
  const differences = keys.flatMap((key): Difference[] => {
    const is = kept.get(key);
    const should = recounted.get(key) ?? nothing;
    return isSame(is ?? nothing, should) ? [] : [{ key, kept: is ?? null, recounted: should }];
  });
  return { kind, compared: keys.length, differences };
}

/** The key of the scope that a day's document keeps. */
function dayKeyOf(day: SalesDayDoc): string {
  return scopeKeyOf({ sessionId: null, ...salesDayPlaceOf(day) });
}

function scopeRows({ entries, sessions, days }: Books): Row[] {
  const scopesOf = (isSession: boolean): Map<string, ScopeTotals> =>
    recountScopes(entries.filter(({ sessionId }) => (sessionId !== null) === isSession));
  const keptSessions = new Map(
    sessions.flatMap((doc) =>
      doc.scopes.map(({ hostId, bookedOn, totals }): [string, ScopeTotals] => [
        scopeKeyOf({ ...doc, sessionId: doc._id, hostId, bookedOn }),
        totals,
      ]),
    ),
  );
  const keptDays = new Map(days.map((doc) => [dayKeyOf(doc), doc.scope]));
  return [
    compare('session', keptSessions, scopesOf(true), EMPTY_SCOPE, isDeepStrictEqual),
    compare('day', keptDays, scopesOf(false), EMPTY_SCOPE, isDeepStrictEqual),
  ];
}

function grouped(entries: SalesEntryDoc[], keyOf: (entry: SalesEntryDoc) => string) {
  const groups = new Map<string, SalesEntryDoc[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}

function yearKeyOf(subject: string, { bookedOn }: SalesEntryDoc): string {
  return yearTotalsId(subject, yearOf(bookedOn));
}

type SessionCount = 'sessions' | 'shopSessions';

/** A year with one of the two counts of sessions: the other one is that of another subject. */
function counting(count: SessionCount, year: YearTotals): YearTotals {
  const other: SessionCount = count === 'sessions' ? 'shopSessions' : 'sessions';
  const months = Object.entries(year.sessionMonths).map(([month, kept]) => {
    return [month, { ...kept, [other]: 0 }] as const;
  });
  return { ...year, sessionMonths: Object.fromEntries(months) };
}

function isSameBy(count: SessionCount): (a: YearTotals, b: YearTotals) => boolean {
  return (a, b) => isSameYear(counting(count, a), counting(count, b));
}

/** The years of some entries, group by group. A joined evening counts as one session. */
function recountedYears(
  { entries, sessions }: Books,
  keyOf: (entry: SalesEntryDoc) => string,
): Map<string, YearTotals> {
  const parents = new Map(sessions.map(({ _id, parentId }) => [_id, parentId]));
  const eveningOf = (sessionId: string): string => parents.get(sessionId) ?? sessionId;
  const ledger = grouped(entries, keyOf);
  return new Map([...ledger].map(([key, group]) => [key, recountYear(group, eveningOf)]));
}

/** The years that are kept: one of each host, and one of sales that name no host. */
function hostYearRow(books: Books): Row {
  const { years } = books;
  const recounted = recountedYears(books, (entry) =>
    yearKeyOf(entry.hostId ?? entry.shopId, entry),
  );
  const kept = new Map<string, YearTotals>(years.map((doc) => [doc._id, doc]));
  return compare<YearTotals>('host_year', kept, recounted, EMPTY_YEAR, isSameBy('sessions'));
}

/** The years that are shown of a store: the sums of its own documents of the year. */
function shopYearRow(books: Books): Row {
  const { years, shopYears } = books;
  const recounted = recountedYears(books, (entry) => yearKeyOf(entry.shopId, entry));
  const kept = new Map<string, YearTotals>();
  const own = years.filter(({ subjectId }) => !isInShopYear(subjectId));
  for (const doc of [...own, ...shopYears]) {
    const key = yearTotalsId(doc.shopId, doc.year);
    kept.set(key, sumYears([kept.get(key) ?? EMPTY_YEAR, { ...EMPTY_YEAR, ...doc }]));
  }
  const isSame = isSameBy('shopSessions');
  const shown = (year: YearTotals): YearTotals => ({ ...year, days: {}, returns: {} });
  return compare<YearTotals>('shop_year', kept, recounted, EMPTY_YEAR, (a, b) =>
    isSame(shown(a), shown(b)),
  );
}

/** Bounds of kept sums that are lower than what they bound. */
function boundRow({ years, shopYears }: Books): Row {
  const boundOf = (doc: YearTotalsDoc | ShopYearDoc): number =>
    raisedBy(deltaOf({ ...EMPTY_YEAR, ...doc }));
  const docs = [...years, ...shopYears];
  const kept = new Map(docs.map((doc) => [doc._id, doc.raisedFen]));
  const recounted = new Map(docs.map((doc) => [doc._id, boundOf(doc)]));
  return compare('bound', kept, recounted, 0, (is, least) => is >= least);
}

/** What each session keeps of its evening: its further pieces, and the stage that follows from them. */
function eveningRow({ sessions }: Books): Row {
  const keptOf = ({ pieces, stage, isPiece }: LiveSessionDoc) => ({ pieces, stage, isPiece });
  const kept = new Map(sessions.map((doc) => [doc._id, keptOf(doc)]));
  const recounted = new Map(
    sessions.map((doc) => {
      const further = byStart(sessions.filter(({ parentId }) => parentId === doc._id));
      const pieces = further.map(pieceRecord);
      const stage = stageIn({ ...doc, pieces });
      return [doc._id, { pieces, stage, isPiece: doc.parentId !== null }];
    }),
  );
  const nothing = { pieces: [], stage: 'scheduled' as const, isPiece: false };
  return compare('evening', kept, recounted, nothing, isDeepStrictEqual);
}

/** The names of hosts as lists show them. */
function hostNameRow({ hosts, storefronts }: Books): Row {
  const kept = new Map(storefronts.flatMap(({ hostNames }) => Object.entries(hostNames)));
  const recounted = new Map(hosts.map(({ _id, name }) => [suffixOf(_id), name]));
  return compare<string | null>('host_name', kept, recounted, null, (a, b) => a === b);
}

/** Whether an entry counts, and the day of a refund that does. */
function countingIn(doc: SalesEntryDoc): Pick<SalesEntryDoc, 'isCounted' | 'returnedOn'> {
  const counted = entriesOf(doc).find(doesCount);
  return { isCounted: counted !== undefined, returnedOn: counted?.returnedOn ?? null };
}

function entryRow({ entries }: Books): Row {
  const kept = new Map(
    entries.map(({ _id, isCounted, returnedOn }) => [_id, { isCounted, returnedOn }]),
  );
  const recounted = new Map(entries.map((doc) => [doc._id, countingIn(doc)]));
  const nothing = { isCounted: false, returnedOn: null };
  return compare('entry', kept, recounted, nothing, isDeepStrictEqual);
}

/**
 * Compares every kept value with the ledger: whether each entry counts, the scopes of sessions and
 * days, evenings, the years of stores and hosts, and the names of hosts in lists. Writes nothing.
 */
export function recount(source: RecountSource): RecountReport {
  const read = <D>(collection: string): D[] => source.readAll(collection) as unknown as D[];
  const all: Books = {
    entries: read('sales_entries'),
    sessions: read('live_sessions'),
    days: read('sales_days'),
    years: read('year_totals'),
    shopYears: read('shop_years'),
    hosts: read('hosts'),
    storefronts: read<StorefrontDoc>('storefronts'),
  };
  const names = new Map(read<ShopDoc>('shops').map(({ _id, name }) => [_id, name]));
  const { storefronts, ...owned } = all;
  const owners = Object.values(owned).flatMap((docs: { shopId: string }[]) =>
    docs.map(({ shopId }) => shopId),
  );
  const rows = [...new Set([...names.keys(), ...owners])].flatMap((shopId): RecountRow[] => {
    const own = <D extends { shopId: string }>(docs: D[]): D[] =>
      docs.filter((doc) => doc.shopId === shopId);
    const books: Books = {
      entries: own(all.entries),
      sessions: own(all.sessions),
      days: own(all.days),
      years: own(all.years),
      shopYears: own(all.shopYears),
      hosts: own(all.hosts),
      storefronts: storefronts.filter(({ _id }) => _id === shopId),
    };
    const parts = [entryRow(books), ...scopeRows(books)];
    parts.push(eveningRow(books), shopYearRow(books), hostYearRow(books), boundRow(books));
    parts.push(hostNameRow(books));
    return parts.map((part) => ({ shopId, shopName: names.get(shopId) ?? '', ...part }));
  });
  const differences = rows.reduce((sum, row) => sum + row.differences.length, 0);
  return { entries: all.entries.length, rows, differences };
}
