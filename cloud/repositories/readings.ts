import { command, readList } from '../database/database';
import type { ReadingRecord } from '../database/documents';

/** The platform returns no more in one answer; a host reads a handful of accounts now and then. */
const MAX_READINGS = 1000;

/**
 * The latest reading of each of a host's accounts within a year, as they were on record at an
 * earlier moment; latest day first. One call.
 */
export async function readingsAsOf(
  hostId: string,
  year: number,
  moment: string,
): Promise<ReadingRecord[]> {
  const found = await readList(
    'follower_readings',
    { hostId, recordedAt: command.lte(moment) },
    { orderBy: [['recordedAt', 'desc']], limit: MAX_READINGS },
  );
  const latest = new Map<string, ReadingRecord>();
  for (const { accountId, platform, count, readOn } of found) {
    if (!readOn.startsWith(`${String(year)}-`)) continue;
    const known = latest.get(accountId);
    // Of two readings of one day the one recorded last counts, and it comes first.
    if (known === undefined || readOn > known.readOn) {
      latest.set(accountId, { accountId, platform, count, readOn });
    }
  }
  return [...latest.values()].sort((a, b) => (a.readOn < b.readOn ? 1 : -1));
}
