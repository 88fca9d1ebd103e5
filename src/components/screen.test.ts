import { describe, expect, it } from 'vitest';

import { screenOf } from './screen';

describe('screenOf', () => {
  it('lets type grow to 1.4 times its size, and never makes it smaller than designed', () => {
    const scales = [undefined, 0.85, 1, 1.25, 1.4, 1.75].map((scale) => screenOf(375, scale));
    expect(scales.map(({ typeScale }) => typeScale)).toEqual([1, 1, 1, 1.25, 1.4, 1.4]);
  });

  it('gives rows and labels more lines on a narrow screen and for large type', () => {
    expect(
      [screenOf(375), screenOf(339), screenOf(375, 1.3)].map(({ isNarrow }) => isNarrow),
    ).toEqual([false, true, true]);
  });
});
