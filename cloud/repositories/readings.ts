import { latestOfYear } from '../../src/domain/incentive/readings';
import { command, MAX_READ, readList } from '../database/database';
import type { ReadingRecord } from '../database/documents';

/**
 * The latest reading within a year of each account of some hosts or stores, as they were on record
 * at an earlier moment; latest day first. One call.
 */
export async function readingsAsOf(
  subjectIds: readonly string[],
  year: number,
  moment: string,
): Promise<ReadingRecord[]> {
  const found = await readList(
    'follower_readings',
    { subjectId: command.in([...subjectIds]), recordedAt: command.lte(moment) },
    { orderBy: [['recordedAt', 'desc']], limit: MAX_READ },
  );
  return latestOfYear(found, year);
}
