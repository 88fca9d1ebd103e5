import { liveSessionSeries } from '../../../src/contract/live-session-plan';
import { stateAt } from '../../../src/domain/live-session/live-session';
import { clockOf } from '../../../src/domain/live-session/series';
import { startOf } from '../../../src/domain/live-session/times';
import { read } from '../../endpoint/read';
import { sessionsOfSeries } from '../../repositories/series';

/** The sessions of a series by time. */
export const endpoint = read(
  liveSessionSeries,
  { needs: 'session.read' },
  async ({ input: { seriesId }, caller }) => {
    const sessions = await sessionsOfSeries(seriesId);
    return {
      items: sessions.map((session) => ({
        id: session._id,
        startAt: startOf(session),
        endAt: session.endAt,
        state: stateAt(session, caller.now),
        isApart: clockOf(session) !== session.seriesClock,
      })),
    };
  },
);
