import { invalidInput } from '../../src/contract/failure';
import { yearSums } from '../../src/domain/sales/year-sums';
import { canonicalYear } from '../../src/domain/sales/year-totals';
import type { YearSums } from '../../src/domain/sales/year-totals';
import type { DeclaredFact } from '../../src/domain/incentive/facts';
import type { FollowerReading } from '../../src/domain/incentive/progress';
import type { HostDoc, ReadingRecord, ShopDoc } from '../database/documents';
import { presentReadings } from '../presenters/shops';
import { selfHostId, shopOf } from '../repositories/ids';
import { yearTotalsOf } from '../repositories/sales';
import { hostById } from '../repositories/shops';

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

/** A streamer's own store has one host, themself: without a host asked for, that one is meant. */
const hostIdFor = (shop: ShopDoc, hostId: string | null): string | null =>
  hostId ?? (shop.lineOfBusiness === 'streamer' ? selfHostId(shop._id) : null);

/** The subject of an award in a year. One call for a host, none for a store. */
export const subjectOf = async (
  shop: ShopDoc,
  hostId: string | null,
  year: number,
): Promise<Subject> => {
  const wanted = hostIdFor(shop, hostId);
  if (wanted === null) return ofShop(shop);
  const host = shopOf(wanted) === shop._id ? await hostById(wanted) : null;
  if (host !== null) return ofHost(shop, host, year);
  if (hostId !== null) throw invalidInput({ hostId: 'not_in_store' });
  return ofShop(shop);
};

/** The kept sums of a subject in a year; null when nothing counts. One call. */
export const sumsOf = async (subject: Subject, year: number): Promise<YearSums | null> => {
  const totals = await yearTotalsOf(subject.id, year);
  return totals === null || totals.entryCount === 0 ? null : yearSums(canonicalYear(totals));
};
