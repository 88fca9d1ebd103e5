import { precheckSchemes } from '../../src/domain/incentive/precheck';
import { ruleSetKeyOf } from '../../src/domain/incentive/rule-set';
import { chinaDayOf, yearOf } from '../../src/domain/time';
import { currentRuleSets } from '../repositories/rule-sets';
import type { Handler } from './handler';

/** Three answers held against the ladders; nothing is stored and nobody is asked who they are. */
export const incentivePrecheck: Handler<'incentive.precheck'> = async (input, { now }) => {
  const ruleSets = await currentRuleSets();
  const schemes = precheckSchemes(ruleSets, { ...input, year: yearOf(chinaDayOf(now)) });
  const named = new Set(schemes.map(({ ruleSetKey }) => ruleSetKey));
  return {
    data: { schemes, ruleSets: ruleSets.filter((ruleSet) => named.has(ruleSetKeyOf(ruleSet))) },
  };
};
