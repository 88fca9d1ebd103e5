import { invalidInput } from '../../src/contract/failure';
import { goLive } from '../../src/domain/live-session/live-session';
import { goLiveProblems } from '../../src/domain/live-session/problems';
import type { Handler } from './handler';
import { startingAt } from './new-session';
import { takeStep } from './step';

/** On air, now or since an earlier instant when nobody tapped in time. */
export const liveSessionGoLive: Handler<'liveSession.goLive'> = (input, caller) =>
  takeStep(input, caller, {
    endpoint: 'liveSession.goLive',
    step: 'goLive',
    capability: 'session.run',
    take: (session) => {
      const at = input.at ?? caller.now;
      // A tap starts the session now, however early that is.
      const fields = input.at === null ? {} : goLiveProblems(session, at, caller.now);
      if (Object.keys(fields).length > 0) throw invalidInput(fields);
      return startingAt(goLive(session, at), at);
    },
  });
