import { refuseIfAny } from '../../../src/contract/failure';
import { liveSessionGoLive } from '../../../src/contract/live-session';
import { goLive } from '../../../src/domain/live-session/live-session';
import { goLiveProblems } from '../../../src/domain/live-session/problems';
import { startingAt } from '../../../src/domain/live-session/times';
import { write } from '../../endpoint/write';
import { takeStep } from './step';

/** Starts a session, now or at an earlier instant if the tap comes late. */
export const endpoint = write(liveSessionGoLive, { needs: 'session.run' }, (call) =>
  takeStep(call, 'goLive', (session) => {
    const at = call.input.at ?? call.caller.now;
    // A tap starts the session now, however early that is.
    if (call.input.at !== null) refuseIfAny(goLiveProblems(session, at, call.caller.now));
    return startingAt(goLive(session, at), at);
  }),
);
