import { refuseIfAny } from '../../../src/contract/failure';
import { liveSessionEnd } from '../../../src/contract/live-session';
import { end } from '../../../src/domain/live-session/live-session';
import { endProblems } from '../../../src/domain/live-session/problems';
import { write } from '../../endpoint/write';
import { takeStep } from './step';

/** Ends a session, now or at an earlier instant if the tap comes late. */
export const endpoint = write(liveSessionEnd, { needs: 'session.run' }, (call) =>
  takeStep(call, 'end', (session) => {
    const at = call.input.at ?? call.caller.now;
    refuseIfAny(endProblems(session, at, call.caller.now));
    return end(session, at);
  }),
);
