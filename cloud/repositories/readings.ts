import { command, readLastOfEach } from '../database/database';
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
  const from = `${String(year)}-01-01`;
  const to = `${String(year)}-12-31`;
  const latest = await readLastOfEach(
    'follower_readings',
    {
      accountId: command.in([...accountIds]),
      readOn: command.gte(from).and(command.lte(to)),
    },
    {
      groupBy: 'accountId',
      also: { recordedAt: command.lte(moment) },
      among: accountIds,
      // Of two readings of one day the one that was recorded later counts.
      orderBy: ['readOn', 'recordedAt'],
      fields: ['accountId', 'platform', 'count', 'readOn'],
    },
  );
  return latest.sort((a, b) => (a.readOn < b.readOn ? 1 : -1));
}
