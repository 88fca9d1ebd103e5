import { liveSessionList } from '../../../src/contract/live-session';
import { read } from '../../endpoint/read';
import { presentRow } from '../../presenters/live-sessions';
import { sessionsOfTab } from '../../repositories/live-sessions';

/** A page of one tab. The cursor is a key, not a count, so that paging leaves nothing out. */
export const endpoint = read(
  liveSessionList,
  { needs: 'session.read' },
  async ({ input: { shopId, tab, cursor }, caller: { now } }) => {
    const page = await sessionsOfTab(shopId, tab, cursor, now);
    return { items: page.items.map((session) => presentRow(session, now)), cursor: page.cursor };
  },
);
