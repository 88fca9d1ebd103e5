import { describe, expect, it } from 'vitest';

import { salesProblems } from './problems';

describe('salesProblems', () => {
  // 23:59 in China.
  const now = '2026-11-23T15:59:00.000Z';

  it('accepts an amount of today in China and refuses one of tomorrow', () => {
    expect(salesProblems({ target: { of: 'day', bookedOn: '2026-11-23' } }, now)).toEqual({});
    expect(salesProblems({ target: { of: 'day', bookedOn: '2026-11-24' } }, now)).toEqual({
      'target.bookedOn': 'in_the_future',
    });
  });

  it('checks no day for an amount of a session', () => {
    expect(salesProblems({ target: { of: 'session' } }, now)).toEqual({});
  });
});
