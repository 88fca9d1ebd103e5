import { describe, expect, it } from 'vitest';

import { soonOf, type TaskKind, tasksOf } from './tasks';

const NOW = '2026-12-01T12:00:00.000Z';

function build(id: string, overrides: Partial<Parameters<typeof soonOf>[0]['next'] & object> = {}) {
  return {
    id,
    state: 'scheduled' as const,
    startAt: '2026-12-03T12:00:00.000Z',
    endAt: '2026-12-03T14:00:00.000Z',
    ...overrides,
  };
}

const nothing = { onAir: [], unconfirmed: [], toRecord: [], next: null };
const asked = { now: NOW, isRecorder: true, isPutOff: () => false };

describe('soonOf', () => {
  const next = build('next', { startAt: NOW });

  it('is the next session from an hour before its start', () => {
    expect(soonOf({ next }, '2026-12-01T11:00:00.000Z')).toBeNull();
    expect(soonOf({ next }, '2026-12-01T11:00:01.000Z')).toBe(next);
    expect(soonOf({ next }, '2026-12-01T12:10:00.000Z')).toBe(next);
    expect(soonOf({ next: null }, NOW)).toBeNull();
  });
});

describe('tasksOf', () => {
  const onAir = build('on_air', { endAt: '2026-12-01T13:00:00.000Z' });
  const late = build('late', { endAt: '2026-12-01T11:59:00.000Z' });
  const overdue = build('overdue', { startAt: '2026-12-01T09:00:00.000Z' });
  const ended = build('ended');
  const next = build('next');
  const waiting = {
    onAir: [onAir, late],
    unconfirmed: [overdue],
    toRecord: [ended],
    next,
  };
  const kinds = (...args: Parameters<typeof tasksOf>): [TaskKind, string][] =>
    tasksOf(...args).map(({ kind, session }) => [kind, session.id]);

  it('has what was left running first, then what runs, is overdue, lacks an amount, and comes', () => {
    expect(kinds(waiting, asked)).toEqual([
      ['left_running', 'late'],
      ['on_air', 'on_air'],
      ['unconfirmed', 'overdue'],
      ['to_record', 'ended'],
      ['next', 'next'],
    ]);
    expect(kinds(nothing, asked)).toEqual([]);
  });

  it('has a plan of the next hour before what lacks an amount, and once', () => {
    const soon = build('soon', { startAt: '2026-12-01T12:30:00.000Z' });
    expect(kinds({ ...nothing, toRecord: [ended], next: soon }, asked)).toEqual([
      ['soon', 'soon'],
      ['to_record', 'ended'],
    ]);
  });

  it('does not ask for what was put off, and offers to start it', () => {
    const isPutOff = (id: string) => id === 'overdue';
    expect(kinds({ ...nothing, unconfirmed: [overdue] }, { ...asked, isPutOff })).toEqual([
      ['soon', 'overdue'],
    ]);
  });

  it('asks for no amount of a person who records none', () => {
    expect(kinds({ ...nothing, toRecord: [ended] }, { ...asked, isRecorder: false })).toEqual([]);
  });

  it('has two of a kind that waits', () => {
    const many = ['a', 'b', 'c'].map((id) => build(id));
    expect(kinds({ ...nothing, unconfirmed: many, toRecord: many }, asked)).toHaveLength(4);
  });
});
