import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { MILLION, YUAN, award, stated, sumsOf } from './evaluate.fixture';
import type { AwardAnswer } from './progress';
import { neededFor } from './risk';
import { placeOnRoad, road, STRETCH_PX, type Road } from './road';
import type { Comparator } from './rule-set';

const WAN = 10_000 * YUAN;
const MAX_FEN = 8_000 * WAN;

function roadOf(amounts: Parameters<typeof sumsOf>[0]): Road {
  const sums = sumsOf(amounts);
  return road(award('HD-ANCHOR', { sums }), { sums });
}

/** Thresholds of a ladder from 3万 to 8,000万, lowest first. */
const ladder = fc
  .uniqueArray(
    fc.record({
      threshold: fc.integer({ min: 3 * WAN, max: MAX_FEN }),
      comparator: fc.constantFrom<Comparator>('more_than', 'at_least'),
    }),
    { minLength: 1, maxLength: 6, selector: neededFor },
  )
  .map((lines) => [...lines].sort((a, b) => neededFor(a) - neededFor(b)));
const amount = fc.integer({ min: -WAN, max: 3 * MAX_FEN });

describe('placeOnRoad', () => {
  it('never lowers the marker for more money, on any ladder', () => {
    fc.assert(
      fc.property(ladder, amount, fc.nat({ max: MAX_FEN }), (lines, fen, more) => {
        const before = placeOnRoad(lines, fen);
        expect(placeOnRoad(lines, fen + more)).toBeGreaterThanOrEqual(before);
        expect(placeOnRoad(lines, fen + 1)).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it('raises it for one fen at every line', () => {
    fc.assert(
      fc.property(ladder, (lines) => {
        lines.forEach((line, index) => {
          const at = (index + 1) * STRETCH_PX;
          expect(placeOnRoad(lines, neededFor(line))).toBe(at);
          // The pointer of a figure that is one fen short does not lie on the line.
          expect(placeOnRoad(lines, neededFor(line) - 1)).toBeLessThanOrEqual(at - 4);
        });
      }),
    );
  });

  it('is linear between two lines, and logarithmic above the last', () => {
    const lines = [1000, 2000, 5000].map((wan) => {
      return { comparator: 'at_least' as const, threshold: wan * WAN };
    });
    const at = (wan: number) => placeOnRoad(lines, wan * WAN);
    expect(at(1500)).toBeCloseTo(1.5 * STRETCH_PX, 6);
    expect(at(3500)).toBeCloseTo(2.5 * STRETCH_PX, 6);
    expect(at(10_000) - at(5000)).toBeCloseTo(at(20_000) - at(10_000), 6);
    expect(at(50_000) - at(5000)).toBeCloseTo(STRETCH_PX, 6);
  });

  it('starts at 0', () => {
    expect(placeOnRoad([], 0)).toBe(0);
    expect(roadOf({ paid: 0 }).low).toBe(0);
    expect(roadOf({ paid: 1, refunded: 100 }).low).toBe(0);
  });
});

describe('road', () => {
  it('has the same lines for every figure', () => {
    const lines = (wan: number) => roadOf({ paid: wan * WAN }).signs.map(({ at }) => at);
    expect(lines(3)).toEqual([STRETCH_PX, 2 * STRETCH_PX, 3 * STRETCH_PX]);
    expect(lines(8000)).toEqual(lines(3));
  });

  it.each([
    [1000, 0, 100],
    [2000, 1, 100],
    [5000, 2, 250],
  ])('prints the scale below %d万', (_, index, markWan) => {
    const stretch = roadOf({ paid: WAN }).stretches[index];
    expect(stretch?.mark).toBe(markWan * WAN);
  });

  it('has 8 to 12 marks a stretch, and in the open one a mark for each doubling', () => {
    fc.assert(
      fc.property(ladder, (lines) => {
        const { stretches } = road(ladderAward(lines), { sums: null });
        const open = stretches[stretches.length - 1];
        expect(open).toMatchObject({ to: null, mark: null });
        for (const [index, { mark, markPx }] of stretches.slice(0, -1).entries()) {
          const length = (lines[index]?.threshold ?? 0) - (lines[index - 1]?.threshold ?? 0);
          // A fen is not divided.
          if (length < 1200) continue;
          const marks = length / (mark ?? NaN);
          expect(marks).toBeGreaterThanOrEqual(8 - 1e-6);
          expect(marks).toBeLessThanOrEqual(12 + 1e-6);
          expect(markPx * marks).toBeCloseTo(STRETCH_PX, 6);
        }
      }),
    );
  });

  it('puts tiers of one threshold at one line, one above the other', () => {
    const same = { comparator: 'at_least' as const, threshold: 1000 * WAN };
    const { signs } = road(ladderAward([same, same]), { sums: null });
    expect(signs.map(({ at, above }) => ({ at, above }))).toEqual([
      { at: STRETCH_PX, above: 0 },
      { at: STRETCH_PX, above: 1 },
    ]);
  });

  it('keeps the order of figures', () => {
    const fen = fc.nat({ max: 10 ** 11 });
    fc.assert(
      fc.property(fen, fen, fen, (paid, open, checked) => {
        const base = sumsOf({ paid, ordered: open }, true);
        const sums = { ...base, verifiedNetFen: Math.min(paid, checked) };
        const { low, high, verified } = road(award('HD-ANCHOR', { sums }), { sums });
        const places = [verified ?? NaN, low ?? NaN, high ?? NaN];
        expect([...places].sort((a, b) => a - b)).toEqual(places);
      }),
    );
  });

  it('shows the settled part, the net, and the expected year end', () => {
    const fen = fc.nat({ max: 10 ** 11 });
    fc.assert(
      fc.property(fen, fen, fen, (paid, settledFen, more) => {
        const sums = sumsOf({ paid });
        const yearEnd = { lowFen: paid, highFen: paid + more };
        const drawn = road(award('HD-ANCHOR', { sums, settledFen }), { sums, yearEnd });
        if (settledFen < paid) expect(drawn.settled).toBeLessThanOrEqual(drawn.low ?? NaN);
        else expect(drawn.settled).toBeNull();
        expect(drawn.yearEnd?.from).toBe(drawn.low);
        expect(drawn.yearEnd?.to).toBeGreaterThanOrEqual(drawn.yearEnd?.from ?? NaN);
      }),
    );
  });

  it('shows no settled part where all is settled, and never a verified part beyond the net', () => {
    const sums = { ...sumsOf({ paid: 1500 * WAN }), verifiedNetFen: 1700 * WAN };
    const settled = (settledFen: number | null) =>
      road(award('HD-ANCHOR', { sums, settledFen }), { sums });
    expect(settled(1500 * WAN).settled).toBeNull();
    expect(settled(null).settled).toBeNull();
    expect(settled(1400 * WAN).settled).not.toBeNull();
    expect(settled(null).verified).toBe(settled(null).low);
  });

  it('has no position without a figure', () => {
    const drawn = road(award('HD-ANCHOR', { sums: null }), { sums: null });
    expect(drawn).toMatchObject({ low: null, high: null, verified: null });
    expect(drawn.signs).toHaveLength(3);
  });

  it('is drawn for declared figures too, without a verified part', () => {
    const facts = [stated('paid_in_capital', 100 * MILLION)];
    const subject = { kind: 'shop' } as const;
    const shop = { subject, lineOfBusiness: 'mcn', facts, settledFen: 0 } as const;
    const drawn = road(award('HD-SETTLE', shop), {
      sums: sumsOf({ paid: 1 }),
      yearEnd: { lowFen: 1, highFen: 2 },
    });
    expect(drawn).toMatchObject({ verified: null, settled: null, yearEnd: null });
    expect(drawn.low).toBe(drawn.signs[0]?.at);
  });
});

/** An answer of net sales with these lines, without a figure. */
function ladderAward(lines: readonly { comparator: Comparator; threshold: number }[]): AwardAnswer {
  const base = award('HD-ANCHOR', { sums: null });
  const [tier] = base.tiers;
  const condition = tier?.conditions.find(({ metric }) => metric === base.metric);
  if (!tier || !condition) throw new Error('the ladder has no tier of net sales');
  const tiers = lines.map((line, index) => ({
    ...tier,
    tierId: `T${index}`,
    conditions: [{ ...condition, ...line }],
  }));
  return { ...base, tiers };
}
