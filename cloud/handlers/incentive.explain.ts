import type { OutputOf } from '../../src/contract/endpoints';
import { invalidInput } from '../../src/contract/failure';
import { findAward, findTier } from '../../src/domain/incentive/rule-set';
import type { ConditionRule, RuleSet } from '../../src/domain/incentive/rule-set';
import type { SalesEntryDoc } from '../database/documents';
import { presentEntry } from '../presenters/sales';
import { currentRuleSet } from '../repositories/rule-sets';
import { LEDGER_PAGE, ledgerPage } from '../repositories/sales';
import { admit } from './admit';
import type { Handler } from './handler';
import { subjectOf } from './subject';
import type { Subject } from './subject';

type Output = OutputOf<'incentive.explain'>;

const conditionOf = (
  ruleSet: RuleSet,
  input: { awardId: string; tierId: string; conditionId: string },
): ConditionRule => {
  const award = findAward(ruleSet, input.awardId);
  if (award === undefined) throw invalidInput({ awardId: 'not_a_choice' });
  const tier = findTier(award, input.tierId);
  if (tier === undefined) throw invalidInput({ tierId: 'not_a_choice' });
  const condition = tier.conditions.find(({ conditionId }) => conditionId === input.conditionId);
  if (condition === undefined) throw invalidInput({ conditionId: 'not_a_choice' });
  return condition;
};

/** The one revision of an entry that counts. */
const currentOf = (entry: SalesEntryDoc, person: string) =>
  presentEntry(entry, person).filter(({ status }) => status === 'counts');

const entriesOf = async (
  subject: Subject,
  year: number,
  cursor: string | null,
  person: string,
): Promise<Output> => {
  const entries = await ledgerPage({
    of: subject.kind === 'host' ? { hostId: subject.id } : { shopId: subject.id },
    period: String(year),
    countedOnly: true,
    cursor,
  });
  const last = entries.length < LEDGER_PAGE ? undefined : entries.at(-1);
  return {
    leaves: { of: 'entries', items: entries.flatMap((entry) => currentOf(entry, person)) },
    cursor: last?.sortKey ?? null,
  };
};

/** The leaves under one condition: the entries, readings or statements its value comes from. */
export const incentiveExplain: Handler<'incentive.explain'> = async (input, caller) => {
  const { shopId, hostId, year, cursor } = input;
  const admission = await admit(shopId, caller, 'incentive.read', hostId);
  const { metric } = conditionOf(await currentRuleSet(), input);
  const subject = subjectOf(admission, hostId, year);
  switch (metric) {
    case 'net_sales':
      return { data: await entriesOf(subject, year, cursor, caller.person) };
    case 'followers':
      return { data: { leaves: { of: 'readings', items: subject.readings }, cursor: null } };
    case 'paid_in_capital':
    case 'operating_revenue': {
      const items = subject.facts.filter(({ fact }) => fact === metric);
      return { data: { leaves: { of: 'facts', items }, cursor: null } };
    }
  }
};
