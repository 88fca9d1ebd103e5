import { Failure } from '../../../src/contract/failure';
import type { DeclaredFact } from '../../../src/domain/incentive/facts';
import type { FollowerReading } from '../../../src/domain/incentive/progress';
import { latestOfYear, withUnread } from '../../../src/domain/incentive/readings';
import { sumFits } from '../../../src/domain/money';
import type { NetBounds } from '../../../src/domain/sales/bounds';
import { ENTRY_KINDS } from '../../../src/domain/sales/entry';
import {
  addFigures,
  figuresAsOf,
  netBounds,
  recordedSums,
} from '../../../src/domain/sales/year-sums';
import {
  EMPTY_YEAR,
  sumYears,
  wouldOverflow,
  type YearFigures,
  type YearTotals,
} from '../../../src/domain/sales/year-totals';
import { shopAt } from '../../../src/domain/shop/history';
import { type Admission, hostOfShop } from '../../access/admission';
import type { HostDoc, ReadingRecord, ShopDoc } from '../../database/documents';
import { presentReadings } from '../../presenters/shops';
import { factsMovedSince } from '../../repositories/older-facts';
import { readingsAsOf } from '../../repositories/readings';
import {
  recordedOf,
  type SumOfYear,
  sumsOfShop,
  type TotalsThen,
  yearTotalsOfHost,
} from '../../repositories/sales';

/** The host or store whose progress is asked for, with what is on record of them. */
export interface Subject {
  kind: 'host' | 'shop';
  id: string;
  name: string;
  facts: DeclaredFact[];
  /** Readings of the year of `accounts`, latest first. */
  readings: ReadingRecord[];
  /** Accounts whose followers count for the subject, read or not. */
  accounts: ShopDoc['accounts'];
}

/** The accounts that count for a host, or for a store: their own, and those that are no host's. */
function accountsFor({ accounts }: ShopDoc, ownHostId: string | null): ShopDoc['accounts'] {
  return accounts.filter(({ hostId }) => hostId === null || hostId === ownHostId);
}

/** The latest reading of each account within a year, of those kept with a host or the store. */
function keptReadings(
  docs: readonly Pick<HostDoc, 'followersByYear'>[],
  accounts: ShopDoc['accounts'],
  year: number,
): ReadingRecord[] {
  const readings = latestOfYear(docs.flatMap(presentReadings), year);
  return readings.filter(({ accountId }) => accounts.some(({ id }) => id === accountId));
}

function shopSubject(shop: ShopDoc, year: number): Subject {
  const accounts = accountsFor(shop, null);
  return {
    kind: 'shop',
    id: shop._id,
    name: shop.name,
    facts: [...shop.facts],
    readings: keptReadings([shop], accounts, year),
    accounts,
  };
}

/** A host as a subject, with the readings of a year. */
export function hostSubject(shop: ShopDoc, host: HostDoc, year: number): Subject {
  const accounts = accountsFor(shop, host._id);
  return {
    kind: 'host',
    id: host._id,
    name: host.name,
    facts: [...host.facts],
    readings: keptReadings([host, shop], accounts, year),
    accounts,
  };
}

/** The subject of an award in a year; a streamer's own store stands for its one host. */
export function subjectOf(
  admission: Pick<Admission, 'shop' | 'host'>,
  hostId: string | null,
  year: number,
): Subject {
  const host = hostOfShop(admission, hostId);
  return host === null
    ? shopSubject(admission.shop, year)
    : hostSubject(admission.shop, host, year);
}

/** The readings of a subject, with the accounts that were not read in the year as unknown. */
export function followersOf({ readings, accounts }: Subject): FollowerReading[] {
  return withUnread(readings, accounts);
}

/**
 * The subject of an award in a year as it was on record at an earlier moment: with the accounts and
 * the line of business that the store had then. One call, one more where very many facts are on record.
 */
export async function subjectAsOf(
  { shop, host }: Pick<Admission, 'shop' | 'host'>,
  hostId: string | null,
  { year, moment }: { year: number; moment: string },
): Promise<Subject> {
  const subject = subjectOf({ shop: shopAt(shop, moment), host }, hostId, year);
  const accountIds = subject.accounts.map(({ id }) => id);
  const older = await factsMovedSince(subject, moment);
  return {
    ...subject,
    facts: [...older, ...subject.facts],
    readings: await readingsAsOf(accountIds, year, moment),
  };
}

/** The kept sums of a year, and the days from which a host's settlement and forecast follow. */
export interface KeptYears {
  /** Without its days and returns. */
  year: YearTotals;
  /** Bounds of the net of the year before; of a store null unless it is asked for. */
  lastYear: NetBounds | null;
  /** Days, returns and ranges of a host's year before and of its year; empty for a store. */
  days: Pick<YearTotals, 'days' | 'returns' | 'ranges'>[];
}

/**
 * The kept totals of a subject as they are now. Of a host also the days of the year and of the year
 * before; of a store without days. One call.
 * @param isBeforeAsked whether an award for a store measures growth.
 */
export async function keptYears(
  { kind, id }: Subject,
  year: number,
  isBeforeAsked: boolean,
): Promise<KeptYears> {
  if (kind === 'shop') {
    const docs = await sumsOfShop(id, isBeforeAsked ? [year - 1, year] : [year]);
    return { ...ofYears(docs, year), days: [] };
  }
  const days = await yearTotalsOfHost(id, [year - 1, year]);
  return { ...ofYears(days, year), days };
}

function ofYears(docs: readonly SumOfYear[], year: number): Pick<KeptYears, 'year' | 'lastYear'> {
  return {
    year: sumOf(docs.filter((doc) => doc.year === year)),
    lastYear: netOfYear(docs.filter((doc) => doc.year !== year)),
  };
}

/** Bounds of the net that kept totals add up to; null where nothing is recorded. */
export function netOfYear(docs: readonly SumOfYear[]): NetBounds | null {
  const sums = recordedSums(sumOf(docs));
  return sums && netBounds(sums);
}

/**
 * The sum of kept totals, without their days.
 * @throws Failure `sum_too_large`.
 */
export function sumOf(docs: readonly SumOfYear[]): YearTotals {
  const sum = sumYears(
    docs.map(({ cells, ranges, entryCount }) => ({ ...EMPTY_YEAR, cells, ranges, entryCount })),
  );
  // Each part was refused above 2^53−1 when it was written; only their sum can still be too large.
  if (wouldOverflow(sum, [])) throw new Failure('sum_too_large');
  return sum;
}

/**
 * The sums of a subject's year at the end of an earlier China day, and the bounds of a host's year
 * before. One call.
 * @throws Failure `sum_too_large` when the sum over a store's hosts was too large then.
 */
export async function keptFiguresAsOf(
  subject: Subject,
  year: number,
  day: string,
): Promise<{ sums: YearFigures | null; lastYear: NetBounds | null }> {
  const docs = await recordedOf(subject, year);
  const before = figuresOfDocs(
    docs.filter((doc) => doc.year !== year),
    day,
  );
  const sums = figuresOfDocs(
    docs.filter((doc) => doc.year === year),
    day,
  );
  return { sums, lastYear: before && netBounds(before) };
}

function figuresOfDocs(docs: readonly TotalsThen[], day: string): YearFigures | null {
  const parts = docs.flatMap((doc) => figuresAsOf(doc, day) ?? []);
  const sums = ENTRY_KINDS.map((kind) => parts.map((part) => part[`${kind}Fen`]));
  const highs = parts.flatMap(({ paidFen, range }) => [paidFen, range.high]);
  if (![...sums, highs].every((amounts) => sumFits(...amounts))) throw new Failure('sum_too_large');
  return addFigures(parts);
}
