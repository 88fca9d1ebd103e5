import { describe, expect, it } from 'vitest';

import { axisOf, placeOnAxis } from './axis';

describe('axisOf', () => {
  it.each([
    [
      [156, 291, 218],
      [100, 200],
    ],
    [[400], [200, 400]],
    [[9], [5]],
    [[19_400_000_00], [5_000_000_00, 10_000_000_00, 15_000_000_00]],
    [
      [30, -12],
      [-10, 10, 20, 30],
    ],
    [[-5], [-4, -2]],
    [[0, 0], []],
    [[], []],
  ])('of %j prints %j', (amounts, lines) => {
    expect(axisOf(amounts).lines).toEqual(lines);
  });

  it('holds every amount, and 0', () => {
    for (const amounts of [[3], [-7], [12, -90, 999_999_999_99], [0], [1]]) {
      const axis = axisOf(amounts);
      for (const amount of [0, ...amounts]) {
        expect(placeOnAxis(axis, amount)).toBeGreaterThanOrEqual(0);
        expect(placeOnAxis(axis, amount)).toBeLessThanOrEqual(1);
      }
    }
  });

  it('keeps the order of amounts and begins at 0', () => {
    const axis = axisOf([100, 200]);
    expect(placeOnAxis(axis, 0)).toBe(0);
    expect(placeOnAxis(axis, 100)).toBeCloseTo(placeOnAxis(axis, 200) / 2);
  });
});
