import { precheck } from '../../src/domain/incentive/precheck';
import { chinaDayOf, yearOf } from '../../src/domain/time';
import { currentRuleSet, ruleSetKeyOf } from '../repositories/rule-sets';
import type { Handler } from './handler';

/** Three answers held against the ladder; nothing is stored and nobody is asked who they are. */
export const incentivePrecheck: Handler<'incentive.precheck'> = async (input, { now }) => {
  const ruleSet = await currentRuleSet();
  const progress = precheck(ruleSet, { ...input, year: yearOf(chinaDayOf(now)) });
  return { data: { progress, ruleSetKey: ruleSetKeyOf(ruleSet), ruleSet } };
};
