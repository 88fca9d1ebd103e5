import { allOf } from './answers';
import { neededFor } from './risk';
import type { Answer, ConditionAnswer, TierAnswer } from './progress';

/** Between which amounts the year's net is expected to end, fen. */
export interface ExpectedNet {
  readonly lowFen: number;
  readonly highFen: number;
}

/**
 * A tier at the end of the year, if the net ends within a range. "Met" when all of the range is
 * enough, "not met" when none is. What is not sold is taken as it is today: followers and what was
 * stated may change, and nothing here says how.
 */
export function atYearEnd(tier: TierAnswer, net: ExpectedNet): Answer {
  return allOf(
    tier.conditions.map((condition) =>
      condition.metric === 'net_sales' ? ofRange(condition, net) : condition.answer,
    ),
  );
}

function ofRange(condition: ConditionAnswer, { lowFen, highFen }: ExpectedNet): Answer {
  const needed = neededFor(condition);
  if (lowFen >= needed) return 'met';
  return highFen < needed ? 'not_met' : 'cannot_tell';
}
