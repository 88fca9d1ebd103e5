import { Failure } from '../../src/contract/failure';
import { cancel } from '../../src/domain/live-session/live-session';
import { hasEntries } from '../../src/domain/sales/scope';
import type { Handler } from './handler';
import { takeStep } from './step';

/** Will not take place. What has money recorded did take place: its entries come out first. */
export const liveSessionCancel: Handler<'liveSession.cancel'> = (input, caller) =>
  takeStep(input, caller, {
    endpoint: 'liveSession.cancel',
    step: 'cancel',
    capability: 'session.plan',
    take: (session) => {
      if (hasEntries(session.scope)) {
        const info = { state: session.state, hasEntries: true };
        throw new Failure('illegal_transition', { info });
      }
      return cancel(session);
    },
  });
