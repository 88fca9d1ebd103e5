import { describe, expect, it } from 'vitest';
import { HUADU, MILLION, ladder } from './evaluate.fixture';
import { type PrecheckAnswers, precheckSchemes } from './precheck';
import type { Progress } from './progress';

const UNKNOWN: PrecheckAnswers = {
  lineOfBusiness: 'mcn',
  year: 2026,
  netFen: null,
  followers: null,
  paidInCapitalFen: null,
  operatingRevenueFen: null,
};

function progressOf(overrides: Partial<PrecheckAnswers>): Progress {
  const [scheme] = precheckSchemes([HUADU], { ...UNKNOWN, ...overrides });
  return scheme!.progress;
}

function check(overrides: Partial<PrecheckAnswers>) {
  return progressOf(overrides).awards.map((award) => [award.awardId, ladder(award)]);
}

describe('pre-check', () => {
  it('answers for the hosts and for the store', () => {
    const awards = check({
      netFen: 20 * MILLION + 1,
      followers: 500_001,
      paidInCapitalFen: 300 * MILLION,
      operatingRevenueFen: 500 * MILLION,
    });
    expect(awards).toEqual([
      ['HD-ANCHOR', 'met met not_met'],
      ['HD-SETTLE', 'met'],
      ['HD-TURNOVER', 'not_met not_met not_met'],
    ]);
  });

  it('treats "do not know" as unknown, and 0 as 0', () => {
    expect(check({ lineOfBusiness: 'streamer' })).toEqual([
      ['HD-ANCHOR', 'cannot_tell cannot_tell cannot_tell'],
    ]);
    expect(check({ lineOfBusiness: 'streamer', netFen: 0, followers: 600_000 })).toEqual([
      ['HD-ANCHOR', 'not_met not_met not_met'],
    ]);
    expect(check({ lineOfBusiness: 'streamer', followers: 0 })).toEqual([
      ['HD-ANCHOR', 'not_met not_met not_met'],
    ]);
  });

  it('names awards for hosts only for lines of business with hosts', () => {
    const ids = (lineOfBusiness: PrecheckAnswers['lineOfBusiness']) =>
      progressOf({ lineOfBusiness }).notComputed.map((rule) => rule.id);
    expect(ids('mcn')).toEqual(['HD-STAR', 'HD-IPO', 'HD-PROJECTS']);
    expect(ids('brand_or_shop')).toEqual(['HD-IPO', 'HD-PROJECTS']);
  });
});
