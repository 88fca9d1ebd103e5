import { Failure } from '../../../src/contract/failure';
import { liveSessionList } from '../../../src/contract/live-session';
import { shopIdOf } from '../../../src/domain/shop/ids';
import { read } from '../../endpoint/read';
import { presentRow } from '../../presenters/live-sessions';
import { sessionsOfTab } from '../../repositories/session-list';

/** A page of one tab. The cursor is a key, not a count, so that paging leaves nothing out. */
export const endpoint = read(
  liveSessionList,
  { needs: 'session.read', withNames: true },
  async ({ input, caller, shop, hostNames }) => {
    // Sessions of a host or an account are found by its id alone, which contains its store.
    const owners = [input.hostId, input.accountId].filter((id) => id !== null);
    if (owners.some((id) => shopIdOf(id) !== input.shopId)) throw new Failure('not_found');
    const page = await sessionsOfTab(input, caller.now);
    const items = page.items.map((session) => presentRow(session, { shop, hostNames }, caller));
    return { items, cursor: page.cursor };
  },
);
