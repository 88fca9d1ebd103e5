import { allOf } from './answers';
import { neededFor } from './risk';
import type { Answer, ConditionAnswer, TierAnswer } from './progress';

/** The expected range of the year's net, fen. */
export interface ExpectedNet {
  readonly lowFen: number;
  readonly highFen: number;
}

/**
 * A tier at the end of the year, for an expected range of the net. "Met" when the whole range is
 * enough, "not met" when none of it is. Other conditions are taken as they are today, because
 * followers and declared facts may change in an unknown way.
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
