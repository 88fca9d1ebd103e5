import { describe, expect, it } from 'vitest';

import { acceptSizes, type BuiltPackages, compareSizes, type KeptSizes } from './report';

const kept: KeptSizes = {
  main: { 'app.js': 100_000, 'small.js': 100 },
  subpackages: { merchant: { 'merchant/a.js': 40_000, 'merchant/b.js': 10_000 } },
  notes: [],
};

function built(app: number, small: number, a: number, b: number): BuiltPackages {
  return {
    main: [
      { path: 'app.js', bytes: app },
      { path: 'small.js', bytes: small },
    ],
    subpackages: {
      merchant: [
        { path: 'merchant/a.js', bytes: a },
        { path: 'merchant/b.js', bytes: b },
      ],
    },
  };
}

function tooMuch(...sizes: Parameters<typeof built>): string[] {
  return compareSizes(built(...sizes), kept)
    .filter(({ isTooMuch }) => isTooMuch)
    .map(({ name }) => name);
}

describe('the size report', () => {
  it('bears up to two percent', () => {
    expect(tooMuch(101_900, 100, 40_800, 10_200)).toEqual([]);
  });

  it('names the file and the package that grew by more', () => {
    expect(tooMuch(102_200, 100, 40_000, 10_000)).toEqual(['app.js', 'main package']);
    expect(tooMuch(100_000, 100, 40_000, 10_300)).toEqual(['merchant/b.js']);
    expect(tooMuch(100_000, 100, 41_100, 10_000)).toEqual(['merchant/a.js', 'merchant/']);
  });

  it('bears a small file that doubles, and asks about a large new one or a new package', () => {
    expect(tooMuch(100_000, 200, 40_000, 10_000)).toEqual([]);
    const fresh = [{ path: 'new/new.js', bytes: 5_000 }];
    const lines = compareSizes({ main: [], subpackages: { new: fresh } }, kept);
    expect(lines.filter(({ isTooMuch }) => isTooMuch).map(({ name }) => name)).toEqual([
      'new/new.js',
      'new/',
    ]);
  });

  it('keeps new sizes with why they changed', () => {
    const next = acceptSizes(built(110_000, 1, 2, 3), kept, 'a chart', '2026-11-24');
    expect(next).toEqual({
      main: { 'app.js': 110_000, 'small.js': 1 },
      subpackages: { merchant: { 'merchant/a.js': 2, 'merchant/b.js': 3 } },
      notes: [{ on: '2026-11-24', why: 'a chart', from: 100_100, to: 110_001 }],
    });
    expect(compareSizes(built(110_000, 1, 2, 3), next).some(({ isTooMuch }) => isTooMuch)).toBe(
      false,
    );
  });
});
