import { dropAnswers } from '../../repositories/changes';

/** Steps of one run, each of 200 answers: half a million a day. */
const STEPS_PER_RUN = 10;

/** What a run did: its steps, and why it ended early. */
export interface Dropped {
  steps: number;
  cause: Error | null;
}

/**
 * Drops answers that need not be kept any more. Nothing that is answered depends on it: a run that is
 * late, fails or is killed only leaves more for the next one.
 */
export async function dropOldAnswers(now: string): Promise<Dropped> {
  let steps = 0;
  try {
    while (steps < STEPS_PER_RUN) {
      steps += 1;
      if (!(await dropAnswers(now))) break;
    }
    return { steps, cause: null };
  } catch (cause) {
    return { steps, cause: cause instanceof Error ? cause : new Error(String(cause)) };
  }
}
