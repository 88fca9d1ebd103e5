import { resume } from '../../src/domain/live-session/live-session';
import type { Handler } from './handler';
import { takeStep } from './step';

/** Back on air. */
export const liveSessionResume: Handler<'liveSession.resume'> = (input, caller) =>
  takeStep(input, caller, {
    endpoint: 'liveSession.resume',
    step: 'resume',
    capability: 'session.run',
    take: (session) => resume(session, caller.now),
  });
