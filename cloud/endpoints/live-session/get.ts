import { Failure } from '../../../src/contract/failure';
import { liveSessionGet } from '../../../src/contract/live-session';
import { read } from '../../endpoint/read';
import { presentLiveSession } from '../../presenters/live-sessions';
import { liveSessionById } from '../../repositories/live-sessions';

/** A session in full. */
export const endpoint = read(
  liveSessionGet,
  { needs: 'session.read', withNames: true },
  async ({ input, caller, shop, hostNames }) => {
    const session = await liveSessionById(input.sessionId);
    if (session === null) throw new Failure('not_found');
    return { session: presentLiveSession(session, { shop, hostNames }, caller) };
  },
);
