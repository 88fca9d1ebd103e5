import { liveSessionResume } from '../../../src/contract/live-session';
import { resume } from '../../../src/domain/live-session/live-session';
import { write } from '../../endpoint/write';
import { takeStep } from './step';

/** Continues an interrupted session. */
export const endpoint = write(liveSessionResume, { needs: 'session.run' }, (call) =>
  takeStep(call, 'resume', resume),
);
