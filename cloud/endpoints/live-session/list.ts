import { liveSessionList } from '../../../src/contract/live-session';
import { read } from '../../endpoint/read';
import { presentRow } from '../../presenters/live-sessions';
import { sessionsOfTab } from '../../repositories/live-sessions';

/** A page of one tab. The cursor is a key, not a count, so that paging leaves nothing out. */
export const endpoint = read(
  liveSessionList,
  { needs: 'session.read', withNames: true },
  async ({ input: { shopId, tab, cursor }, caller: { now }, shop, hostNames }) => {
    const page = await sessionsOfTab(shopId, tab, cursor, now);
    const items = page.items.map((session) => presentRow(session, { shop, hostNames }, now));
    return { items, cursor: page.cursor };
  },
);
