import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { MILLION } from './evaluate.fixture';
import { equalScale, placeOn, ratioScale } from './scale';

function over(million: number) {
  return { comparator: 'more_than' as const, threshold: million * MILLION };
}
const LADDER = [over(10), over(20), over(50)];

describe('equalScale', () => {
  it('gives every tier the same length and ends at the last', () => {
    expect(equalScale(LADDER).map(({ at }) => at)).toEqual([1 / 3, 2 / 3, 1]);
    expect(placeOn(equalScale(LADDER), 99 * MILLION)).toBe(1);
  });
});

describe('ratioScale', () => {
  it('orders the thresholds of several ladders on one line, each once', () => {
    const marks = ratioScale([...LADDER, over(10), over(100)]);
    expect(marks.map(({ threshold }) => threshold / MILLION)).toEqual([10, 20, 50, 100]);
    const places = marks.map(({ at }) => at);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[3]).toBeLessThan(1);
  });

  it('orders thresholds that are given in any order', () => {
    const marks = ratioScale([over(50), over(10), over(20)]);
    expect(marks.map(({ threshold }) => threshold / MILLION)).toEqual([10, 20, 50]);
  });

  it('places marks by their ratios, the last at 94 %', () => {
    const places = ratioScale(LADDER).map(({ at }) => at);
    // In units of half the first threshold: log 3, log 5 and log 11, in parts of the last.
    const expected = [3, 5, 11].map((ratio) => (Math.log(ratio) / Math.log(11)) * 0.94);
    places.forEach((at, index) => expect(at).toBeCloseTo(expected[index] ?? 0, 6));
  });

  it('has places for thresholds of one unit too', () => {
    const marks = ratioScale([1, 3].map((threshold) => ({ comparator: 'at_least', threshold })));
    expect(marks.map(({ at }) => at)).toEqual([(Math.log1p(1) / Math.log1p(3)) * 0.94, 0.94]);
  });
});

describe('placeOn', () => {
  const scales = fc.constantFrom(equalScale(LADDER), ratioScale([...LADDER, over(100)]), []);
  const fen = fc.integer({ min: -MILLION, max: 200 * MILLION });

  it('never falls with more money, and stays on the line', () => {
    fc.assert(
      fc.property(scales, fen, fc.nat(5 * MILLION), (marks, value, more) => {
        const places = [placeOn(marks, value), placeOn(marks, value + more)];
        expect(places[1]).toBeGreaterThanOrEqual(places[0] ?? 0);
        places.forEach((at) => expect(at >= 0 && at <= 1).toBe(true));
      }),
    );
  });

  it('is in proportion between two marks, and at the start for nothing', () => {
    const marks = equalScale(LADDER);
    expect(placeOn(marks, 15 * MILLION)).toBeCloseTo(0.5, 6);
    expect(placeOn(marks, 5 * MILLION)).toBeCloseTo(1 / 6, 6);
    expect([0, -1, -99 * MILLION].map((value) => placeOn(marks, value))).toEqual([0, 0, 0]);
    expect(placeOn([], -5)).toBe(0);
  });

  it('is before a mark that is missed by one fen, and at the mark once it is passed', () => {
    for (const marks of [equalScale(LADDER), ratioScale(LADDER)]) {
      for (const { needed, at } of marks) {
        expect(placeOn(marks, needed - 1)).toBeLessThanOrEqual(at - 0.01);
        expect(placeOn(marks, needed)).toBeGreaterThanOrEqual(at);
      }
    }
  });
});
