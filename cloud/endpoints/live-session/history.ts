import { Failure } from '../../../src/contract/failure';
import { liveSessionHistory } from '../../../src/contract/live-session';
import { read } from '../../endpoint/read';
import { presentLine } from '../../presenters/live-sessions';
import { historyPage } from '../../repositories/live-sessions';

/** A page of the older changes of a session. */
export const endpoint = read(
  liveSessionHistory,
  { needs: 'session.read' },
  async ({ input: { sessionId, page }, caller: { person } }) => {
    const found = await historyPage(sessionId, page);
    if (found === null) throw new Failure('not_found');
    return { events: found.lines.map((line) => presentLine(line, person)) };
  },
);
