import { Failure, refuseIfAny } from '../../../src/contract/failure';
import { liveSessionReschedule } from '../../../src/contract/live-session';
import { reschedule } from '../../../src/domain/live-session/live-session';
import { planProblems } from '../../../src/domain/live-session/problems';
import { startingAt } from '../../../src/domain/live-session/times';
import { write } from '../../endpoint/write';
import { overlapsOf } from './new-session';
import { takeStep } from './step';

/** Gives a plan that was read at `version` new times. */
export const endpoint = write(
  liveSessionReschedule,
  {
    needs: 'session.plan',
    after: async (_call, answer) => ({
      ...answer,
      warnings: await overlapsOf(answer.data.session),
    }),
  },
  (call) =>
    takeStep(call, 'reschedule', (session) => {
      const { version, startAt, endAt } = call.input;
      refuseIfAny(planProblems({ startAt, endAt }, call.caller.now));
      if (session.version !== version) {
        throw new Failure('stale_version', { info: { version: session.version } });
      }
      return startingAt(reschedule(session, startAt, endAt), startAt);
    }),
);
