import { answerAt, type PlacedCondition } from './examples';
import { metricOf } from './metrics';
import type { Answer } from './progress';
import type { ConditionRule } from './rule-set';

/** What the answers must be; a rank is never known. */
export function expectedAround({ metric, comparator }: ConditionRule) {
  if (metricOf(metric).form === 'rank') {
    return { below: 'cannot_tell', at: 'cannot_tell', above: 'cannot_tell' } as const;
  }
  const at = comparator === 'at_least' ? 'met' : 'not_met';
  return { below: 'not_met', at, above: 'met' } as const;
}

/** The answers one unit below a threshold, on it, and one unit above. */
export function aroundThreshold(placed: PlacedCondition): Record<'below' | 'at' | 'above', Answer> {
  const { threshold } = placed.condition;
  return {
    below: answerAt(placed, threshold - 1),
    at: answerAt(placed, threshold),
    above: answerAt(placed, threshold + 1),
  };
}
