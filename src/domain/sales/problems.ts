import type { FieldIssues } from '../field-issues';
import { isFutureDay } from '../time';

/** The place of an amount, as far as the rules use it. */
type Target = { of: 'session' } | { of: 'day'; bookedOn: string };

/** The problems of a recorded amount beyond its single fields. */
export function salesProblems({ target }: { target: Target }, now: string): FieldIssues {
  return target.of === 'day' && isFutureDay(target.bookedOn, now)
    ? { 'target.bookedOn': 'in_the_future' }
    : {};
}
