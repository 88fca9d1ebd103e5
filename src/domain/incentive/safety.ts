import { safeFrom, type Settlement } from '../settlement/settlement';
import type { ChinaDay } from '../time';
import type { ConditionAnswer } from './progress';
import { isUnsettled, neededFor } from './risk';

/** Whether an amount that is reached today will also be reached by settled money alone. */
export type Safety =
  | {
      /** Reached from this day on, with the expected returns. */
      readonly kind: 'from';
      readonly on: ChinaDay;
      /** Whether the length of a return window is assumed: too few refunds are recorded. */
      readonly isAssumed: boolean;
    }
  /** The expected returns take it below the amount again. */
  | { readonly kind: 'may_fall' }
  /** Part of the sales is only known as a range: how much of them settles is not known. */
  | { readonly kind: 'cannot_tell' };

/**
 * From which day the amount of a condition is safe.
 * @returns null unless it is met, and not by settled money alone.
 */
export function safetyOf(condition: ConditionAnswer, settlement: Settlement): Safety | null {
  if (!isUnsettled(condition)) return null;
  if (condition.low !== condition.high) return { kind: 'cannot_tell' };
  const on = safeFrom(settlement, neededFor(condition));
  if (on === null) return { kind: 'may_fall' };
  const isAssumed = settlement.platforms.some(({ isPaceAssumed }) => isPaceAssumed);
  return { kind: 'from', on, isAssumed };
}
