import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MILLION, YUAN, award, stated, sumsOf } from './evaluate.fixture';
import { road, type Road } from './road';

const WAN = 10_000 * YUAN;
function roadOf(amounts: Parameters<typeof sumsOf>[0]): Road {
  const sums = sumsOf(amounts);
  return road(award('HD-ANCHOR', { sums }), { sums });
}
/** Positions as three places: start, signs, me. */
function at(drawn: Road) {
  return {
    stops: drawn.stops.map((stop) => stop.at),
    me: drawn.meLow ?? Number.NaN,
  };
}

describe('road', () => {
  it('has its signs in order, before the end', () => {
    const { stops } = at(roadOf({ paid: 1940 * WAN }));
    expect(stops).toHaveLength(3);
    expect([...stops].sort((a, b) => a - b)).toEqual(stops);
    expect(stops.every((stop) => stop > 0 && stop < 1)).toBe(true);
  });

  it.each([
    [3, 0],
    [999, 0],
    [1001, 1],
    [1940, 1],
    [1999, 1],
    [2001, 2],
    [4999, 2],
    [5001, 3],
    [8000, 3],
  ])('places %d万 visibly between its signs, on the longest section', (wan, passed) => {
    const { stops, me } = at(roadOf({ paid: wan * WAN }));
    const ends = [0, ...stops, 1];
    const [from, to] = [ends[passed] ?? NaN, ends[passed + 1] ?? NaN];
    expect(me - from).toBeGreaterThan(0.02);
    expect(to - me).toBeGreaterThan(0.02);
    const others = ends.slice(1).map((end, index) => end - (ends[index] ?? 0));
    expect(to - from).toBeCloseTo(Math.max(...others), 10);
    expect(to - from).toBeGreaterThan(0.45);
  });

  it.each([10, 20, 50])(
    'places exactly %d million before its sign, and one fen more after it',
    (millions) => {
      const index = [10, 20, 50].indexOf(millions);
      const exactly = at(roadOf({ paid: millions * MILLION }));
      const beyond = at(roadOf({ paid: millions * MILLION + 1 }));
      expect(exactly.me).toBeLessThan(exactly.stops[index] ?? NaN);
      expect(beyond.me).toBeGreaterThan(beyond.stops[index] ?? NaN);
    },
  );

  it('keeps the order of figures, within 0 and 1', () => {
    const fen = fc.nat({ max: 10 ** 11 });
    fc.assert(
      fc.property(fen, fen, fen, (paid, open, verified) => {
        const base = sumsOf({ paid, ordered: open }, true);
        const sums = { ...base, verifiedNetFen: Math.min(paid, verified) };
        const {
          meLow,
          meHigh,
          verified: mark,
        } = road(award('HD-ANCHOR', { sums }), {
          sums,
        });
        const places = [mark ?? NaN, meLow ?? NaN, meHigh ?? NaN];
        expect([...places].sort((a, b) => a - b)).toEqual(places);
        expect(places.every((place) => place >= 0 && place < 1)).toBe(true);
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
        if (settledFen < paid) expect(drawn.settled).toBeLessThanOrEqual(drawn.meLow ?? NaN);
        else expect(drawn.settled).toBeNull();
        expect(drawn.yearEnd?.from).toBe(drawn.meLow);
        expect(drawn.yearEnd?.to).toBeGreaterThanOrEqual(drawn.yearEnd?.from ?? NaN);
      }),
    );
  });

  it('gives half to the section of the figure, and the end beyond the last sign the least', () => {
    const { stops } = at(roadOf({ paid: 3 * WAN }));
    const ends = [0, ...stops, 1];
    const lengths = ends.slice(1).map((end, index) => end - (ends[index] ?? 0));
    const [current = 0, second = 0, third = 0, beyond = 0] = lengths;
    expect(second).toBeCloseTo(third, 10);
    expect(beyond).toBeLessThan(second);
    expect(current).toBeGreaterThan(second);
  });

  it('shows no settled part where all is settled, and never a verified part beyond the net', () => {
    const sums = { ...sumsOf({ paid: 1500 * WAN }), verifiedNetFen: 1700 * WAN };
    const settled = (settledFen: number | null) =>
      road(award('HD-ANCHOR', { sums, settledFen }), { sums });
    expect(settled(1500 * WAN).settled).toBeNull();
    expect(settled(null).settled).toBeNull();
    expect(settled(1400 * WAN).settled).not.toBeNull();
    expect(settled(null).verified).toBe(settled(null).meLow);
    const part = { ...sums, verifiedNetFen: 3 * WAN };
    const drawn = road(award('HD-ANCHOR', { sums: part }), { sums: part });
    expect(drawn.verified).toBeLessThan(drawn.meLow ?? 0);
  });

  it('starts at 0 for a negative net', () => {
    expect(at(roadOf({ paid: 0 })).me).toBe(0);
    expect(at(roadOf({ paid: 1, refunded: 100 })).me).toBe(0);
  });

  it('has no position without a figure', () => {
    const drawn = road(award('HD-ANCHOR', { sums: null }), { sums: null });
    expect(drawn).toMatchObject({ meLow: null, meHigh: null, verified: null });
    expect(drawn.stops).toHaveLength(3);
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
    expect(drawn.meLow).toBeGreaterThan(drawn.stops[0]?.at ?? NaN);
  });
});
