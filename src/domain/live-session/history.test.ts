import { describe, expect, it } from 'vitest';

import {
  type HistoryLine,
  type LiveSessionEvent,
  type Undoable,
  undoableStep,
  withLine,
} from './history';

const at = (time: string): string => `2026-11-25T${time}.000Z`;

function line(step: LiveSessionEvent, time: string, undone: LiveSessionEvent | null = null) {
  return {
    step,
    at: at(time),
    by: 'ana',
    of: undone,
    reason: null,
    before: null,
  } satisfies HistoryLine;
}

function session(lines: HistoryLine[], overrides: Partial<Undoable> = {}): Undoable {
  return { history: lines, isBooked: false, entriesAt: null, ...overrides };
}

const PLANNED = line('schedule', '10:00:00');
const LIVE = line('goLive', '12:00:00');
const OVER = line('end', '12:05:00');

function stepAt(undoable: Undoable, now: string): string {
  const found = undoableStep(undoable, at(now));
  return found.block === undefined ? found.line.step : `blocked: ${found.block}`;
}

describe('undoableStep', () => {
  it('is the last step, for a quarter of an hour to the second', () => {
    expect(stepAt(session([PLANNED, LIVE]), '12:15:00')).toBe('goLive');
    expect(stepAt(session([PLANNED, LIVE]), '12:15:01')).toBe('blocked: too_late');
  });

  it('is the one before once a step was taken back', () => {
    const undone = line('undo', '12:06:00', 'end');
    expect(stepAt(session([PLANNED, LIVE, OVER, undone]), '12:07:00')).toBe('goLive');
    const both = [PLANNED, LIVE, OVER, undone, line('undo', '12:06:30', 'goLive')];
    expect(stepAt(session(both), '12:07:00')).toBe('blocked: too_late');
  });

  it('is blocked by amounts that were recorded or changed after it, and not by earlier ones', () => {
    const booked = { isBooked: true, entriesAt: at('12:04:00') };
    expect(stepAt(session([PLANNED, LIVE, OVER], booked), '12:06:00')).toBe('end');
    const later = { isBooked: true, entriesAt: at('12:05:01') };
    expect(stepAt(session([PLANNED, LIVE, OVER], later), '12:06:00')).toBe('blocked: has_entries');
  });

  it('is a new session only as long as nothing was ever recorded for it', () => {
    expect(stepAt(session([PLANNED]), '10:10:00')).toBe('schedule');
    const booked = { isBooked: true, entriesAt: at('10:00:00') };
    expect(stepAt(session([line('backfill', '10:00:00')], booked), '10:10:00')).toBe(
      'blocked: has_entries',
    );
  });

  it('is blocked while the session is joined with others', () => {
    const joined = [PLANNED, LIVE, OVER, line('join', '12:06:00')];
    expect(stepAt(session(joined), '12:07:00')).toBe('blocked: joined');
    expect(stepAt(session([...joined, line('split', '12:06:30')]), '12:07:00')).toBe('end');
  });

  it('passes over the marks that an earlier version wrote, and needs a history', () => {
    const marked = [PLANNED, line('unconfirmed', '11:00:00'), LIVE];
    expect(stepAt(session(marked), '12:07:00')).toBe('goLive');
    expect(stepAt(session([]), '12:07:00')).toBe('blocked: nothing');
  });
});

describe('withLine', () => {
  const lines = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      line('pause', `12:00:${String(index).padStart(2, '0')}`),
    );

  it('keeps forty lines, and moves the oldest thirty away with the next', () => {
    const later = line('end', '12:30:00');
    expect(withLine(lines(39), later)).toEqual({ kept: [...lines(39), later], moved: [] });
    const { kept, moved } = withLine(lines(40), later);
    expect(moved).toEqual(lines(30));
    expect([...moved, ...kept]).toEqual([...lines(40), later]);
  });

  it('keeps what can still be taken back, up to a hundred and sixty lines', () => {
    const soon = line('end', '12:15:29');
    expect(withLine(lines(50), soon).moved).toEqual([]);
    const many = Array.from({ length: 160 }, () => LIVE);
    expect(withLine(many.slice(1), OVER).moved).toEqual([]);
    expect(withLine(many, OVER).moved).toHaveLength(30);
  });
});
