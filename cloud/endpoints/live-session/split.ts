import { liveSessionSplit } from '../../../src/contract/live-session';
import { write } from '../../endpoint/write';
import { presentLiveSession } from '../../presenters/live-sessions';
import { sessionAtVersion, splitEvening } from './pieces';

/** Takes an evening apart. Its pieces keep what was booked on them. */
export const endpoint = write(
  liveSessionSplit,
  { needs: 'session.plan' },
  async ({ input, caller, shop, t }) => {
    const evening = await sessionAtVersion(t, shop._id, input);
    const pieces = await splitEvening({ caller, t }, evening);
    const names = { shop, hostNames: {} };
    return {
      data: { sessions: pieces.map((piece) => presentLiveSession(piece, names, caller)) },
    };
  },
);
