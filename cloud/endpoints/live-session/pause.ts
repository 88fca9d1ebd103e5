import { liveSessionPause } from '../../../src/contract/live-session';
import { pause } from '../../../src/domain/live-session/live-session';
import { write } from '../../endpoint/write';
import { takeStep } from './step';

/** Interrupts a session. */
export const endpoint = write(liveSessionPause, { needs: 'session.run' }, (call) =>
  takeStep(call, 'pause', pause),
);
