import { Failure } from '../../../src/contract/failure';
import { liveSessionCancel } from '../../../src/contract/live-session';
import { cancel } from '../../../src/domain/live-session/live-session';
import { hasSales } from '../../../src/domain/sales/host-scopes';
import { write } from '../../endpoint/write';
import { takeStep } from './step';

/** Cancels a plan. A session with recorded money took place: its entries are undone first. */
export const endpoint = write(liveSessionCancel, { needs: 'session.plan' }, (call) =>
  takeStep(call, 'cancel', (session) => {
    if (hasSales(session.scopes)) {
      const info = { state: session.state, hasEntries: true };
      throw new Failure('illegal_transition', { info });
    }
    return cancel(session);
  }),
);
