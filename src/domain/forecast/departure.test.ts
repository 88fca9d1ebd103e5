import { describe, expect, it } from 'vitest';

import { departureOf } from './departure';
import { levels } from './path';
import { rangeOf, steadyInput, pathOf } from './paths.fixture';

/** The departure after days whose net is given by their number. */
function departureAfter(days: number, netOf: (index: number) => number) {
  const net = Array.from({ length: days }, (_, index) => netOf(index));
  return departureOf(
    levels(
      net,
      net.map(() => 1),
    ),
    days - 1,
  );
}

describe('departureOf', () => {
  it('finds none in level sales', () => {
    expect(departureAfter(400, () => 1000)).toEqual({ growth: 0, fade: 0 });
  });

  it('finds the growth of sales that double every quarter', () => {
    const { growth, fade } = departureAfter(300, (index) => 1000 * 2 ** (index / 91));
    expect(growth).toBeGreaterThan(0.04);
    expect(growth).toBeLessThan(Math.LN2 / 13);
    expect(fade).toBe(0);
  });

  it('takes no growth from fewer than four periods of four weeks', () => {
    const doubling = (index: number) => 1000 * 2 ** (index / 91);
    expect(departureAfter(111, doubling).growth).toBe(0);
    expect(departureAfter(112, doubling).growth).toBeGreaterThan(0);
  });

  it('takes little of a wave over the year as growth', () => {
    const wave = (index: number) => 1000 * 2 ** Math.sin((2 * Math.PI * index) / 364);
    for (const days of [400, 500, 600, 700]) {
      expect(departureAfter(days, wave).growth, String(days)).toBeLessThan(0.025);
    }
  });

  it('finds a fall that no week of the last year had', () => {
    expect(departureAfter(400, (index) => (index < 390 ? 1000 : 0)).fade).toBeGreaterThan(0.5);
  });

  it('finds none in a fortnight off that the merchant often has', () => {
    const everyOther = (index: number) => (Math.floor(index / 14) % 2 === 0 ? 1000 : 0);
    expect(departureAfter(28 * 14, everyOther).fade).toBe(0);
  });
});

describe('a range of sales that leave the season', () => {
  const today = '2026-10-20';
  const endsOf = (netOf: (index: number) => number) =>
    rangeOf(steadyInput({ path: pathOf('2026-01-01', today, (_, index) => netOf(index)) })).yearEnd;

  it('reaches further up when they grow', () => {
    const [level, growing] = [endsOf(() => 1000), endsOf((index) => 1000 * 2 ** (index / 91))];
    const up = ({ midFen, highFen }: typeof level) => highFen / midFen;
    expect(up(growing)).toBeGreaterThan(up(level));
  });

  it('reaches almost down to what is kept when they have stopped', () => {
    const { lowFen } = endsOf((index) => (index < 270 ? 100_000 : 0));
    expect(lowFen / (270 * 100_000)).toBeLessThan(1.01);
  });
});
