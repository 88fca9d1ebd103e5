import { describe, expect, it } from 'vitest';

import {
  backfillProblems,
  correctionProblems,
  endProblems,
  goLiveProblems,
  planProblems,
} from './problems';

const NOW = '2026-11-23T12:00:00.000Z';
const A_MOMENT_LATER = '2026-11-23T12:00:00.001Z';
const START = '2026-11-24T12:00:00.000Z';

describe('planProblems', () => {
  it.each([
    ['one minute', '2026-11-24T12:01:00.000Z', {}],
    ['48 hours', '2026-11-26T12:00:00.000Z', {}],
    ['48 hours and a minute', '2026-11-26T12:01:00.000Z', { endAt: 'too_far_apart' }],
    ['no time at all', START, { endAt: 'end_before_start' }],
    ['less than no time', '2026-11-24T11:59:00.000Z', { endAt: 'end_before_start' }],
  ])('checks a plan of %s', (_length, endAt, problems) => {
    expect(planProblems({ startAt: START, endAt }, NOW)).toEqual(problems);
  });

  it('accepts a plan that has begun and refuses one that is over', () => {
    const startAt = '2026-11-23T10:00:00.000Z';
    expect(planProblems({ startAt, endAt: A_MOMENT_LATER }, NOW)).toEqual({});
    expect(planProblems({ startAt, endAt: NOW }, NOW)).toEqual({ startAt: 'in_the_past' });
  });

  it.each([
    ['the last minute of the day two years ahead', '2028-11-23T15:59:00.000Z', {}],
    ['the first minute after it', '2028-11-23T16:00:00.000Z', { startAt: 'too_far_ahead' }],
  ])('checks a start in %s', (_minute, startAt, problems) => {
    const endAt = '2028-11-23T20:00:00.000Z';
    expect(planProblems({ startAt, endAt }, NOW)).toEqual(problems);
  });

  it('names both ends when both are wrong', () => {
    const startAt = '2026-11-22T12:00:00.000Z';
    expect(planProblems({ startAt, endAt: startAt }, NOW)).toEqual({
      startAt: 'in_the_past',
      endAt: 'end_before_start',
    });
  });
});

describe('backfillProblems', () => {
  it('accepts today in China and refuses tomorrow', () => {
    // 23:59 in China.
    const lateEvening = '2026-11-23T15:59:00.000Z';
    const today = { precision: 'day', day: '2026-11-23' } as const;
    const tomorrow = { precision: 'day', day: '2026-11-24' } as const;
    expect(backfillProblems({ when: today, figure: null }, lateEvening)).toEqual({});
    expect(backfillProblems({ when: tomorrow, figure: null }, lateEvening)).toEqual({
      'when.day': 'in_the_future',
    });
    expect(backfillProblems({ when: tomorrow, figure: null }, '2026-11-23T16:00:00.000Z')).toEqual(
      {},
    );
  });

  it.each([
    ['ends now', '2026-11-23T10:00:00.000Z', NOW, {}],
    [
      'ends later than now',
      '2026-11-23T10:00:00.000Z',
      A_MOMENT_LATER,
      { 'when.endedAt': 'in_the_future' },
    ],
    ['lasted no time', NOW, NOW, { 'when.endedAt': 'end_before_start' }],
    ['lasted 48 hours', '2026-11-21T12:00:00.000Z', NOW, {}],
    [
      'lasted longer than 48 hours',
      '2026-11-21T11:59:00.000Z',
      NOW,
      { 'when.endedAt': 'too_far_apart' },
    ],
  ])('checks a session that %s', (_what, startedAt, endedAt, problems) => {
    const when = { precision: 'instant', startedAt, endedAt } as const;
    expect(backfillProblems({ when, figure: null }, NOW)).toEqual(problems);
  });
});

describe('backfillProblems, of a first figure', () => {
  it('refuses a refund before the day of the session', () => {
    const when = { precision: 'day', day: '2026-11-20' } as const;
    const refundOn = (returnedOn: string) => ({ kind: 'refunded', returnedOn }) as const;
    expect(backfillProblems({ when, figure: refundOn('2026-11-20') }, NOW)).toEqual({});
    expect(backfillProblems({ when, figure: refundOn('2026-11-19') }, NOW)).toEqual({
      'figure.returnedOn': 'end_before_start',
    });
  });
});

describe('goLiveProblems', () => {
  it('accepts a start that is not later than now, however early it is', () => {
    expect(goLiveProblems('2026-01-01T00:00:00.000Z', NOW)).toEqual({});
    expect(goLiveProblems(NOW, NOW)).toEqual({});
    expect(goLiveProblems(A_MOMENT_LATER, NOW)).toEqual({ at: 'in_the_future' });
  });
});

describe('endProblems', () => {
  const startedAt = '2026-11-23T09:00:00.000Z';
  const run = { startAt: '2026-11-23T08:00:00.000Z', startedAt };

  it('accepts an end between the real start and now', () => {
    expect(endProblems(run, startedAt, NOW)).toEqual({});
    expect(endProblems(run, '2026-11-23T08:59:59.999Z', NOW)).toEqual({ at: 'end_before_start' });
    expect(endProblems(run, NOW, NOW)).toEqual({});
    expect(endProblems(run, A_MOMENT_LATER, NOW)).toEqual({ at: 'in_the_future' });
  });

  it('counts from the plan when the start is unknown', () => {
    const unstarted = { ...run, startedAt: null };
    expect(endProblems(unstarted, run.startAt, NOW)).toEqual({});
    expect(endProblems(unstarted, '2026-11-23T07:59:59.999Z', NOW)).toEqual({
      at: 'end_before_start',
    });
  });
});

describe('correctionProblems', () => {
  const RUNNING = { endedAt: null };
  const startedAt = '2026-11-23T09:00:00.000Z';
  const endedAt = '2026-11-23T11:00:00.000Z';
  const pause = (from: string, to: string) => {
    return { from: `2026-11-23T${from}:00.000Z`, to: `2026-11-23T${to}:00.000Z` };
  };

  it('accepts pauses within the session, one after the other', () => {
    const pauses = [pause('09:00', '09:30'), pause('09:30', '11:00')];
    expect(correctionProblems({ startedAt, endedAt, pauses }, RUNNING, NOW)).toEqual({});
  });

  it.each([
    ['before the start', [pause('08:59', '09:30')], { 'pauses.0.from': 'outside_session' }],
    ['beyond the end', [pause('10:00', '11:01')], { 'pauses.0.to': 'outside_session' }],
    ['backwards', [pause('10:00', '09:59')], { 'pauses.0.to': 'end_before_start' }],
    [
      'into the one before',
      [pause('09:00', '10:00'), pause('09:59', '10:30')],
      { 'pauses.1.from': 'outside_session' },
    ],
  ])('refuses a pause %s', (_what, pauses, problems) => {
    expect(correctionProblems({ startedAt, endedAt, pauses }, RUNNING, NOW)).toEqual(problems);
  });

  it('refuses an end before the start, or after now', () => {
    const pauses: never[] = [];
    expect(correctionProblems({ startedAt, endedAt: startedAt, pauses }, RUNNING, NOW)).toEqual({
      endedAt: 'end_before_start',
    });
    expect(
      correctionProblems({ startedAt, endedAt: A_MOMENT_LATER, pauses }, RUNNING, NOW),
    ).toEqual({
      endedAt: 'in_the_future',
    });
  });

  it('accepts a recorded end after now, of a clock that was set back, but none after it', () => {
    const times = { startedAt, endedAt: A_MOMENT_LATER, pauses: [] };
    expect(correctionProblems(times, { endedAt: A_MOMENT_LATER }, NOW)).toEqual({});
    expect(correctionProblems(times, { endedAt }, NOW)).toEqual({ endedAt: 'in_the_future' });
  });
});
