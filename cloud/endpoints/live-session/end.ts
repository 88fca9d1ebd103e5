import { refuseIfAny } from '../../../src/contract/failure';
import { liveSessionEnd } from '../../../src/contract/live-session';
import { refuseIfOddStep } from '../../../src/contract/odd-step';
import { end } from '../../../src/domain/live-session/live-session';
import { endOddities } from '../../../src/domain/live-session/oddities';
import { endProblems } from '../../../src/domain/live-session/problems';
import { write } from '../../endpoint/write';
import { takeStep } from './step';

/** Ends a session, now or at an earlier instant if the tap comes late. */
export const endpoint = write(liveSessionEnd, { needs: 'session.run' }, (call) =>
  takeStep(call, 'end', (session, now) => {
    const { input } = call;
    const at = input.at ?? now;
    refuseIfAny(endProblems(session, at, now));
    refuseIfOddStep(endOddities(session, at), input.confirmed);
    return end(session, at);
  }),
);
