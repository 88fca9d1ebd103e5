import { describe, expect, it } from 'vitest';

import { refundProblems, salesProblems } from './problems';

// 23:59 in China.
const NOW = '2026-11-23T15:59:00.000Z';

describe('salesProblems', () => {
  const paidOn = (bookedOn: string) =>
    ({ kind: 'paid', returnedOn: null, target: { of: 'day', bookedOn } }) as const;

  it('accepts an amount of today in China and refuses one of tomorrow', () => {
    expect(salesProblems(paidOn('2026-11-23'), NOW)).toEqual({});
    expect(salesProblems(paidOn('2026-11-24'), NOW)).toEqual({
      'target.bookedOn': 'in_the_future',
    });
  });

  it('checks no day of the sale for an amount of a session', () => {
    expect(salesProblems({ kind: 'paid', target: { of: 'session' } }, NOW)).toEqual({});
  });

  it('refuses a refund before its sale', () => {
    const refund = { kind: 'refunded', returnedOn: '2026-11-19' } as const;
    const target = { of: 'day', bookedOn: '2026-11-20' } as const;
    expect(salesProblems({ ...refund, target }, NOW)).toEqual({ returnedOn: 'end_before_start' });
  });
});

describe('refundProblems', () => {
  it.each([
    ['a refund of an unknown day', 'refunded', null, {}],
    ['a refund that gives no day', 'refunded', undefined, {}],
    ['a refund on the day of its sale', 'refunded', '2026-11-20', {}],
    ['a refund of today', 'refunded', '2026-11-23', {}],
    ['a refund of tomorrow', 'refunded', '2026-11-24', { returnedOn: 'in_the_future' }],
    ['a refund before its sale', 'refunded', '2026-11-19', { returnedOn: 'end_before_start' }],
    ['a payment with the day of a refund', 'paid', '2026-11-23', { returnedOn: 'unknown_field' }],
  ] as const)('%s', (_what, kind, returnedOn, problems) => {
    expect(refundProblems({ kind, returnedOn }, '2026-11-20', NOW)).toEqual(problems);
  });
});
