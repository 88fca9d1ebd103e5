import type { FieldIssues } from '../field-issues';
import { isFutureDay } from '../time';

/** Where an amount belongs, as far as its rules look at it. */
type Target = { of: 'session' } | { of: 'day'; bookedOn: string };

/** What is wrong with a recorded amount beyond its single fields. */
export function salesProblems({ target }: { target: Target }, now: string): FieldIssues {
  return target.of === 'day' && isFutureDay(target.bookedOn, now)
    ? { 'target.bookedOn': 'in_the_future' }
    : {};
}
