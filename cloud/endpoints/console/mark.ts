import { consoleMarkWrite } from '../../../src/contract/console';
import { Failure, limitReached } from '../../../src/contract/failure';
import { MAX_CONSOLE_MARKS, takesMarks, withMarks } from '../../../src/domain/console/marks';
import { stateAt } from '../../../src/domain/live-session/live-session';
import { write } from '../../endpoint/write';
import { presentMarks } from '../../presenters/console';
import { keepMarks, marksInTransaction } from '../../repositories/console';

/**
 * Keeps taps of a session's console. Those that waited for a network come together, and may come
 * after the end.
 */
export const endpoint = write(
  consoleMarkWrite,
  { needs: 'session.run' },
  async ({ input, caller, t }) => {
    const { person: by, now } = caller;
    const session = await t.get('live_sessions', input.sessionId);
    if (session === null) throw new Failure('not_found');
    const state = stateAt(session, now);
    const { startedAt } = session;
    if (startedAt === null || !takesMarks(session, state, now)) {
      throw new Failure('illegal_transition', { info: { state } });
    }
    const log = await marksInTransaction(t, input.sessionId);
    const { marks, done } = withMarks(log, input.marks, { by, startedAt, now });
    if (done.length === 0) throw limitReached(MAX_CONSOLE_MARKS);
    if (marks.length > log.length) await keepMarks(t, session, marks);
    return { data: { done: [...done], ...presentMarks(marks, input.after, session, caller) } };
  },
);
