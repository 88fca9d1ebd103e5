import { describe, expect, it } from 'vitest';

import { declarationProblems, progressProblems, readingProblems } from './problems';
import type { FactRule } from './rule-set';

// 23:59 in China.
const NOW = '2026-11-23T15:59:00.000Z';

describe('declarationProblems', () => {
  const question = { 'zh-CN': '问', 'en-US': 'Asked' };
  const ASKED: readonly FactRule[] = [
    { fact: 'operating_revenue', type: 'money', perYear: true, subject: 'shop', question },
    { fact: 'home_in_huadu', type: 'boolean', perYear: false, subject: 'host', question },
  ];
  const revenue = { hostId: null, fact: 'operating_revenue', value: 5, year: 2026 } as const;
  const home = { hostId: 'h', fact: 'home_in_huadu', value: true, year: null } as const;

  it('takes a year that begins at most two years ahead', () => {
    expect(declarationProblems({ ...revenue, year: 2028 }, ASKED, NOW)).toEqual({});
    expect(declarationProblems({ ...revenue, year: 2029 }, ASKED, NOW)).toEqual({
      year: 'too_far_ahead',
    });
  });

  it('accepts facts in the asked form', () => {
    expect(declarationProblems(revenue, ASKED, NOW)).toEqual({});
    expect(declarationProblems(home, ASKED, NOW)).toEqual({});
  });

  it('refuses a fact that is not asked, or not of this kind of applicant', () => {
    expect(declarationProblems({ ...revenue, hostId: 'h' }, ASKED, NOW)).toEqual({
      fact: 'not_a_choice',
    });
    expect(declarationProblems({ ...home, hostId: null }, ASKED, NOW)).toEqual({
      fact: 'not_a_choice',
    });
    expect(declarationProblems(revenue, [], NOW)).toEqual({ fact: 'not_a_choice' });
  });

  it('refuses an answer of another type', () => {
    expect(declarationProblems({ ...revenue, value: true }, ASKED, NOW)).toEqual({
      value: 'wrong_type',
    });
    expect(declarationProblems({ ...home, value: 1 }, ASKED, NOW)).toEqual({ value: 'wrong_type' });
  });

  it('requires a year of a yearly fact and refuses one of any other', () => {
    expect(declarationProblems({ ...revenue, year: null }, ASKED, NOW)).toEqual({
      year: 'required',
    });
    expect(declarationProblems({ ...home, year: 2026 }, ASKED, NOW)).toEqual({
      year: 'unknown_field',
    });
  });
});

describe('readingProblems', () => {
  it('accepts a reading of today in China and refuses one of tomorrow', () => {
    expect(readingProblems({ readOn: '2026-11-23' }, NOW)).toEqual({});
    expect(readingProblems({ readOn: '2026-11-24' }, NOW)).toEqual({ readOn: 'in_the_future' });
  });
});

describe('progressProblems', () => {
  it('accepts now and every day until today in China', () => {
    expect(progressProblems({ asOf: null }, NOW)).toEqual({});
    expect(progressProblems({ asOf: '2026-11-23' }, NOW)).toEqual({});
    expect(progressProblems({ asOf: '2026-11-24' }, NOW)).toEqual({ asOf: 'in_the_future' });
  });
});
