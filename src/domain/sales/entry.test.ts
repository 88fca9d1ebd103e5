import { describe, expect, it } from 'vitest';

import { BASES, statedBasis } from './entry';

describe('statedBasis', () => {
  it('is the basis itself where a person may state it, else self-reported', () => {
    expect(BASES.map(statedBasis)).toEqual([
      'self_reported',
      'press_report',
      'platform_export',
      'self_reported',
      'self_reported',
    ]);
  });
});
