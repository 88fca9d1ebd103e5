import { describe, expect, it } from 'vitest';

import { type BuiltPackages, compareSizes, fileSizes, packageSizes } from './report';

const kept = {
  'merchant/': { 'merchant/a.js': 40_000, 'merchant/b.js': 10_000 },
  'main package': { 'app.js': 100_000, 'small.js': 100 },
};

function built(app: number, small: number, a: number, b: number): BuiltPackages {
  return {
    'merchant/': [
      { path: 'merchant/a.js', bytes: a },
      { path: 'merchant/b.js', bytes: b },
    ],
    'main package': [
      { path: 'app.js', bytes: app },
      { path: 'small.js', bytes: small },
    ],
  };
}

function tooMuch(packages: BuiltPackages): string[] {
  return compareSizes(packages, kept)
    .filter(({ isTooMuch }) => isTooMuch)
    .map(({ name }) => name);
}

describe('compareSizes', () => {
  it('accepts growth up to two percent', () => {
    expect(tooMuch(built(101_900, 100, 40_800, 10_200))).toEqual([]);
  });

  it('names the file and the package that grew by more', () => {
    expect(tooMuch(built(102_200, 100, 40_000, 10_000))).toEqual(['app.js', 'main package']);
    expect(tooMuch(built(100_000, 100, 40_000, 10_300))).toEqual(['merchant/b.js']);
    expect(tooMuch(built(100_000, 100, 41_100, 10_000))).toEqual(['merchant/a.js', 'merchant/']);
  });

  it('accepts a small file that doubles, but no large new file and no new package', () => {
    expect(tooMuch(built(100_000, 200, 40_000, 10_000))).toEqual([]);
    expect(tooMuch({ 'new/': [{ path: 'new/new.js', bytes: 5_000 }] })).toEqual([
      'new/new.js',
      'new/',
    ]);
  });
});

describe('the sizes that are kept', () => {
  it('are those of every file and of every package', () => {
    const packages = built(110_000, 1, 2, 3);
    expect(fileSizes(packages)).toEqual({
      'merchant/': { 'merchant/a.js': 2, 'merchant/b.js': 3 },
      'main package': { 'app.js': 110_000, 'small.js': 1 },
    });
    expect(packageSizes(packages)).toEqual({ 'merchant/': 5, 'main package': 110_001 });
  });
});
