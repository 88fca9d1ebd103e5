import { Failure } from '../../../src/contract/failure';
import { liveSessionJoinable } from '../../../src/contract/live-session';
import { eveningAround } from '../../../src/domain/live-session/evening';
import { read } from '../../endpoint/read';
import { presentRow } from '../../presenters/live-sessions';
import { neighboursOf } from '../../repositories/live-sessions';

/** Sessions that went on with one after a short break: they are offered to be joined. */
export const endpoint = read(
  liveSessionJoinable,
  { needs: 'session.read', session: ({ sessionId }) => sessionId },
  async ({ session, caller, shop }) => {
    if (session === null) throw new Failure('not_found');
    const pieces = eveningAround(session, await neighboursOf(session));
    const names = { shop, hostNames: {} };
    return { sessions: pieces.map((piece) => presentRow(piece, names, caller)) };
  },
);
