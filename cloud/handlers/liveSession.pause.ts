import { pause } from '../../src/domain/live-session/live-session';
import type { Handler } from './handler';
import { takeStep } from './step';

/** Off air for a while. */
export const liveSessionPause: Handler<'liveSession.pause'> = (input, caller) =>
  takeStep(input, caller, {
    endpoint: 'liveSession.pause',
    step: 'pause',
    capability: 'session.run',
    take: (session) => pause(session, caller.now),
  });
