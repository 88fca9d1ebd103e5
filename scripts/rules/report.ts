import { isDeepStrictEqual } from 'node:util';

import { checkRuleSet } from '../../src/contract/rule-set';
import { answerOf } from '../../src/domain/incentive/examples';
import { type RuleSet, ruleSetKeyOf } from '../../src/domain/incentive/rule-set';
import { type RuleValue, valuesOf } from '../../src/domain/incentive/rule-values';
import { type Boundary, boundaryProblems } from './boundaries';
import { mutationsOf } from './mutations';

/** One value of a rule set as a person checks it. */
export interface ValueReport {
  value: string;
  says: string;
  certainty: string;
  sources: readonly string[];
  checkedOn: string;
  /** Its boundary tests in words; empty for a value without a number. */
  tests: string;
}

/** A rule set in a form that a person can check. */
export interface RuleSetReport {
  key: string;
  name: string;
  years: string;
  values: ValueReport[];
  conflicts: string[];
  examples: { name: string; holds: boolean }[];
  /** How many numbers and comparators were moved, and the moves that no test noticed. */
  mutations: { count: number; survivors: string[] };
  /** Values last checked more than a year before the day of the report. */
  old: string[];
  /** What the rule set must not be published with. */
  wrong: string[];
}

const group = (number: number): string => number.toLocaleString('en-US');

/** A number with its unit, which is the name of its field. */
function numberText(field: string, number: number): string {
  if (/year$/i.test(field)) return String(number);
  if (/fen$/i.test(field)) return `${group(number / 100)} yuan`;
  return /^basis_?points$/i.test(field) ? `${String(number / 100)}%` : `${group(number)} ${field}`;
}

function saysOf({ says, numbers }: RuleValue): string {
  const parts = Object.entries(numbers).map(([field, number]) => numberText(field, number));
  return [...(says ? [says['en-US']] : []), ...parts].join('; ');
}

/** The tests of a value: each figure with its answer, in the unit of the value. */
function testsOf({ name, numbers }: RuleValue, boundaries: readonly Boundary[]): string {
  const [field = ''] = Object.keys(numbers);
  return boundaries
    .filter(({ value }) => value === name)
    .flatMap(({ cases, stated }) => [
      ...cases.map(([figure, answer]) => {
        const result = typeof answer === 'number' ? numberText('fen', answer) : answer;
        return `${numberText(field, figure)}: ${result}`;
      }),
      ...(stated.length > 0 ? ['exactly this'] : []),
    ])
    .join('; ');
}

function failingExamples(ruleSet: RuleSet): string[] {
  return ruleSet.examples
    .filter((example) => !isDeepStrictEqual(answerOf(ruleSet, example), example.expect))
    .map(({ name }) => name['en-US']);
}

/** Everything that would have to be mended before the rule set is published. */
function problemsOf(json: unknown, boundaries: readonly Boundary[]): string[] {
  const checked = checkRuleSet(json);
  if (!checked.ok) return [...checked.problems];
  const { ruleSet } = checked;
  return [
    ...boundaryProblems(ruleSet, boundaries),
    ...failingExamples(ruleSet).map((name) => `the example “${name}” does not hold`),
  ];
}

/** Whether a day is more than a year before another; both `YYYY-MM-DD`. */
function isOlderThanAYear(day: string, today: string): boolean {
  return day < `${String(Number(today.slice(0, 4)) - 1)}${today.slice(4)}`;
}

/**
 * A rule set compared with the engine.
 * @param boundaries its boundary tests.
 * @param today the day of the report.
 */
export function reportOf(
  ruleSet: RuleSet,
  boundaries: readonly Boundary[],
  today: string,
): RuleSetReport {
  const key = ruleSetKeyOf(ruleSet);
  const { fromYear, toYear } = ruleSet.effective;
  const values = [...valuesOf(ruleSet)];
  const failing = failingExamples(ruleSet);
  const mutations = [...mutationsOf(ruleSet)];
  const survivors = mutations.filter(({ json }) => problemsOf(json, boundaries).length === 0);
  return {
    key,
    name: ruleSet.name['en-US'],
    years: `${String(fromYear ?? 'not established')}–${String(toYear ?? 'not established')}`,
    values: values.map((value) => ({
      value: value.name,
      says: saysOf(value),
      ...value.evidence,
      tests: testsOf(value, boundaries),
    })),
    conflicts: ruleSet.conflicts.map(({ conflictId, statements, why }) => {
      const sides = statements.map(
        ({ text, sources, isUsed }) =>
          `${text['en-US']} (${sources.join(', ')}${isUsed ? ', used' : ''})`,
      );
      return `${conflictId}: ${sides.join(' — or: ')}. ${why['en-US']}`;
    }),
    examples: ruleSet.examples.map(({ name }) => ({
      name: name['en-US'],
      holds: !failing.includes(name['en-US']),
    })),
    mutations: { count: mutations.length, survivors: survivors.map(({ name }) => name) },
    old: values
      .filter(({ evidence }) => isOlderThanAYear(evidence.checkedOn, today))
      .map(({ name, evidence }) => `${key} ${name}: last checked on ${evidence.checkedOn}`),
    wrong: [
      ...problemsOf(ruleSet, boundaries),
      ...survivors.map(({ name }) => `no test notices ${name}`),
    ].map((problem) => `${key} ${problem}`),
  };
}

function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heading, heading.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replace(/\|/g, '/')).join(' | ')} |`)
    .join('\n');
}

function partOf(report: RuleSetReport): string {
  const { mutations } = report;
  const rows = report.values.map(({ value, says, certainty, sources, checkedOn, tests }) => [
    value,
    says,
    certainty,
    sources.join(', '),
    checkedOn,
    tests,
  ]);
  const heading = ['value', 'says', 'certainty', 'sources', 'checked on', 'tests: figure: answer'];
  const noticed = mutations.count - mutations.survivors.length;
  return [
    `## ${report.key}`,
    `${report.name}, ${report.years}. Of ${String(mutations.count)} changes of one number by one unit, or of a comparator, tests notice ${String(noticed)}.`,
    table(heading, rows),
    ...report.conflicts.map((line) => `- Sources disagree on ${line}`),
    ...report.examples.map(({ name, holds }) => `- Example ${holds ? 'holds' : 'FAILS'}: ${name}`),
  ].join('\n\n');
}

/** All rule sets as Markdown. */
export function tablesOf(reports: readonly RuleSetReport[]): string {
  return reports.map(partOf).join('\n\n');
}
