import { liveSessionList, type LiveSessionTab } from '../../../src/contract/live-session';
import { liveSessionTodo } from '../../../src/contract/live-session-find';
import { bindCursor } from '../../endpoint/cursors';
import { read } from '../../endpoint/read';
import { presentRow } from '../../presenters/live-sessions';
import type { Page } from '../../repositories/page';
import { type RowOfSession, sessionsToDo, wholeTab } from '../../repositories/session-list';
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
    const first = (tab: LiveSessionTab, { items, cursor }: Page<RowOfSession>) => ({
      items: items.map((session) => presentRow(session, { shop, hostNames }, caller)),
      cursor: bindCursor(liveSessionList.name, wholeTab(shopId, tab), cursor),
    });
    return {
      onAir: first('on_air', todo.onAir),
      unconfirmed: first('unconfirmed', todo.unconfirmed),
      toRecord: first('to_record', todo.toRecord),
      upcoming: first('upcoming', todo.upcoming),
      months,
    };
  },
);
