import { latestOfYear } from '../../src/domain/incentive/readings';
import { command, MAX_READ, readList } from '../database/database';
import type { ReadingRecord } from '../database/documents';

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
    { orderBy: [['recordedAt', 'desc']], limit: MAX_READ },
  );
  return latestOfYear(found, year);
}
