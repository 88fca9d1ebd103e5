import { evaluate } from '../../src/domain/incentive/evaluate';
import { currentRuleSet, ruleSetKeyOf } from '../repositories/rule-sets';
import { admit } from './admit';
import type { Handler } from './handler';
import { subjectOf, sumsOf } from './subject';

/** Progress of a host or store in a year, from kept sums: the cost does not grow with history. */
export const incentiveProgress: Handler<'incentive.progress'> = async (input, caller) => {
  const { shopId, hostId, year, knownRuleSet } = input;
  const admission = await admit(shopId, caller, 'incentive.read', hostId);
  const subject = subjectOf(admission, hostId, year);
  const sums = await sumsOf(subject, year);
  const ruleSet = await currentRuleSet();
  const { facts, followers } = subject;
  const progress = evaluate({
    ruleSet,
    lineOfBusiness: admission.shop.lineOfBusiness,
    year,
    subject: { kind: subject.kind },
    sums,
    followers,
    facts,
    asOf: caller.now,
  });
  const ruleSetKey = ruleSetKeyOf(ruleSet);
  return {
    data: {
      subject: { kind: subject.kind, id: subject.id, name: subject.name },
      year,
      asOf: caller.now,
      sums,
      facts,
      followers,
      progress,
      ruleSetKey,
      ruleSet: ruleSetKey === knownRuleSet ? null : ruleSet,
    },
  };
};
