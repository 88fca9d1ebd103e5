import type { FieldIssues } from '../field-issues';
import { type ChinaDay, type Instant, isFutureDay } from '../time';
import type { EntryKind } from './entry';

/** The place of an amount, as far as the rules use it. */
type Target = { of: 'session' } | { of: 'day'; bookedOn: string };

/** The problems of a recorded amount beyond its single fields. */
export function salesProblems(
  { target, ...figure }: { target: Target } & Refund,
  now: Instant,
): FieldIssues {
  if (target.of !== 'day') return refundProblems(figure, null, now);
  const isAhead = isFutureDay(target.bookedOn, now);
  return {
    ...refundProblems(figure, target.bookedOn, now),
    ...(isAhead ? { 'target.bookedOn': 'in_the_future' } : {}),
  };
}

/** An amount that may be a refund with a day of its own. */
export interface Refund {
  readonly kind: EntryKind | null;
  /** Not given: not known. */
  readonly returnedOn?: ChinaDay | null | undefined;
}

/**
 * The problems of the day of a refund: only a refund has one, neither before its sale nor ahead.
 * @param bookedOn China day of the sale; null where it is not known here.
 */
export function refundProblems(
  { kind, returnedOn }: Refund,
  bookedOn: ChinaDay | null,
  now: Instant,
): FieldIssues {
  if (returnedOn === null || returnedOn === undefined) return {};
  if (kind !== 'refunded') return { returnedOn: 'unknown_field' };
  if (isFutureDay(returnedOn, now)) return { returnedOn: 'in_the_future' };
  return bookedOn !== null && returnedOn < bookedOn ? { returnedOn: 'end_before_start' } : {};
}
