import { joinedAnswer, treeOf } from './answers';
import { grownBy } from './growth';
import { isOfNet, metricOf } from './metrics';
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
  return joinedAnswer(treeOf(tier), (condition) =>
    isOfNet(condition.metric) ? ofRange(condition, net) : condition.answer,
  );
}

function ofRange(condition: ConditionAnswer, { lowFen, highFen }: ExpectedNet): Answer {
  const { metric, growth, comparator } = condition;
  if (metricOf(metric).form === 'growth' && growth === undefined) return 'cannot_tell';
  const needed = neededFor(condition);
  if (lowFen >= needed) return 'met';
  const least = growth
    ? neededFor({ comparator, threshold: grownBy(growth.low, growth.basisPoints, comparator) })
    : needed;
  return highFen < least ? 'not_met' : 'cannot_tell';
}
