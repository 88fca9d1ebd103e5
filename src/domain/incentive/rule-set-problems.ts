import { isChinaDay } from '../time';
import { SHARED_FACTS } from './facts';
import { metricOf, type MetricId } from './metrics';
import type {
  AwardRule,
  ConditionRule,
  Evidence,
  ExampleRule,
  Joined,
  RuleSet,
  TierRule,
  Unit,
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
    ...factProblems(ruleSet),
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
  if (metricOf(award.metric).form !== 'value') {
    problems.push(`${award.awardId}: a ladder rises with a figure`);
  }
  const steps = award.tiers.map((tier) => mainCondition(award, tier)?.threshold);
  steps.forEach((step, index) => {
    const before = steps[index - 1] ?? 0;
    if (step === undefined || step <= before) problems.push(`${award.awardId}: tiers do not rise`);
  });
  for (const tier of award.tiers) {
    problems.push(...tier.conditions.flatMap((condition) => conditionProblems(condition, ruleSet)));
    problems.push(...joinProblems(tier), ...formulaProblems(tier, ruleSet));
  }
  for (const { confirmId, fact } of award.tiers.flatMap((tier) => tier.toConfirm)) {
    if (!stated.has(fact)) problems.push(`${confirmId}: not asked for: ${fact}`);
  }
  return problems;
}

/** The unit that a figure's threshold must have; null for a figure that is not defined. */
function unitOf(metric: MetricId, { facts }: RuleSet): Unit | null {
  const { form, figure } = metricOf(metric);
  const type = facts.find(({ fact }) => fact === figure)?.type;
  const unit =
    figure === 'net_sales' || type === 'money'
      ? 'fen'
      : figure === 'followers'
        ? 'followers'
        : type === 'number'
          ? 'count'
          : null;
  if (unit === null) return null;
  return form === 'growth' ? 'basis_points' : form === 'rank' ? 'places' : unit;
}

function conditionProblems(condition: ConditionRule, ruleSet: RuleSet): string[] {
  const { conditionId, metric, threshold, unit, comparator } = condition;
  const problems: string[] = [];
  if (!Number.isSafeInteger(threshold)) problems.push(`${conditionId}: not a whole number`);
  const expected = unitOf(metric, ruleSet);
  if (expected === null) problems.push(`${conditionId}: not a figure: ${metric}`);
  else if (unit !== expected) problems.push(`${conditionId}: in ${unit}, not in ${expected}`);
  // More of a figure is never worse, or a sale could take a tier away.
  if ((comparator === 'at_most') !== (metricOf(metric).form === 'rank')) {
    problems.push(`${conditionId}: "at most" belongs to ranks`);
  }
  return problems;
}

/** Groups name every condition of their tier once. */
function joinProblems({ tierId, conditions, joined }: TierRule): string[] {
  if (joined === undefined) return [];
  const named = namesIn(joined);
  return [
    ...conditions
      .filter(({ conditionId }) => !named.includes(conditionId))
      .map(({ conditionId }) => `${conditionId}: in no group`),
    ...named
      .filter((name) => conditions.every(({ conditionId }) => conditionId !== name))
      .map((name) => `${tierId}: unknown in a group: ${name}`),
    ...duplicates(named).map((name) => `${name}: in two groups`),
  ];
}

function namesIn(node: Joined): string[] {
  if (typeof node === 'string') return [node];
  return ('all' in node ? node.all : node.any).flatMap(namesIn);
}

function formulaProblems({ tierId, award }: TierRule, ruleSet: RuleSet): string[] {
  if (award.kind !== 'formula') return [];
  const { step, metric } = award;
  const isOfHeads = step.kind === 'per_head';
  const metrics = isOfHeads ? step.classes.map((head) => head.metric) : [metric];
  return metrics
    .filter((own) => unitOf(own, ruleSet) !== (isOfHeads ? 'count' : 'fen'))
    .map((own) => `${tierId} award: not a figure of its formula: ${own}`);
}

/** A fact has a shared key or one of its rule set, and says what the interface cannot. */
function factProblems({ ruleSetId, facts }: RuleSet): string[] {
  return facts.flatMap(({ fact, type, label, unit, subject, perYear }) => {
    const isShared = SHARED_FACTS.includes(fact);
    const problems: string[] = [];
    if (!isShared && !fact.startsWith(`${ruleSetId}/`)) {
      problems.push(`${fact}: not a key of ${ruleSetId}`);
    }
    if (!isShared && type !== 'boolean' && !label) problems.push(`${fact}: no label`);
    if ((type === 'number') !== (unit !== undefined)) problems.push(`${fact}: a number has a unit`);
    const same = facts.filter((other) => other.fact === fact);
    const isTwice = same.filter((other) => other.subject === subject).length > 1;
    const differs = same.some((other) => other.type !== type || other.perYear !== perYear);
    if (isTwice || differs) problems.push(`${fact}: asked twice`);
    return problems;
  });
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
