import { describe, expect, it } from 'vitest';

import { type CountedPage, judgePage, withoutAccepted } from './judge';

const sound: CountedPage = {
  setDataCalls: 2,
  setDataBytes: 900,
  largestSetData: 800,
  nodes: 120,
  depth: 9,
  children: 12,
  calls: 3,
  pictureCount: 1,
  smallestTarget: 44,
  lowestContrast: 4.5,
  pictures: [],
  smallTargets: [],
  overflowing: [],
  unnamed: [],
  faint: [],
  faintMarks: [],
  clipped: [],
  spilled: [],
  overlapping: [],
  errors: [],
};

function findings(change: Partial<CountedPage>, troubles: string[] = []): readonly string[] {
  return judgePage('home', { ...sound, ...change }, troubles).findings;
}

describe('judgePage', () => {
  it('accepts a page at the limits', () => {
    const atLimits = {
      setDataCalls: 20,
      largestSetData: 256_000,
      nodes: 999,
      depth: 29,
      children: 60,
      calls: 10,
    };
    expect(findings(atLimits)).toEqual([]);
  });

  it('names figures over a limit, listed elements and troubles in the browser', () => {
    expect(findings({ nodes: 1_000 })).toEqual(['nodes 1000, at most 999']);
    expect(findings({ faint: ['hint "0"'] })).toEqual(['faint: hint "0"']);
    expect(findings({}, ['request to another host'])).toEqual(['request to another host']);
  });

  it('removes accepted findings and names acceptances that match none', () => {
    const pages = [judgePage('home', { ...sound, faint: ['hint "0"'], errors: ['x'] }, [])];
    const accepted = [
      { finding: /^faint: hint/, why: 'a hint' },
      { finding: /^unnamed/, why: 'none left' },
    ];
    const judged = withoutAccepted(pages, accepted);
    expect(judged.pages[0]?.findings).toEqual(['errors: x']);
    expect(judged.stale).toEqual(['accepted, but not found: ^unnamed']);
  });
});
