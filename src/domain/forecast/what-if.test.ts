import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { THOUSAND, pathOf, rangeOf, steadyInput } from './paths.fixture';
import { baseScenario, type Scenario, whatIf, type WhatIf } from './what-if';

const DAYS_AHEAD = 72;
const KEPT = 112 * THOUSAND;
const input = steadyInput({
  thresholds: [
    { id: 'passed', neededFen: KEPT },
    { id: 'near', neededFen: KEPT + 40 * THOUSAND },
    { id: 'far', neededFen: KEPT + 90 * THOUSAND },
  ],
});
const base = baseScenario({
  netPerWeekFen: rangeOf(input).inputs.netPerWeekFen,
  sessionsPerWeek: 3.5,
  refundRate: 0.2,
  followerGrowthPerWeek: 70,
});
const followers = { count: 1000, thresholds: [{ id: 'fans', needed: 2000 }] };

function changeOf(changes: Partial<Scenario>): Extract<WhatIf, { kind: 'change' }> {
  const answer = whatIf(input, base, { ...base, ...changes }, followers);
  if (answer.kind !== 'change') throw new Error(answer.reason);
  return answer;
}

describe('whatIf', () => {
  it('starts from today’s values', () => {
    expect(base).toEqual({
      sessionsPerWeek: 3.5,
      netPerSessionFen: 2 * THOUSAND,
      refundRate: 0.2,
      followerGrowthPerWeek: 70,
    });
  });

  it('has no difference without a change', () => {
    const { yearEnd, crossings } = changeOf({});
    expect(yearEnd).toEqual({ lowFen: 0, midFen: 0, highFen: 0 });
    expect(crossings.map(({ days }) => days)).toEqual([0, 0, null]);
  });

  it.each([
    ['twice the sessions', { sessionsPerWeek: 7 }],
    ['twice as much in each', { netPerSessionFen: 4 * THOUSAND }],
  ])('%s: doubles the sales of the days ahead only', (_, changes) => {
    const { yearEnd, crossings } = changeOf(changes);
    expect(yearEnd.midFen).toBe(DAYS_AHEAD * THOUSAND);
    expect(crossings).toEqual([
      { id: 'passed', today: '2026-10-20', then: '2026-10-20', days: 0 },
      { id: 'near', today: '2026-11-29', then: '2026-11-09', days: -20 },
      { id: 'far', today: null, then: '2026-12-04', days: null },
    ]);
  });

  it('keeps more of the payments with half of the refunds', () => {
    const { yearEnd } = changeOf({ refundRate: 0.1 });
    expect(yearEnd.midFen).toBeCloseTo((DAYS_AHEAD * THOUSAND * 0.1) / 0.8, -1);
  });

  it('sells nothing more when everything is returned or no session is held', () => {
    for (const changes of [{ refundRate: 1 }, { sessionsPerWeek: 0 }, { netPerSessionFen: -5 }]) {
      const { yearEnd, crossings } = changeOf(changes);
      expect(yearEnd.midFen).toBe(-DAYS_AHEAD * THOUSAND);
      expect(crossings[1]).toMatchObject({ then: null, days: null });
    }
  });

  it('adds followers each week', () => {
    // 72 days at 10 a day; the missing thousand would take a hundred days.
    expect(changeOf({}).followers).toEqual({
      yearEndToday: 1720,
      yearEndThen: 1720,
      crossings: [{ id: 'fans', today: null, then: null, days: null }],
    });
    expect(changeOf({ followerGrowthPerWeek: 140 }).followers).toEqual({
      yearEndToday: 1720,
      yearEndThen: 2440,
      crossings: [{ id: 'fans', today: null, then: '2026-12-09', days: null }],
    });
    expect(changeOf({ followerGrowthPerWeek: -500 }).followers).toMatchObject({ yearEndThen: 0 });
  });

  it('dates enough followers today, and leaves out unknown ones', () => {
    const enough = { count: 2000, thresholds: followers.thresholds };
    expect(whatIf(input, base, base, enough)).toMatchObject({
      followers: { crossings: [{ today: '2026-10-20', then: '2026-10-20', days: 0 }] },
    });
    expect(whatIf(input, base, base, null)).toMatchObject({ followers: null });
  });

  it('declines when the forecast does, and without sales to multiply', () => {
    const short = { ...input, path: pathOf('2026-10-01', '2026-10-20') };
    expect(whatIf(short, base, base, null)).toEqual({
      kind: 'declined',
      reason: 'too_little_history',
    });
    for (const changes of [{ sessionsPerWeek: 0 }, { refundRate: 1 }]) {
      const nothing = baseScenario({ netPerWeekFen: 7 * THOUSAND, ...base, ...changes });
      expect(whatIf(input, nothing, base, null)).toEqual({
        kind: 'declined',
        reason: 'nothing_to_compare',
      });
    }
  });

  it('never lowers the year end or delays a day with more sessions', () => {
    const sessions = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(sessions, sessions, (count, more) => {
        const [fewer, many] = [count, count + more].map((half) =>
          changeOf({ sessionsPerWeek: half / 2 }),
        );
        expect(many!.yearEnd.midFen).toBeGreaterThanOrEqual(fewer!.yearEnd.midFen);
        many!.crossings.forEach(({ then }, index) => {
          const before = fewer!.crossings[index]!.then;
          if (before !== null) expect(then !== null && then <= before).toBe(true);
        });
      }),
    );
  });
});
