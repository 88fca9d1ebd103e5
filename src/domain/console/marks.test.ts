import { describe, expect, it } from 'vitest';

import { addMinutes } from '../time';
import {
  type ConsoleMark,
  type KeptMark,
  LATE_MARK_HOURS,
  MAX_CONSOLE_MARKS,
  standingMarks,
  summaryOf,
  TAKE_BACK_MINUTES,
  takesMarks,
  withMarks,
} from './marks';

const START = '2026-11-24T12:00:00.000Z';
const NOW = addMinutes(START, 60);
const SENDING = { by: 'lin', startedAt: START, now: NOW };

function mark(id: string, overrides: Partial<ConsoleMark> = {}): ConsoleMark {
  return { id, kind: 'surge', value: null, of: null, at: addMinutes(START, 10), ...overrides };
}

function kept(id: string, overrides: Partial<KeptMark> = {}): KeptMark {
  return { ...mark(id, overrides), by: 'lin', ...overrides };
}

const ids = (marks: readonly ConsoleMark[]) => marks.map(({ id }) => id);

describe('takesMarks', () => {
  const run = { startedAt: START, endedAt: null };

  it('takes them on air and paused, and for a day after the end', () => {
    const ended = { startedAt: START, endedAt: NOW };
    const late = addMinutes(NOW, LATE_MARK_HOURS * 60);
    expect(takesMarks(run, 'live', NOW)).toBe(true);
    expect(takesMarks(run, 'paused', NOW)).toBe(true);
    expect(takesMarks(ended, 'ended', late)).toBe(true);
    expect(takesMarks(ended, 'ended', addMinutes(late, 1))).toBe(false);
  });

  it('takes none of a session that did not start, or is known to the day only', () => {
    expect(takesMarks({ startedAt: null, endedAt: null }, 'scheduled', NOW)).toBe(false);
    expect(takesMarks({ startedAt: null, endedAt: NOW }, 'ended', NOW)).toBe(false);
  });
});

describe('withMarks', () => {
  it('adds each mark once, with its own time and person', () => {
    const first = withMarks([], [mark('a'), mark('b')], SENDING);
    expect(first.marks).toEqual([kept('a'), kept('b')]);
    const again = withMarks(first.marks, [mark('b'), mark('c'), mark('c')], SENDING);
    expect(ids(again.marks)).toEqual(['a', 'b', 'c']);
    expect(again.done).toEqual(['b', 'c', 'c']);
  });

  it('moves the time of a wrong clock to the start or to now', () => {
    const sent = [
      mark('a', { at: '2020-01-01T00:00:00.000Z' }),
      mark('b', { at: addMinutes(NOW, 1) }),
    ];
    expect(withMarks([], sent, SENDING).marks.map(({ at }) => at)).toEqual([START, NOW]);
  });

  it('leaves what is beyond the limit undone, and still takes back', () => {
    const full = Array.from({ length: MAX_CONSOLE_MARKS - 1 }, (_, i) => kept(`m${String(i)}`));
    const back = mark('back', { kind: 'taken_back', of: 'm3' });
    const { marks, done } = withMarks(full, [mark('last'), mark('over'), back], SENDING);
    expect(done).toEqual(['last', 'back']);
    expect(ids(marks).slice(-2)).toEqual(['last', 'back']);
    expect(withMarks(marks, [mark('over')], SENDING).done).toEqual([]);
    // A mark that was taken back still has its place: otherwise the log would have no end.
    expect(withMarks(marks, [mark('last')], SENDING).done).toEqual(['last']);
  });

  it('takes a mark back once, and nothing that is not there', () => {
    const log = [kept('a')];
    const twice = [
      mark('x', { kind: 'taken_back', of: 'a' }),
      mark('y', { kind: 'taken_back', of: 'a' }),
      mark('z', { kind: 'taken_back', of: 'unknown' }),
    ];
    const { marks, done } = withMarks(log, twice, SENDING);
    expect(ids(marks)).toEqual(['a', 'x']);
    expect(done).toEqual(['x', 'y', 'z']);
  });
});

describe('standingMarks', () => {
  it('orders marks by their own time, and those of one instant as they came in', () => {
    const late = kept('late', { at: addMinutes(START, 20) });
    expect(ids(standingMarks([late, kept('b'), kept('a')]))).toEqual(['b', 'a', 'late']);
  });

  it('leaves out what was taken back in time', () => {
    const at = addMinutes(START, 10);
    const back = (minutes: number) =>
      kept('back', { kind: 'taken_back', of: 'a', at: addMinutes(at, minutes) });
    expect(ids(standingMarks([kept('a'), kept('b'), back(TAKE_BACK_MINUTES)]))).toEqual(['b']);
    expect(ids(standingMarks([kept('a'), back(TAKE_BACK_MINUTES + 1)]))).toEqual(['a']);
  });
});

describe('summaryOf', () => {
  it('shows the latest reading of each kind, counts moments, and names the item that is on', () => {
    const goods = kept('f', { kind: 'goods', value: 2 });
    const marks = [
      kept('a', { kind: 'viewers', value: 900 }),
      kept('b', { kind: 'viewers', value: 1284 }),
      // A paid amount that this person does not see.
      kept('c', { kind: 'paid', value: null }),
      kept('d'),
      kept('e'),
      goods,
    ];
    const { latest, counts, goods: on } = summaryOf(marks);
    expect(latest).toEqual({ viewers: marks[1], orders: null, paid: null });
    expect(counts).toEqual({ surge: 2, slip: 0, outage: 0 });
    expect(on).toEqual({ place: 2, since: goods.at });
    expect(summaryOf([]).goods).toBeNull();
  });
});
