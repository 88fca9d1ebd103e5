import { describe, expect, it } from 'vitest';
import { instantInChina } from './china-time';
import { dayLabelParts, dayOnlyLabelParts } from './day-label';

/** Monday, one minute before midnight in China. */
const NOW = instantInChina('2026-11-23', '23:59');

describe('label of a moment', () => {
  it.each([
    ['2026-11-23', { kind: 'today' }],
    ['2026-11-24', { kind: 'tomorrow' }],
    ['2026-11-22', { kind: 'yesterday' }],
    ['2026-11-25', { kind: 'weekday', weekday: 3 }],
    ['2026-11-29', { kind: 'weekday', weekday: 7 }],
    ['2026-11-30', { kind: 'date', month: 11, day: 30 }],
    ['2026-11-21', { kind: 'date', month: 11, day: 21 }],
    ['2025-11-23', { kind: 'dateWithYear', year: 2025, month: 11, day: 23 }],
    ['2027-01-01', { kind: 'dateWithYear', year: 2027, month: 1, day: 1 }],
  ])('%s', (day, parts) => {
    expect(dayLabelParts(instantInChina(day, '20:00'), NOW)).toEqual({ ...parts, time: '20:00' });
    expect(dayOnlyLabelParts(day, NOW)).toEqual({ ...parts, time: null });
  });

  it('uses the day in China, not in UTC', () => {
    const justAfterMidnight = '2026-11-23T16:00:00.000Z';
    expect(dayLabelParts(justAfterMidnight, NOW)).toEqual({ kind: 'tomorrow', time: '00:00' });
  });

  it('names near days by weekday across a year end', () => {
    const parts = dayOnlyLabelParts('2027-01-02', instantInChina('2026-12-30', '10:00'));
    expect(parts).toEqual({ kind: 'weekday', weekday: 6, time: null });
  });
});
