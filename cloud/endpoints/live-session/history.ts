import { liveSessionHistory } from '../../../src/contract/live-session';
import { read } from '../../endpoint/read';
import { presentLine } from '../../presenters/live-sessions';
import { historyPage } from '../../repositories/live-sessions';

/** A page of the older changes of a session; empty where there is none. */
export const endpoint = read(
  liveSessionHistory,
  { needs: 'session.read' },
  async ({ input: { sessionId, page }, caller: { person } }) => {
    const found = await historyPage(sessionId, page);
    return { events: (found?.lines ?? []).map((line) => presentLine(line, person)) };
  },
);
