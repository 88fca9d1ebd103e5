import type { KeptMark } from '../../src/domain/console/marks';
import { readById, type Transaction } from '../database/database';
import type { LiveSessionDoc } from '../database/documents';

/** What was tapped in the console of a session, in the order in which it came in. One call. */
export async function marksOf(sessionId: string): Promise<readonly KeptMark[]> {
  return (await readById('console_logs', sessionId))?.marks ?? [];
}

/** As `marksOf`, inside a transaction that adds to it. One call. */
export async function marksInTransaction(
  t: Transaction,
  sessionId: string,
): Promise<readonly KeptMark[]> {
  return (await t.get('console_logs', sessionId))?.marks ?? [];
}

/** Keeps the marks of a session. One call. */
export async function keepMarks(
  t: Transaction,
  { _id, shopId }: Pick<LiveSessionDoc, '_id' | 'shopId'>,
  marks: readonly KeptMark[],
): Promise<void> {
  await t.set('console_logs', _id, { shopId, marks });
}
