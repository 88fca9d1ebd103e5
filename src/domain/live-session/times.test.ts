import { describe, expect, it } from 'vitest';

import { EMPTY_SCOPE } from '../sales/scope';
import { endOf, overlaps, pastTimes, shownTimes, startingAt, startOf } from './times';

const START = '2026-11-24T12:00:00.000Z';
const END = '2026-11-24T15:00:00.000Z';

describe('pastTimes', () => {
  it('of a day are the whole China day, without real times', () => {
    expect(pastTimes({ precision: 'day', day: '2026-11-24' })).toEqual({
      startAt: '2026-11-23T16:00:00.000Z',
      endAt: '2026-11-24T16:00:00.000Z',
      startedAt: null,
      endedAt: null,
      bookedOn: '2026-11-24',
    });
  });

  it('between instants are booked on the China day of the start', () => {
    const startedAt = '2026-11-24T16:30:00.000Z';
    const endedAt = '2026-11-24T18:00:00.000Z';
    expect(pastTimes({ precision: 'instant', startedAt, endedAt })).toEqual({
      startAt: startedAt,
      endAt: endedAt,
      startedAt,
      endedAt,
      bookedOn: '2026-11-25',
    });
  });
});

describe('startOf', () => {
  it('is the real start, until then the planned one', () => {
    expect(startOf({ startAt: START, startedAt: null })).toBe(START);
    expect(startOf({ startAt: START, startedAt: END })).toBe(END);
  });
});

describe('endOf', () => {
  it('is the real end, until then the planned one', () => {
    expect(endOf({ endAt: END, endedAt: null })).toBe(END);
    expect(endOf({ endAt: END, endedAt: START })).toBe(START);
  });
});

describe('shownTimes', () => {
  it('are the real ones once there are any', () => {
    const plan = { startAt: START, endAt: END, startedAt: null, endedAt: null };
    expect(shownTimes(plan)).toEqual({ startAt: START, endAt: END });
    const early = { startedAt: '2026-11-23T22:17:00.000Z', endedAt: '2026-11-23T22:18:00.000Z' };
    expect(shownTimes({ ...plan, ...early })).toEqual({
      startAt: early.startedAt,
      endAt: early.endedAt,
    });
  });
});

describe('overlaps', () => {
  const at = (time: string) => `2026-11-24T${time}:00.000Z`;
  const plan = { startAt: at('10:00'), endAt: at('12:00') };

  it.each([
    ['apart', '13:00', '14:00', false],
    ['sharing an edge', '12:00', '13:00', false],
    ['sharing a minute', '11:59', '13:00', true],
    ['within', '10:30', '11:30', true],
    ['around', '09:00', '13:00', true],
    ['the same', '10:00', '12:00', true],
  ] as const)('%s', (_what, from, to, expected) => {
    const other = { startAt: at(from), endAt: at(to), startedAt: null, endedAt: null };
    expect(overlaps(plan, other)).toBe(expected);
  });

  it('by the real times of the other once they are known', () => {
    const early = { startedAt: at('07:00'), endedAt: at('09:00') };
    expect(overlaps(plan, { ...plan, ...early })).toBe(false);
  });
});

describe('startingAt', () => {
  const nextDay = '2026-11-24T16:00:00.000Z';

  it('moves the day on which sales are booked', () => {
    const session = { scopes: [], bookedOn: '2026-11-24' };
    expect(startingAt(session, nextDay).bookedOn).toBe('2026-11-25');
  });

  it('leaves the day while something is recorded', () => {
    const totals = { ...EMPTY_SCOPE, paidFen: 100, paidCount: 1 };
    const scopes = [{ hostId: null, bookedOn: '2026-11-24', totals }];
    const session = { scopes, bookedOn: '2026-11-24' };
    expect(startingAt(session, nextDay).bookedOn).toBe('2026-11-24');
  });
});
