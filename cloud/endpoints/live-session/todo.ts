import { liveSessionList } from '../../../src/contract/live-session';
import { liveSessionTodo } from '../../../src/contract/live-session-find';
import { bindCursor } from '../../endpoint/cursors';
import { read } from '../../endpoint/read';
import { presentTodo } from '../../presenters/todo';
import { sessionsToDo, wholeTab } from '../../repositories/session-list';
import { seenMonths } from './seen-months';

/** What is to be done now: the first rows of four tabs. Two calls, one more for months. */
export const endpoint = read(
  liveSessionTodo,
  { needs: 'session.read', withNames: true },
  async ({ input: { shopId, year }, caller, shop, hostNames }) => {
    const [todo, months] = await Promise.all([
      sessionsToDo(shopId, caller.now),
      year === null ? null : seenMonths(shopId, null, year, caller.sight),
    ]);
    const rows = presentTodo(todo, { shop, hostNames }, caller, (tab, cursor) =>
      bindCursor(liveSessionList.name, wholeTab(shopId, tab), cursor),
    );
    return { ...rows, months };
  },
);
