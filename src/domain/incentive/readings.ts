import type { Platform } from '../shop/platform';
import { type ChinaDay, type Instant, momentPast, yearOf } from '../time';
import type { FollowerReading } from './progress';

/** A dated reading of an account that was read. */
export interface KnownReading {
  accountId: string;
  platform: Platform;
  count: number;
  readOn: ChinaDay;
}

/** A reading with the moment at which it was recorded. */
export interface KeptReading extends KnownReading {
  recordedAt: Instant;
}

/** China year, then a key of the account: its latest reading of that year. */
export type ReadingsByYear = Record<string, Record<string, KeptReading>>;

/**
 * When a reading that is made at `now` counts as recorded: after the one that is kept, so that of two
 * readings sent at once the same one counts today and as of every later day.
 */
export function recordedAtOf(
  byYear: ReadingsByYear,
  accountKey: string,
  { readOn, now }: { readOn: ChinaDay; now: Instant },
): Instant {
  return momentPast(now, byYear[String(yearOf(readOn))]?.[accountKey]?.recordedAt ?? null);
}

/** The kept readings with one more: a later day wins, and on the same day the later entry. */
export function withReading(
  byYear: ReadingsByYear,
  accountKey: string,
  reading: KeptReading,
): ReadingsByYear {
  const year = String(yearOf(reading.readOn));
  const known = byYear[year]?.[accountKey];
  if (known !== undefined && known.readOn > reading.readOn) return byYear;
  return { ...byYear, [year]: { ...byYear[year], [accountKey]: reading } };
}

/**
 * The latest reading of each account within a year, latest day first.
 * @param readings the latest recorded first: of two readings of one day it is the one that counts.
 */
export function latestOfYear(readings: readonly KnownReading[], year: number): KnownReading[] {
  const latest = new Map<string, KnownReading>();
  for (const { accountId, platform, count, readOn } of readings) {
    if (yearOf(readOn) !== year) continue;
    const known = latest.get(accountId);
    if (known === undefined || readOn > known.readOn) {
      latest.set(accountId, { accountId, platform, count, readOn });
    }
  }
  return [...latest.values()].sort((a, b) => (a.readOn < b.readOn ? 1 : -1));
}

/** Readings, and after them the accounts without one: their count is unknown, not 0. */
export function withUnread(
  readings: readonly KnownReading[],
  accounts: readonly { id: string; platform: Platform }[],
): FollowerReading[] {
  const unread = accounts.filter(({ id }) => readings.every(({ accountId }) => accountId !== id));
  return [
    ...readings,
    ...unread.map(({ id, platform }) => ({ accountId: id, platform, count: null, readOn: null })),
  ];
}
