import { describe, expect, it } from 'vitest';

import { buildInput, HUADU, MILLION, sumsOf } from './evaluate.fixture';
import { evaluateSchemes } from './schemes';
import { schemeStandings } from './scheme-standing';
import { ruleSetKeyOf, type RuleSet } from './rule-set';

/** The district's ladder with its amounts multiplied. */
function scaled(ruleSetId: string, times: number): RuleSet {
  const awards = HUADU.awards.map((award) => ({
    ...award,
    tiers: award.tiers.map((tier) => ({
      ...tier,
      conditions: tier.conditions.map((condition) =>
        condition.metric === 'net_sales'
          ? { ...condition, threshold: condition.threshold * times }
          : condition,
      ),
    })),
  }));
  return { ...HUADU, ruleSetId, awards };
}

/** The ids of schemes, in the order in which a streamer with these sales is shown them. */
function listed(paid: number | null, ...ruleSets: RuleSet[]): [string, number][] {
  const sums = paid === null ? null : sumsOf({ paid: paid * MILLION });
  const { ruleSet: _own, ...input } = buildInput({ sums });
  const schemes = evaluateSchemes(ruleSets, input).map(({ ruleSetKey, progress }) => {
    const ruleSet = ruleSets.find((own) => ruleSetKeyOf(own) === ruleSetKey);
    if (!ruleSet) throw new Error(ruleSetKey);
    return { ruleSet, progress };
  });
  return schemeStandings(schemes).map(({ scheme, distance }) => [
    scheme.ruleSet.ruleSetId,
    Number(distance.toFixed(2)),
  ]);
}

describe('schemeStandings', () => {
  const named = { ...HUADU, ruleSetId: 'named', awards: [] };

  it('lists what is wholly reached first, then the nearest, then what is not computed', () => {
    expect(listed(12, named, scaled('tenfold', 10), HUADU, scaled('small', 0.1))).toEqual([
      ['small', 0],
      ['huadu-2020', 0.4],
      ['tenfold', 0.88],
      ['named', 2],
    ]);
  });

  it('is as far as can be where nothing is recorded', () => {
    expect(listed(null, HUADU)).toEqual([['huadu-2020', 1]]);
  });

  it('names the ladder that is nearest, with what is not confirmed of it', () => {
    const { ruleSet, ...input } = buildInput({ sums: sumsOf({ paid: 12 * MILLION }) });
    const [answered] = evaluateSchemes([ruleSet], input);
    if (!answered) throw new Error('no answer');
    const [first] = schemeStandings([{ ruleSet, progress: answered.progress }]);
    expect(first?.nearest?.rule.awardId).toBe('HD-ANCHOR');
    expect(first?.nearest?.standing).toMatchObject({
      reached: { tierId: 'A1', unanswered: 3 },
      blocker: { tierId: 'A2', by: 'short' },
    });
  });

  it('of one scheme names the nearest of its ladders, whichever comes first', () => {
    const [near] = HUADU.awards;
    const [tenfold] = scaled('tenfold', 10).awards;
    if (near === undefined || tenfold === undefined) throw new Error('no ladder');
    const far = { ...tenfold, awardId: 'FAR' };
    for (const awards of [
      [near, far],
      [far, near],
    ]) {
      const both = { ...HUADU, awards };
      const { ruleSet: _own, ...input } = buildInput({ sums: sumsOf({ paid: 12 * MILLION }) });
      const [answered] = evaluateSchemes([both], input);
      if (!answered) throw new Error('no answer');
      const [first] = schemeStandings([{ ruleSet: both, progress: answered.progress }]);
      const { award, rule } = first?.nearest ?? {};
      expect([award?.awardId, rule?.awardId]).toEqual([near.awardId, near.awardId]);
    }
  });
});
