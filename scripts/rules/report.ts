import { isDeepStrictEqual } from 'node:util';

import { answerOf, aroundThreshold, expectedAround } from '../../src/domain/incentive/examples';
import type { Answer } from '../../src/domain/incentive/progress';
import {
  type AwardRule,
  type ConditionRule,
  type Evidence,
  type RuleSet,
  ruleSetKeyOf,
  type TierAwardRule,
} from '../../src/domain/incentive/rule-set';

/** One condition of a tier, and the engine's answers around its threshold. */
export interface ConditionReport {
  award: string;
  tier: string;
  condition: string;
  rule: string;
  certainty: string;
  sources: readonly string[];
  answers: Record<'below' | 'at' | 'above', Answer>;
}

/** A rule set in a form that a person can check. */
export interface RuleSetReport {
  key: string;
  name: string;
  years: string;
  conditions: ConditionReport[];
  /**
   * Awards of the tiers, rules that are not computed, and targets, each with certainty and sources.
   */
  amounts: { what: string; says: string; certainty: string; sources: readonly string[] }[];
  conflicts: string[];
  examples: { name: string; holds: boolean }[];
  /** Answers that contradict the comparator, and examples that fail. */
  wrong: string[];
}

const yuan = (fen: number): string => `${(fen / 100).toLocaleString('en-US')} yuan`;

function awardText(award: TierAwardRule): string {
  switch (award.kind) {
    case 'fixed':
      return `${yuan(award.amount.fen)} as reported`;
    case 'up_to':
      return `up to ${yuan(award.cap.fen)}`;
    case 'formula':
      return `formula: ${award.formulaText['en-US']}`;
    case 'formula_unknown':
      return `no sum: ${award.formulaText['en-US']}`;
    case 'none':
    case 'unknown':
      return `no amount: ${award.reason['en-US']}`;
  }
}

function conditionText(award: AwardRule, condition: ConditionRule): string {
  const { threshold, unit } = condition;
  const value =
    unit === 'fen'
      ? yuan(threshold)
      : unit === 'basis_points'
        ? `${String(threshold / 100)} %`
        : `${threshold.toLocaleString('en-US')}${unit === 'count' ? '' : ` ${unit}`}`;
  const comparator = { more_than: '>', at_least: '≥', at_most: '≤' }[condition.comparator];
  const period = award.period.kind === 'none' ? '' : ', calendar year';
  return `${condition.metric} ${comparator} ${value} (“${condition.worded['en-US']}”${period})`;
}

function conditionsOf(ruleSet: RuleSet): ConditionReport[] {
  return ruleSet.awards.flatMap((award) =>
    award.tiers.flatMap((tier) =>
      tier.conditions.map((condition) => ({
        award: award.awardId,
        tier: tier.tierId,
        condition: condition.conditionId,
        rule: conditionText(award, condition),
        certainty: condition.certainty,
        sources: condition.sources,
        answers: aroundThreshold({ ruleSet, award, tier, condition }),
      })),
    ),
  );
}

function amountsOf(ruleSet: RuleSet): RuleSetReport['amounts'] {
  const line = (what: string, says: string, { certainty, sources }: Evidence) => ({
    what,
    says,
    certainty,
    sources,
  });
  return [
    ...ruleSet.awards.flatMap((award) =>
      award.tiers.flatMap((tier) => [
        line(`${award.awardId} ${tier.tierId}`, awardText(tier.award), tier.award.form),
        ...tier.toConfirm.map((confirm) =>
          line(`${tier.tierId} to confirm`, confirm.wording['en-US'], confirm),
        ),
      ]),
    ),
    ...ruleSet.notComputed.flatMap((rule) => [
      line(`${rule.id} not computed`, `${rule.reported['en-US']}. ${rule.reason['en-US']}`, rule),
      ...rule.tiers.map(({ tierId, award }) =>
        line(`${rule.id} ${tierId}`, awardText(award), award.form),
      ),
    ]),
    ...ruleSet.targets.map((target) => {
      const value = target.unit === 'fen' ? yuan(target.value) : String(target.value);
      const comparator = target.comparator === 'more_than' ? '>' : '≥';
      const says = `${target.name['en-US']} ${comparator} ${value} by ${String(target.by?.year ?? 'unknown')}`;
      return line(`target ${target.targetId}`, says, target);
    }),
  ];
}

function wrongAnswers({ conditions }: RuleSetReport, ruleSet: RuleSet): string[] {
  const rules = ruleSet.awards.flatMap(({ tiers }) => tiers.flatMap((tier) => tier.conditions));
  return conditions.flatMap(({ condition, answers }) => {
    const rule = rules.find(({ conditionId }) => conditionId === condition);
    const holds = rule !== undefined && isDeepStrictEqual(answers, expectedAround(rule));
    return holds ? [] : [`${condition}: ${JSON.stringify(answers)} around its threshold`];
  });
}

/** A rule set compared with the engine. */
export function reportOf(ruleSet: RuleSet): RuleSetReport {
  const { fromYear, toYear, certainty } = ruleSet.effective;
  const report: RuleSetReport = {
    key: ruleSetKeyOf(ruleSet),
    name: ruleSet.name['en-US'],
    years: `${String(fromYear)}–${String(toYear)} (${certainty}), checked on ${ruleSet.checkedOn}`,
    conditions: conditionsOf(ruleSet),
    amounts: amountsOf(ruleSet),
    conflicts: ruleSet.conflicts.map(({ conflictId, statements, why }) => {
      const sides = statements.map(
        ({ text, sources, isUsed }) =>
          `${text['en-US']} (${sources.join(', ')}${isUsed ? ', used' : ''})`,
      );
      return `${conflictId}: ${sides.join(' — or: ')}. ${why['en-US']}`;
    }),
    examples: ruleSet.examples.map((example) => ({
      name: example.name['en-US'],
      holds: isDeepStrictEqual(answerOf(ruleSet, example), example.expect),
    })),
    wrong: [],
  };
  const failing = report.examples.filter(({ holds }) => !holds);
  const examples = failing.map(({ name }) => `${report.key}: the example “${name}” does not hold`);
  return { ...report, wrong: [...wrongAnswers(report, ruleSet), ...examples] };
}

function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heading, heading.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replace(/\|/g, '/')).join(' | ')} |`)
    .join('\n');
}

function partOf(report: RuleSetReport): string {
  const conditions = report.conditions.map(({ award, tier, rule, certainty, sources, answers }) => [
    `${award} ${tier}`,
    rule,
    certainty,
    sources.join(', '),
    answers.below,
    answers.at,
    answers.above,
  ]);
  const heading = ['award, tier', 'rule', 'certainty', 'sources', '1 below', 'on it', '1 above'];
  const amounts = report.amounts.map(({ what, says, certainty, sources }) => [
    what,
    says,
    certainty,
    sources.join(', '),
  ]);
  return [
    `## ${report.key}`,
    `${report.name}, ${report.years}.`,
    ...(conditions.length > 0 ? [table(heading, conditions)] : []),
    table(['what', 'says', 'certainty', 'sources'], amounts),
    ...report.conflicts.map((line) => `- Sources disagree on ${line}`),
    ...report.examples.map(({ name, holds }) => `- Example ${holds ? 'holds' : 'FAILS'}: ${name}`),
  ].join('\n\n');
}

/** All rule sets as Markdown. */
export function tablesOf(reports: readonly RuleSetReport[]): string {
  return reports.map(partOf).join('\n\n');
}
