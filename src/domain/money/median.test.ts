import { describe, expect, it } from 'vitest';

import { medianOf } from './median';

describe('medianOf', () => {
  it.each([
    [[], 0],
    [[7], 7],
    [[9, 1, 5], 5],
    [[4, 1, 3, 10], 3],
    [[-4, -1], -3],
    [[Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER - 2], Number.MAX_SAFE_INTEGER - 1],
  ])('of %j is %d', (amounts, expected) => {
    expect(medianOf(amounts)).toBe(expected);
  });
});
