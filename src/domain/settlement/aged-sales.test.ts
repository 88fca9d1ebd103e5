import { describe, expect, it } from 'vitest';

import { agedSales } from './aged-sales';

describe('agedSales', () => {
  it('lists each day with an amount, by platform, with its age', () => {
    const jd = {
      paidFen: { '2026-11-20': 500, '2026-11-21': 0 },
      refundedFen: { '2026-11-20': 100, '2026-11-22': 70, '2026-11-23': 0 },
    };
    const douyin = { paidFen: { '2026-11-26': 9 } };
    const sales = agedSales([{ days: { jd } }, { days: { douyin } }], '2026-11-24');
    expect(sales).toEqual([
      { day: '2026-11-20', platform: 'jd', ageDays: 4, paidFen: 500, refundedFen: 100 },
      { day: '2026-11-22', platform: 'jd', ageDays: 2, paidFen: 0, refundedFen: 70 },
      { day: '2026-11-26', platform: 'douyin', ageDays: -2, paidFen: 9, refundedFen: 0 },
    ]);
  });
});
