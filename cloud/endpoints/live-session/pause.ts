import { limitReached } from '../../../src/contract/failure';
import { liveSessionPause } from '../../../src/contract/live-session';
import { MAX_PAUSES, pause } from '../../../src/domain/live-session/live-session';
import { write } from '../../endpoint/write';
import { takeStep } from './step';

/** Interrupts a session. */
export const endpoint = write(liveSessionPause, { needs: 'session.run' }, (call) =>
  takeStep(call, 'pause', (session, now) => {
    if (session.pauses.length >= MAX_PAUSES) throw limitReached(MAX_PAUSES);
    return pause(session, now);
  }),
);
