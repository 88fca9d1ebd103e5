import { cancel } from '../../src/domain/live-session/live-session';
import type { Handler } from './handler';
import { takeStep } from './step';

/** Will not take place. */
export const liveSessionCancel: Handler<'liveSession.cancel'> = (input, caller) =>
  takeStep(input, caller, {
    endpoint: 'liveSession.cancel',
    step: 'cancel',
    capability: 'session.plan',
    take: (session) => cancel(session),
  });
