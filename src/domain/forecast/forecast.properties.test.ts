import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, yearOf } from '../time';
import { forecast } from './forecast';
import type { Crossing, ForecastInput } from './types';
import { THOUSAND, pathOf, rangeOf } from './paths.fixture';
import { PROMOTION_IDS } from './promotion-ids';

const anyDay = fc.integer({ min: 0, max: 3650 }).map((days) => addDays('2021-01-01', days));
const oddDay = fc.oneof(
  anyDay,
  fc.constantFrom('2024-02-29', '2024-12-31', '2025-01-01', '2026-12-31', '2031-02-01'),
);
/** Net of a day: often nothing, rarely very much, sometimes more refunds than payments. */
const anyNet = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 5_000_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: -1_000_000, max: 1_000_000_000 }) },
);

/** Any input, also with days without data. */
const anyInput: fc.Arbitrary<ForecastInput> = fc
  .record({
    today: oddDay,
    net: fc.oneof(
      fc.array(anyNet, { maxLength: 100 }),
      fc.array(anyNet, { minLength: 100, maxLength: 800, size: 'max' }),
    ),
    returnedPercent: fc.integer({ min: 0, max: 100 }),
    thresholds: fc.array(fc.integer({ min: -1000, max: 2_000_000_000 }), { maxLength: 5 }),
    promotionsOff: fc.subarray([...PROMOTION_IDS]),
    ahead: fc.integer({ min: -40, max: 40 }),
    otherYear: fc.integer({ min: 0, max: 20 }),
  })
  .map(({ today, net, returnedPercent, thresholds, promotionsOff, ahead, otherYear }) => ({
    path: {
      // Usually up to today, sometimes shorter or longer.
      from: addDays(today, 1 - net.length + (Math.abs(ahead) > 30 ? ahead : 0)),
      netFen: net,
      expectedReturnFen: net.map((fen) => Math.floor((Math.max(0, fen) * returnedPercent) / 200)),
    },
    today,
    year: yearOf(today) + (otherYear < 2 ? otherYear * 2 - 1 : 0),
    thresholds: [...thresholds]
      .sort((a, b) => a - b)
      .map((neededFen, index) => ({ id: String(index), neededFen })),
    promotionsOff,
  }));

/** A merchant with enough history for a range, if the range is not too wide. */
const sellingInput: fc.Arbitrary<ForecastInput> = fc
  .record({
    today: anyDay,
    net: fc.array(fc.integer({ min: 1, max: 5_000_000 }), {
      minLength: 60,
      maxLength: 731,
      size: 'max',
    }),
    promotionsOff: fc.subarray([...PROMOTION_IDS]),
  })
  .map(({ today, net, promotionsOff }) => ({
    path: {
      from: addDays(today, 1 - net.length),
      netFen: net,
      expectedReturnFen: net.map(() => 0),
    },
    today,
    year: yearOf(today),
    thresholds: [],
    promotionsOff,
  }));

/** The range of a merchant who sells; other cases are skipped, because the range is too wide. */
function usableRangeOf(input: ForecastInput) {
  const answer = forecast(input);
  fc.pre(answer.kind === 'range' || answer.reason !== 'too_uncertain');
  return rangeOf(input);
}

const NEVER = '9999-12-31';
const DAYS_OF = ['earliest', 'likely', 'latest'] as const;
const dayOf = (crossing: Crossing, which: (typeof DAYS_OF)[number]) => crossing[which] ?? NEVER;

describe('a forecast of any input', () => {
  it('consists of whole fen, in order, and never below the kept net', () => {
    let ranges = 0;
    fc.assert(
      fc.property(anyInput, (input) => {
        const answer = forecast(input);
        if (answer.kind === 'declined') return;
        ranges += 1;
        const { lowFen, midFen, highFen } = answer.yearEnd;
        expect([lowFen, midFen, highFen].every(Number.isSafeInteger)).toBe(true);
        expect(answer.inputs.keptThisYearFen).toBeLessThanOrEqual(lowFen);
        expect(lowFen).toBeLessThanOrEqual(midFen);
        expect(midFen).toBeLessThanOrEqual(highFen);
      }),
      { numRuns: 300 },
    );
    expect(ranges).toBeGreaterThan(30);
  });

  it('dates a threshold on the day when the end of the range reaches it, in order', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const answer = forecast(input);
        if (answer.kind === 'declined') return;
        const { lowFen, midFen, highFen } = answer.yearEnd;
        for (const crossing of answer.crossings) {
          const { neededFen, earliest, likely, latest } = crossing;
          expect(earliest !== null).toBe(highFen >= neededFen);
          expect(likely !== null).toBe(midFen >= neededFen);
          expect(latest !== null).toBe(lowFen >= neededFen);
          expect(dayOf(crossing, 'earliest') <= dayOf(crossing, 'likely')).toBe(true);
          expect(dayOf(crossing, 'likely') <= dayOf(crossing, 'latest')).toBe(true);
          for (const day of [earliest, likely, latest]) {
            if (day !== null) expect(yearOf(day)).toBe(input.year);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never dates a higher threshold earlier', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const answer = forecast(input);
        if (answer.kind === 'declined') return;
        answer.crossings.slice(1).forEach((higher, index) => {
          for (const which of DAYS_OF) {
            expect(dayOf(higher, which) >= dayOf(answer.crossings[index]!, which)).toBe(true);
          }
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe('a forecast of a merchant who sells', () => {
  it('grows as all of the sales grow', () => {
    fc.assert(
      fc.property(sellingInput, fc.integer({ min: 2, max: 9 }), (input, times) => {
        const netFen = input.path.netFen.map((fen) => fen * times);
        const [base, more] = [input, { ...input, path: { ...input.path, netFen } }].map(
          usableRangeOf,
        );
        for (const end of ['lowFen', 'midFen', 'highFen'] as const) {
          const share = more!.yearEnd[end] / (times * base!.yearEnd[end]);
          expect(share).toBeCloseTo(1, 6);
        }
      }),
    );
  });

  it('never falls when sales rise on a recent day away from promotions', () => {
    // 12 September to 31 October: no promotion within eight weeks, nor within four weeks of one.
    const today = fc.integer({ min: 0, max: 49 }).map((days) => addDays('2026-09-12', days));
    const nets = fc.array(fc.integer({ min: 0, max: 5_000_000 }), {
      minLength: 60,
      maxLength: 731,
      size: 'max',
    });
    const more = fc.integer({ min: 1, max: 50_000_000 });
    fc.assert(
      fc.property(today, nets, fc.integer({ min: 0, max: 55 }), more, (day, net, back, extra) => {
        const netFen = net.map((fen) => fen + 1);
        const from = addDays(day, 1 - net.length);
        const midOf = (path: readonly number[]) =>
          usableRangeOf({
            path: { from, netFen: path, expectedReturnFen: [] },
            today: day,
            year: 2026,
            thresholds: [],
            promotionsOff: [],
          }).yearEnd.midFen;
        const index = net.length - 1 - back;
        const raised = netFen.map((fen, at) => (at === index ? fen + extra : fen));
        expect(midOf(raised)).toBeGreaterThanOrEqual(midOf(netFen) + extra);
      }),
    );
  });

  it('falls with expected returns', () => {
    fc.assert(
      fc.property(sellingInput, (input) => {
        const expectedReturnFen = input.path.netFen.map((fen) => Math.floor(fen / 3));
        const returned = forecast({ ...input, path: { ...input.path, expectedReturnFen } });
        if (returned.kind === 'declined') return;
        expect(returned.yearEnd.midFen).toBeLessThan(usableRangeOf(input).yearEnd.midFen);
      }),
    );
  });

  it('falls when a promotion is switched off', () => {
    const path = pathOf('2026-01-01', '2026-10-20');
    const input = { path, today: '2026-10-20', year: 2026, thresholds: [], promotionsOff: [] };
    const all = rangeOf(input).yearEnd.midFen;
    const off = rangeOf({ ...input, promotionsOff: ['november_11'] }).yearEnd.midFen;
    expect(off).toBeLessThan(all - THOUSAND);
  });
});
