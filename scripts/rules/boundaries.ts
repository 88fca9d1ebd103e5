import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import * as v from 'valibot';

import { compare, coverageOf, formulaFen } from '../../src/domain/incentive/evaluate';
import { answerAt } from '../../src/domain/incentive/examples';
import { type RuleSet, ruleSetKeyOf } from '../../src/domain/incentive/rule-set';
import { valuesOf } from '../../src/domain/incentive/rule-values';

const FOLDER = path.join(__dirname, '../../src/incentives/boundaries');

/** What the engine must answer for a figure, written by hand from the sources. */
const boundary = v.strictObject({
  /** The name of the value, as `valuesOf` gives it. */
  value: v.string(),
  /** Figures below, at and above it, each with the answer. */
  cases: v.optional(v.array(v.tuple([v.number(), v.union([v.string(), v.number()])])), []),
  /** The numbers of a value, in their order, where no figure is compared with them. */
  stated: v.optional(v.array(v.number()), []),
});
/** The boundary tests of one value. */
export type Boundary = v.InferOutput<typeof boundary>;

/** The boundary tests of a rule set; none where no file has been written. */
export function boundariesOf(ruleSet: RuleSet): Boundary[] {
  const file = path.join(FOLDER, `${ruleSetKeyOf(ruleSet)}.json`);
  if (!existsSync(file)) return [];
  return v.parse(v.array(boundary), JSON.parse(readFileSync(file, 'utf8')));
}

/** What the rule set answers otherwise than its boundary tests, and values without any. */
export function boundaryProblems(ruleSet: RuleSet, boundaries: readonly Boundary[]): string[] {
  const values = [...valuesOf(ruleSet)].filter(({ numbers }) => Object.keys(numbers).length > 0);
  const tested = new Set(
    boundaries
      .filter(({ cases, stated }) => cases.length + stated.length > 0)
      .map(({ value }) => value),
  );
  const missing = values.filter(({ name }) => !tested.has(name));
  const failing = boundaries.flatMap(({ value, cases, stated }) => {
    const numbers = values.find(({ name }) => name === value)?.numbers;
    if (numbers === undefined) return [`${value}: tested, and no value with a number`];
    const isStated = stated.length === 0 || Object.values(numbers).join() === stated.join();
    return [
      ...(isStated ? [] : [`${value}: ${Object.values(numbers).join()}, not ${stated.join()}`]),
      ...cases.flatMap(([figure, expected]) => {
        const answer = answerFor(ruleSet, value, figure);
        return answer === expected ? [] : [`${value} at ${figure}: ${answer}, not ${expected}`];
      }),
    ];
  });
  return [...missing.map(({ name }) => `${name}: no boundary test`), ...failing];
}

/** The engine's answer for a figure of one value. */
function answerFor(ruleSet: RuleSet, name: string, figure: number): string | number | null {
  if (name === 'effective') return coverageOf(ruleSet, figure).state;
  const target = ruleSet.targets.find(({ targetId }) => targetId === name);
  if (target) {
    const { comparator, value: threshold } = target;
    return compare({ comparator, threshold }, { low: figure, high: figure }).answer;
  }
  for (const award of ruleSet.awards) {
    for (const tier of award.tiers) {
      const condition = tier.conditions.find(({ conditionId }) => conditionId === name);
      if (condition) return answerAt({ ruleSet, award, tier, condition }, figure);
      if (tier.award.kind === 'formula' && name.startsWith(`${tier.tierId} `)) {
        const { step } = tier.award;
        const heads = step.kind === 'per_head' ? step.classes : [];
        const counted = heads.find((_, index) => name === `${tier.tierId} class ${index + 1}`);
        return formulaFen(tier.award, (metric) =>
          counted === undefined || counted.metric === metric ? figure : null,
        );
      }
    }
  }
  return null;
}
