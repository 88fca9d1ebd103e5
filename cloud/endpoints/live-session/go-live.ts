import { refuseIfAny } from '../../../src/contract/failure';
import { liveSessionGoLive } from '../../../src/contract/live-session';
import { refuseIfOddStep } from '../../../src/contract/odd-step';
import { goLive } from '../../../src/domain/live-session/live-session';
import { startOddities } from '../../../src/domain/live-session/oddities';
import { goLiveProblems } from '../../../src/domain/live-session/problems';
import { startingAt } from '../../../src/domain/live-session/times';
import { write } from '../../endpoint/write';
import { overlapsOf } from './new-session';
import { takeStep } from './step';

/** Starts a session, now or at an earlier instant if the tap comes late. */
export const endpoint = write(
  liveSessionGoLive,
  {
    needs: 'session.run',
    after: async (_call, answer) => ({
      ...answer,
      warnings: await overlapsOf(answer.data.session),
    }),
  },
  (call) =>
    takeStep(call, 'goLive', (session, now) => {
      const { input } = call;
      const at = input.at ?? now;
      refuseIfAny(goLiveProblems(at, now));
      refuseIfOddStep(startOddities(session, at), input.confirmed);
      return startingAt(goLive(session, at), at);
    }),
);
