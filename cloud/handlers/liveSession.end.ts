import { invalidInput } from '../../src/contract/failure';
import { end } from '../../src/domain/live-session/live-session';
import { endProblems } from '../../src/domain/live-session/problems';
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
      const fields = endProblems(session, at, caller.now);
      if (Object.keys(fields).length > 0) throw invalidInput(fields);
      return end(session, at);
    },
  });
