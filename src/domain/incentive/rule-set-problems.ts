import { isChinaDay } from '../time';
import type {
  AwardRule,
  ConditionRule,
  Evidence,
  ExampleRule,
  RuleSet,
  TierRule,
} from './rule-set';
import { valuesOf } from './rule-values';

/**
 * The problems of a rule set whose shape is right: a value without source, certainty or date, an
 * unlisted source, tiers that do not rise, repeated ids. It runs over the data in tests, and before
 * a rule set is published.
 */
export function ruleSetProblems(ruleSet: RuleSet): string[] {
  return [
    ...[...valuesOf(ruleSet)].flatMap(({ name, evidence }) =>
      evidenceProblems(name, evidence, ruleSet),
    ),
    ...sourceProblems(ruleSet),
    ...ruleSet.awards.flatMap((award) => awardProblems(award, ruleSet)),
    ...conflictProblems(ruleSet),
    ...ruleSet.examples.flatMap((example) => exampleProblems(example, ruleSet)),
    ...duplicates(idsOf(ruleSet)).map((id) => `${id}: used twice`),
  ];
}

function evidenceProblems(where: string, value: Evidence, ruleSet: RuleSet): string[] {
  const problems: string[] = [];
  if (value.sources.length === 0) problems.push(`${where}: no source`);
  for (const key of value.sources) {
    if (!(key in ruleSet.sources)) problems.push(`${where}: unknown source ${key}`);
  }
  if (!value.certainty) problems.push(`${where}: no certainty`);
  if (!isChinaDay(value.checkedOn)) problems.push(`${where}: no date of checking`);
  return problems;
}

function sourceProblems(ruleSet: RuleSet): string[] {
  const used = new Set([...valuesOf(ruleSet)].flatMap(({ evidence }) => evidence.sources));
  return Object.entries(ruleSet.sources).flatMap(([key, source]) => [
    ...(used.has(key) ? [] : [`source ${key}: not used`]),
    ...((source.title ?? source.address) ? [] : [`source ${key}: neither title nor address`]),
  ]);
}

function awardProblems(award: AwardRule, ruleSet: RuleSet): string[] {
  const problems: string[] = [];
  const stated = new Set(ruleSet.facts.map(({ fact }) => fact));
  if ((award.metric === 'net_sales') !== (award.salesScope !== null)) {
    problems.push(`${award.awardId}: the scope of sales belongs to awards of sales`);
  }
  const steps = award.tiers.map((tier) => mainCondition(award, tier)?.threshold);
  steps.forEach((step, index) => {
    const before = steps[index - 1] ?? 0;
    if (step === undefined || step <= before) problems.push(`${award.awardId}: tiers do not rise`);
  });
  for (const { conditionId, threshold } of award.tiers.flatMap((tier) => tier.conditions)) {
    if (!Number.isSafeInteger(threshold)) problems.push(`${conditionId}: not a whole number`);
  }
  for (const { confirmId, fact } of award.tiers.flatMap((tier) => tier.toConfirm)) {
    if (!stated.has(fact)) problems.push(`${confirmId}: not asked for: ${fact}`);
  }
  return problems;
}

function exampleProblems({ name, expect }: ExampleRule, ruleSet: RuleSet): string[] {
  const where = `example ${name['en-US']}`;
  return expect.flatMap(({ awardId, tiers }) => {
    const award = ruleSet.awards.find((candidate) => candidate.awardId === awardId);
    if (!award) return [`${where}: unknown award ${awardId}`];
    const known = award.tiers.map(({ tierId }) => tierId);
    return Object.keys(tiers)
      .filter((tierId) => !known.includes(tierId))
      .map((tierId) => `${where}: unknown tier ${tierId}`);
  });
}

function mainCondition(award: AwardRule, tier: TierRule): ConditionRule | undefined {
  return tier.conditions.find((condition) => condition.metric === award.metric);
}

function conflictProblems(ruleSet: RuleSet): string[] {
  const ids = new Set(idsOf(ruleSet));
  return ruleSet.conflicts.flatMap(({ conflictId, concerns, statements, checkedOn }) => {
    const problems: string[] = [];
    for (const id of concerns) if (!ids.has(id)) problems.push(`${conflictId}: unknown ${id}`);
    for (const key of statements.flatMap((statement) => statement.sources)) {
      if (!(key in ruleSet.sources)) problems.push(`${conflictId}: unknown source ${key}`);
    }
    const used = statements.filter((statement) => statement.isUsed).length;
    if (used !== 1) problems.push(`${conflictId}: ${used} statements used`);
    if (!isChinaDay(checkedOn)) problems.push(`${conflictId}: no date of checking`);
    return problems;
  });
}

function idsOf(ruleSet: RuleSet): string[] {
  return [
    ...ruleSet.awards.flatMap(({ awardId, tiers }) => [
      awardId,
      ...tiers.flatMap((tier) => [
        tier.tierId,
        ...tier.conditions.map((condition) => condition.conditionId),
        ...tier.toConfirm.map((confirm) => confirm.confirmId),
      ]),
    ]),
    ...ruleSet.notComputed.flatMap(({ id, tiers }) => [id, ...tiers.map(({ tierId }) => tierId)]),
    ...ruleSet.targets.map((target) => target.targetId),
    ...ruleSet.documents.map((document) => document.documentId),
  ];
}

function duplicates(ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}
