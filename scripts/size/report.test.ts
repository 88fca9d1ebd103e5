import { describe, expect, it } from 'vitest';

import { acceptSizes, compareSizes } from './report';
import type { KeptSizes } from './report';

const kept: KeptSizes = {
  files: { 'app.js': 100_000, 'small.js': 100 },
  subpackages: { merchant: 50_000 },
  notes: [],
};

const tooMuch = (app: number, small: number, merchant: number): string[] =>
  compareSizes(
    [
      { path: 'app.js', bytes: app },
      { path: 'small.js', bytes: small },
    ],
    { merchant },
    kept,
  )
    .filter(({ isTooMuch }) => isTooMuch)
    .map(({ name }) => name);

describe('the size report', () => {
  it('bears up to two percent', () => {
    expect(tooMuch(101_900, 100, 51_000)).toEqual([]);
  });

  it('names the file, the subpackage and the sum that grew by more', () => {
    expect(tooMuch(102_100, 100, 50_000)).toEqual(['app.js', 'main package']);
    expect(tooMuch(100_000, 100, 51_100)).toEqual(['merchant/']);
  });

  it('bears a small file that doubles, and asks about a large new one', () => {
    expect(tooMuch(100_000, 200, 50_000)).toEqual([]);
    const lines = compareSizes([{ path: 'new.js', bytes: 5_000 }], {}, kept);
    expect(lines[0]).toMatchObject({ name: 'new.js', kept: null, isTooMuch: true });
  });

  it('keeps new sizes with why they changed', () => {
    const main = [{ path: 'app.js', bytes: 110_000 }];
    const next = acceptSizes(main, { merchant: 1 }, kept, 'a chart', '2026-11-24');
    expect(next).toEqual({
      files: { 'app.js': 110_000 },
      subpackages: { merchant: 1 },
      notes: [{ on: '2026-11-24', why: 'a chart', from: 100_100, to: 110_000 }],
    });
    expect(compareSizes(main, { merchant: 1 }, next).some(({ isTooMuch }) => isTooMuch)).toBe(
      false,
    );
  });
});
