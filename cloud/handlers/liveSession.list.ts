import { presentRow } from '../presenters/live-sessions';
import { LIST_PAGE, sessionsOfTab } from '../repositories/live-sessions';
import { admit } from './admit';
import type { Handler } from './handler';

/** A page of one tab, complete under paging: the cursor is a key, not a count. */
export const liveSessionList: Handler<'liveSession.list'> = async (input, caller) => {
  const { shopId, tab, cursor } = input;
  await admit(shopId, caller, 'session.read');
  const sessions = await sessionsOfTab(shopId, tab, cursor, caller.now);
  const last = sessions.length < LIST_PAGE ? undefined : sessions.at(-1);
  return {
    data: {
      items: sessions.map((session) => presentRow(session, caller.now)),
      cursor: last?.sortKey ?? null,
    },
  };
};
