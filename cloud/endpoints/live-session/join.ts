import { invalidInput } from '../../../src/contract/failure';
import { liveSessionJoin } from '../../../src/contract/live-session';
import { write } from '../../endpoint/write';
import { presentLiveSession } from '../../presenters/live-sessions';
import { joinPieces, sessionAtVersion } from './pieces';

/** Makes one evening of up to ten sessions. They are over, so that nothing that is ahead changes. */
export const endpoint = write(
  liveSessionJoin,
  { needs: 'session.plan' },
  async ({ input, caller, shop, t }) => {
    const ids = input.sessions.map(({ sessionId }) => sessionId);
    const twice = ids.findIndex((id, index) => ids.indexOf(id) < index);
    if (twice >= 0) throw invalidInput({ [`sessions.${String(twice)}.sessionId`]: 'repeated' });
    const sessions = [];
    for (const named of input.sessions) sessions.push(await sessionAtVersion(t, shop._id, named));
    const evening = await joinPieces({ caller, t }, sessions);
    return { data: { session: presentLiveSession(evening, { shop, hostNames: {} }, caller) } };
  },
);
