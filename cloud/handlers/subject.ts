import { Failure } from '../../src/contract/failure';
import { yearSums } from '../../src/domain/sales/year-sums';
import {
  EMPTY_YEAR,
  canonicalYear,
  sumYears,
  wouldOverflow,
} from '../../src/domain/sales/year-totals';
import type { YearSums, YearTotals } from '../../src/domain/sales/year-totals';
import type { DeclaredFact } from '../../src/domain/incentive/facts';
import type { FollowerReading } from '../../src/domain/incentive/progress';
import type { HostDoc, ReadingRecord, ShopDoc } from '../database/documents';
import { presentReadings } from '../presenters/shops';
import { yearTotalsOfHost, yearTotalsOfShop } from '../repositories/sales';
import { hostOfShop } from './admit';
import type { Admission } from './admit';

/** Whose progress is asked for, with what is on record of them. */
export interface Subject {
  kind: 'host' | 'shop';
  id: string;
  name: string;
  facts: DeclaredFact[];
  /** Readings of the year, latest first; what a person typed. */
  readings: ReadingRecord[];
  /** Every account of the host, unread ones too. */
  followers: FollowerReading[];
}

const ofShop = (shop: ShopDoc): Subject => ({
  kind: 'shop',
  id: shop._id,
  name: shop.name,
  facts: [...shop.facts],
  readings: [],
  followers: [],
});

const ofHost = (shop: ShopDoc, host: HostDoc, year: number): Subject => {
  const readings = presentReadings({
    followersByYear: { [year]: host.followersByYear[String(year)] ?? {} },
  });
  const unread = shop.accounts.filter(
    ({ id, hostId }) => hostId === host._id && readings.every(({ accountId }) => accountId !== id),
  );
  return {
    kind: 'host',
    id: host._id,
    name: host.name,
    facts: [...host.facts],
    readings,
    followers: [
      ...readings,
      ...unread.map(({ id, platform }) => ({ accountId: id, platform, count: null, readOn: null })),
    ],
  };
};

/** The subject of an award in a year; a streamer's own store stands for its one host. */
export const subjectOf = (admission: Admission, hostId: string | null, year: number): Subject => {
  const host = hostOfShop(admission, hostId);
  return host === null ? ofShop(admission.shop) : ofHost(admission.shop, host, year);
};

const totalsOf = async ({ kind, id }: Subject, year: number): Promise<YearTotals> => {
  if (kind === 'host') return canonicalYear((await yearTotalsOfHost(id, year)) ?? EMPTY_YEAR);
  const totals = sumYears(await yearTotalsOfShop(id, year));
  // Each part was refused above 2^53−1 when it was written; only their sum can still be too large.
  if (wouldOverflow(totals, [])) throw new Failure('sum_too_large');
  return totals;
};

/** The kept sums of a subject in a year; null when nothing counts. One call. */
export const sumsOf = async (subject: Subject, year: number): Promise<YearSums | null> => {
  const totals = await totalsOf(subject, year);
  return totals.entryCount === 0 ? null : yearSums(totals);
};
