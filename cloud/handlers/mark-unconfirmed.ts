import { stateAt } from '../../src/domain/live-session/live-session';
import { tx } from '../database/database';
import { overdueSessions } from '../repositories/live-sessions';
import { stepped } from './step';

/** Sessions marked in one run; the next run takes the rest. */
const BATCH = 50;

/**
 * Marks plans that nobody started by the grace as unconfirmed. Each in its own transaction, looked
 * at again inside it: somebody may have tapped in between.
 * @returns how many were marked.
 */
export async function markUnconfirmed(now: string): Promise<number> {
  const overdue = await overdueSessions(now, BATCH);
  let marked = 0;
  for (const { _id } of overdue) {
    marked += await tx(async (t) => {
      const session = await t.get('live_sessions', _id);
      if (session?.state !== 'scheduled' || stateAt(session, now) !== 'unconfirmed') return 0;
      const { _id: id, ...after } = stepped(
        session,
        { ...session, state: 'unconfirmed' },
        { step: 'unconfirmed', at: now, by: null },
      );
      await t.set('live_sessions', id, after);
      return 1;
    });
  }
  return marked;
}
