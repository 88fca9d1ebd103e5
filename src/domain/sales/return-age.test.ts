import { describe, expect, it } from 'vitest';

import { returnAgeOf, usualReturnDay } from './return-age';

describe('returnAgeOf', () => {
  it.each([
    ['2026-01-01', 'd3'],
    ['2026-01-04', 'd3'],
    ['2026-01-05', 'd7'],
    ['2026-01-08', 'd7'],
    ['2026-01-09', 'd15'],
    ['2026-01-16', 'd15'],
    ['2026-01-17', 'd30'],
    ['2026-01-31', 'd30'],
    ['2026-02-01', 'd60'],
    ['2026-03-02', 'd60'],
    ['2026-03-03', 'later'],
    [null, 'unknown'],
  ] as const)('of a refund on %s is %s', (returnedOn, age) => {
    expect(returnAgeOf({ bookedOn: '2026-01-01', returnedOn })).toBe(age);
  });
});

describe('usualReturnDay', () => {
  it('is today for a sale of today and up to 60 days ago', () => {
    expect(usualReturnDay('2026-01-01', '2026-01-01')).toBe('2026-01-01');
    expect(usualReturnDay('2026-01-01', '2026-03-02')).toBe('2026-03-02');
  });

  it('is not known for an older sale, and for one to come', () => {
    expect(usualReturnDay('2026-01-01', '2026-03-03')).toBeNull();
    expect(usualReturnDay('2026-01-01', '2025-12-31')).toBeNull();
  });
});
