import { describe, expect, it } from 'vitest';

import type { RuleSet } from '../../domain/incentive';
import { precheckSchemes } from '../../domain/incentive/precheck';
import huadu from '../../incentives/huadu-2020.v3.json';
import { firstTierId } from './own-progress';

function award(netFen: number | null, followers: number | null) {
  const [scheme] = precheckSchemes([huadu as unknown as RuleSet], {
    lineOfBusiness: 'streamer',
    year: 2026,
    netFen,
    followers,
    paidInCapitalFen: null,
    operatingRevenueFen: null,
  });
  const first = scheme?.progress.awards[0];
  if (!first) throw new Error('a streamer has one award');
  return first;
}

describe('firstTierId', () => {
  it('shows the next tier', () => {
    expect(firstTierId(award(null, null))).toBe('A1');
    expect(firstTierId(award(1_000_000_000, 600_000))).toBe('A1');
    expect(firstTierId(award(1_000_000_001, 600_000))).toBe('A2');
  });

  it('shows the last tier once its amount is passed, whatever else is open', () => {
    expect(firstTierId(award(8_000_000_000, null))).toBe('A3');
    expect(firstTierId(award(8_000_000_000, 600_000))).toBe('A3');
  });
});
