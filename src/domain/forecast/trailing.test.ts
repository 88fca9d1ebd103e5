import { describe, expect, it } from 'vitest';
import { addDays } from '../time';
import { trailingYear } from './trailing';

function path(days: number, today: string) {
  return {
    from: addDays(today, 1 - days),
    netFen: new Array<number>(days).fill(1),
    expectedReturnFen: new Array<number>(days).fill(0),
  };
}

describe('trailingYear', () => {
  it.each([
    [366, 365, '2025-11-25'],
    [365, 365, '2025-11-25'],
    [364, 364, '2025-11-26'],
    [1, 1, '2026-11-24'],
  ])('of %d recorded days counts %d, from %s', (days, netFen, from) => {
    expect(trailingYear(path(days, '2026-11-24'), '2026-11-24')).toEqual({
      net: { low: netFen, high: netFen },
      from,
    });
  });

  it('is unknown when nothing is recorded in it', () => {
    expect(trailingYear(path(30, '2025-01-30'), '2026-11-24')).toBeNull();
  });
});
