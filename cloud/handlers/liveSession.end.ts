import { invalidInput } from '../../src/contract/failure';
import { end } from '../../src/domain/live-session/live-session';
import type { Handler } from './handler';
import { takeStep } from './step';

/** Over, now or since an earlier instant when nobody tapped in time. */
export const liveSessionEnd: Handler<'liveSession.end'> = (input, caller) =>
  takeStep(input, caller, {
    endpoint: 'liveSession.end',
    step: 'end',
    capability: 'session.run',
    take: (session) => {
      const at = input.at ?? caller.now;
      if (at > caller.now) throw invalidInput({ at: 'in_the_future' });
      const lastPause = session.pauses.at(-1);
      const earliest = lastPause?.from ?? session.startedAt ?? session.startAt;
      if (at < earliest) throw invalidInput({ at: 'end_before_start' });
      return end(session, at);
    },
  });
