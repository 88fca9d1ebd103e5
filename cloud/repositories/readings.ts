import { latestOfYear } from '../../src/domain/incentive/readings';
import { command, MAX_READ, readList } from '../database/database';
import type { ReadingRecord } from '../database/documents';

/**
 * The latest reading within a year of each of some accounts, as they were on record at an earlier
 * moment; latest day first. One call, or none without an account.
 */
export async function readingsAsOf(
  accountIds: readonly string[],
  year: number,
  moment: string,
): Promise<ReadingRecord[]> {
  if (accountIds.length === 0) return [];
  const found = await readList(
    'follower_readings',
    { accountId: command.in([...accountIds]), recordedAt: command.lte(moment) },
    { orderBy: [['recordedAt', 'desc']], limit: MAX_READ },
  );
  return latestOfYear(found, year);
}
