import { describe, expect, it } from 'vitest';

import { MAX_REPORTS_A_DAY, reportDecisionProblems, reportProblems, withReport } from './report';

const TODAY = '2026-11-28';
const THREE = { on: TODAY, shopIds: ['s1', 's2', 's3'] };

describe('withReport', () => {
  it.each([
    ['the first one', null, 's1', { on: TODAY, shopIds: ['s1'] }],
    ['a further store', { on: TODAY, shopIds: ['s1'] }, 's2', { on: TODAY, shopIds: ['s1', 's2'] }],
    ['a store again, which counts once', THREE, 's2', THREE],
    ['a store too many', THREE, 's4', null],
    [
      'the first of a new day',
      { ...THREE, on: '2026-11-27' },
      's4',
      { on: TODAY, shopIds: ['s4'] },
    ],
  ])('takes or refuses %s', (_, before, shopId, after) => {
    expect(THREE.shopIds).toHaveLength(MAX_REPORTS_A_DAY);
    expect(withReport(before, shopId, TODAY)).toEqual(after);
  });
});

describe('the problems of a report', () => {
  it('are none with a reason; another reason needs words', () => {
    expect(reportProblems({ reason: 'unlawful', words: '' })).toEqual({});
    expect(reportProblems({ reason: 'other', words: '  ' })).toEqual({ words: 'required' });
    expect(reportProblems({ reason: 'other', words: '假货' })).toEqual({});
  });
});

describe('the problems of a decision', () => {
  it('are none but for a suspension without words', () => {
    expect(reportDecisionProblems({ outcome: 'suspended', words: '' })).toEqual({
      words: 'required',
    });
    expect(reportDecisionProblems({ outcome: 'suspended', words: '冒用' })).toEqual({});
    expect(reportDecisionProblems({ outcome: 'dismissed', words: '' })).toEqual({});
  });
});
