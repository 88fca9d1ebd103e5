import { invalidInput } from '../../src/contract/failure';
import { goLive } from '../../src/domain/live-session/live-session';
import { addMinutes } from '../../src/domain/time';
import type { Handler } from './handler';
import { startingAt } from './new-session';
import { takeStep } from './step';

/** How far before its plan a session may be said to have started, in hours. */
const EARLY_HOURS = 12;

/** On air, now or since an earlier instant when nobody tapped in time. */
export const liveSessionGoLive: Handler<'liveSession.goLive'> = (input, caller) =>
  takeStep(input, caller, {
    endpoint: 'liveSession.goLive',
    step: 'goLive',
    capability: 'session.run',
    take: (session) => {
      const at = input.at ?? caller.now;
      if (at > caller.now) throw invalidInput({ at: 'in_the_future' });
      const earliest = addMinutes(session.startAt, -EARLY_HOURS * 60);
      if (input.at !== null && at < earliest) throw invalidInput({ at: 'too_far_apart' });
      return startingAt(goLive(session, at), at);
    },
  });
