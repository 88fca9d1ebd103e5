import { describe, expect, it } from 'vitest';

import { withEndDay, withEndTime, withStart } from './times';

// 24 November, 20:00 to midnight in China.
const TIMES = { startAt: '2026-11-24T12:00:00.000Z', endAt: '2026-11-24T16:00:00.000Z' };

describe('withStart', () => {
  it('moves the end along, past midnight', () => {
    expect(withStart(TIMES, '2026-11-30', '21:30')).toEqual({
      startAt: '2026-11-30T13:30:00.000Z',
      endAt: '2026-11-30T17:30:00.000Z',
    });
  });

  it('puts an end that lay before the start at the start', () => {
    const inverted = { startAt: TIMES.endAt, endAt: TIMES.startAt };
    const moved = withStart(inverted, '2026-11-30', '21:30');
    expect(moved.endAt).toBe(moved.startAt);
  });
});

describe('withEndDay', () => {
  it('keeps the time of day in China', () => {
    expect(withEndDay(TIMES, '2026-11-26').endAt).toBe('2026-11-25T16:00:00.000Z');
  });
});

describe('withEndTime', () => {
  it('takes the first such time after the start', () => {
    expect(withEndTime(TIMES, '23:00').endAt).toBe('2026-11-24T15:00:00.000Z');
    expect(withEndTime(TIMES, '20:00').endAt).toBe('2026-11-25T12:00:00.000Z');
    expect(withEndTime(TIMES, '01:30').endAt).toBe('2026-11-24T17:30:00.000Z');
  });
});
