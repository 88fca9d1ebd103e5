import { describe, expect, it } from 'vitest';

import { collides, type ComparedSession, pastTimes, startingAt, startOf } from './times';

const START = '2026-11-24T12:00:00.000Z';
const END = '2026-11-24T15:00:00.000Z';

const ANA = { id: 'h1', name: 'Ana' };
const BEN = { id: 'h2', name: 'Ben' };

function buildSession(overrides: Partial<ComparedSession> = {}): ComparedSession {
  return {
    state: 'scheduled',
    precision: 'instant',
    startAt: START,
    endAt: END,
    startedAt: null,
    endedAt: null,
    pauses: [],
    hosts: [ANA],
    accountId: null,
    ...overrides,
  };
}

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

describe('startingAt', () => {
  const nextDay = '2026-11-24T16:00:00.000Z';

  it('moves the day on which sales are booked', () => {
    const session = { isBooked: false, bookedOn: '2026-11-24' };
    expect(startingAt(session, nextDay).bookedOn).toBe('2026-11-25');
  });

  it('leaves the day once something is recorded', () => {
    const session = { isBooked: true, bookedOn: '2026-11-24' };
    expect(startingAt(session, nextDay).bookedOn).toBe('2026-11-24');
  });
});

describe('collides', () => {
  const plan = { hosts: [ANA], accountId: 'a1', startAt: START, endAt: END };

  it('with a host in common or the same account', () => {
    expect(collides(plan, buildSession())).toBe(true);
    expect(collides(plan, buildSession({ hosts: [BEN, ANA] }))).toBe(true);
    expect(collides(plan, buildSession({ hosts: [BEN], accountId: 'a1' }))).toBe(true);
  });

  it('not with others, nor where neither names a host', () => {
    expect(collides(plan, buildSession({ hosts: [BEN], accountId: 'a2' }))).toBe(false);
    const unnamed = { ...plan, hosts: [], accountId: null };
    expect(collides(unnamed, buildSession({ hosts: [] }))).toBe(false);
  });

  it('not with a cancelled session, nor with one known to the day', () => {
    expect(collides(plan, buildSession({ state: 'cancelled' }))).toBe(false);
    expect(collides(plan, buildSession({ precision: 'day' }))).toBe(false);
  });

  it('by the real times of the other once they are known', () => {
    const early = { startedAt: '2026-11-24T09:00:00.000Z', endedAt: '2026-11-24T11:00:00.000Z' };
    expect(collides(plan, buildSession(early))).toBe(false);
  });
});
