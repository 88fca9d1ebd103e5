import { stateAt } from '../../../src/domain/live-session/live-session';
import { tx } from '../../database/database';
import { overdueSessions } from '../../repositories/live-sessions';
import { stepped } from './step';

/** Sessions marked in one run; the next run takes the rest. */
const BATCH = 50;

/**
 * Marks overdue plans as unconfirmed, for the timer. Each has its own transaction and is read again
 * inside it, because a person may have started it in between.
 * @returns how many were marked.
 */
export async function markUnconfirmed(now: string): Promise<number> {
  const overdue = await overdueSessions(now, BATCH);
  let marked = 0;
  for (const { _id } of overdue) {
    marked += await tx(async (t) => {
      const session = await t.get('live_sessions', _id);
      if (session?.state !== 'scheduled' || stateAt(session, now) !== 'unconfirmed') return 0;
      const event = { step: 'unconfirmed', at: now, by: null } as const;
      const { _id: id, ...fields } = stepped(session, { ...session, state: 'unconfirmed' }, event);
      await t.set('live_sessions', id, fields);
      return 1;
    });
  }
  return marked;
}
