import { describe, expect, it } from 'vitest';

import { award, condition, MILLION, sumsOf } from './evaluate.fixture';
import type { ConditionAnswer } from './progress';
import { decidingConditions, mostAtRisk } from './risk';

const MET = condition(award('HD-ANCHOR', { sums: sumsOf({ paid: 60 * MILLION }) }), 'A1-sales');

function held(conditionId: string, figures: Partial<ConditionAnswer>): ConditionAnswer {
  const fields = { comparator: 'at_least', threshold: 1000, low: 2000, high: 2000 } as const;
  return { ...MET, ...fields, settled: null, conditionId, ...figures };
}

const leaf = (own: ConditionAnswer) => ({ kind: 'one', condition: own }) as const;

function riskOf(...conditions: ConditionAnswer[]) {
  return mostAtRisk({ kind: 'all', parts: conditions.map(leaf) });
}

describe('mostAtRisk', () => {
  const short = held('short', { answer: 'not_met', low: 900 });
  const unknown = held('unknown', { answer: 'cannot_tell', low: null });
  const unsettled = held('unsettled', { settled: 999 });
  const thin = held('thin', { low: 1049 });

  it('names a short condition before one that is unknown, unsettled or thin', () => {
    const all = [thin, unsettled, unknown, short];
    expect(riskOf(...all)).toEqual({ conditionId: 'short', reason: 'short' });
    expect(riskOf(...all.slice(0, 3))).toEqual({ conditionId: 'unknown', reason: 'unknown' });
    expect(riskOf(...all.slice(0, 2))).toEqual({ conditionId: 'unsettled', reason: 'unsettled' });
    expect(riskOf(thin, held('safe', {}))).toEqual({ conditionId: 'thin', reason: 'thin_margin' });
    expect(riskOf(...all.slice(0, 3).reverse())?.reason).toBe('unknown');
  });

  it('names of two that are short the one that lacks the larger share', () => {
    const shorter = held('shorter', { answer: 'not_met', low: 100 });
    expect(riskOf(short, shorter)?.conditionId).toBe('shorter');
    expect(riskOf(shorter, short)?.conditionId).toBe('shorter');
  });

  it('has no thin margin from a twentieth on, and none over a threshold of 0', () => {
    expect(riskOf(held('c', { low: 1050 }))).toBeNull();
    expect(riskOf(held('c', { threshold: 0, low: 0 }))).toMatchObject({ reason: 'thin_margin' });
  });
});

describe('decidingConditions', () => {
  const tierOf = (...conditions: ConditionAnswer[]) => ({
    conditions,
    joined: { any: conditions.map(({ conditionId }) => conditionId) },
  });

  it('takes an undecided alternative before one that is not met, however near', () => {
    const near = held('near', { answer: 'not_met', low: 999 });
    const open = held('open', { answer: 'cannot_tell', low: null });
    expect(decidingConditions(tierOf(near, open))).toEqual([open]);
    expect(decidingConditions(tierOf(open, near))).toEqual([open]);
  });
});
