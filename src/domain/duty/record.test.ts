import { describe, expect, it } from 'vitest';

import type { KnownItem } from './checklist';
import {
  correctionAt,
  correctionProblems,
  keptUntil,
  type Mark,
  type RecordedSession,
  type TickedItem,
  tickOf,
  uncheckedHosts,
  withItemsOf,
  withTick,
} from './record';

const LIN = { id: 's1.h1', name: '林知夏' };
const CHEN = { id: 's1.h2', name: '陈小满' };
const MARK: Mark = { at: '2026-11-24T12:00:00.000Z', person: 'p', role: 'owner', name: null };
const ended: RecordedSession = {
  state: 'ended',
  precision: 'instant',
  startAt: '2026-11-24T12:00:00.000Z',
  endAt: '2026-11-24T16:00:00.000Z',
  startedAt: '2026-11-24T12:02:00.000Z',
  endedAt: '2026-11-24T16:30:00.000Z',
};

function item(id: string, tick: Mark | null = null): TickedItem {
  return { id, known: null, text: id, tick };
}

describe('keptUntil', () => {
  it('is the same day three years after the end, in China', () => {
    expect(keptUntil(ended)).toBe('2029-11-25');
    expect(keptUntil({ ...ended, endedAt: '2026-11-24T15:59:59.999Z' })).toBe('2029-11-24');
  });

  it('is never a day too few after 29 February', () => {
    expect(keptUntil({ ...ended, endedAt: '2028-02-29T12:00:00.000Z' })).toBe('2031-03-01');
  });

  it('is counted from the day itself where only the day is known', () => {
    const day = {
      precision: 'day',
      startAt: '2026-11-23T16:00:00.000Z',
      endAt: '2026-11-24T16:00:00.000Z',
    } as const;
    expect(keptUntil({ ...ended, ...day, startedAt: null, endedAt: null })).toBe('2029-11-24');
  });

  it('is not known before the end', () => {
    expect(keptUntil({ ...ended, state: 'live', endedAt: null })).toBeNull();
  });
});

describe('correctionAt', () => {
  const now = '2026-11-24T12:15:20.000Z';

  it.each([
    [null, now],
    ['2026-11-24T12:16:19.999Z', now],
    ['2026-11-24T12:16:20.000Z', '2026-11-24T12:16:20.000Z'],
    ['2026-11-24T12:15:00.000Z', '2026-11-24T12:15:00.000Z'],
  ])('of %s is %s', (at, expected) => {
    expect(correctionAt(at, now)).toBe(expected);
  });
});

describe('correctionProblems', () => {
  const now = '2026-11-25T12:00:00.000Z';

  it.each([
    ['2026-11-24T11:02:00.000Z', {}],
    ['2026-11-24T11:01:59.999Z', { at: 'too_far_apart' }],
    ['2026-11-24T17:30:00.000Z', {}],
    ['2026-11-24T17:30:00.001Z', { at: 'too_far_apart' }],
    [now, { at: 'too_far_apart' }],
    ['2026-11-25T12:00:00.001Z', { at: 'in_the_future' }],
  ])('of %s in a session from 12:02 to 16:30 are %j', (at, problems) => {
    expect(correctionProblems(ended, at, now)).toEqual(problems);
  });

  it('are none up to now while the session runs', () => {
    expect(correctionProblems({ ...ended, state: 'live', endedAt: null }, now, now)).toEqual({});
  });
});

describe('tickOf', () => {
  const identity = { ...MARK, hosts: [LIN] };
  const known = (id: KnownItem) => ({ ...item(id, MARK), known: id });

  it('takes the two checks from the record, whatever the item holds', () => {
    const none = { identity: null, licence: null };
    expect(tickOf(none, [LIN], known('presenter_identity'))).toBeNull();
    expect(tickOf(none, [LIN], known('licence_valid'))).toBeNull();
    expect(tickOf(none, [LIN], known('equipment'))).toBe(MARK);
    expect(tickOf({ identity, licence: MARK }, [LIN], known('licence_valid'))).toBe(MARK);
  });

  it('leaves the identity open while one host is not covered', () => {
    expect(uncheckedHosts(identity, [LIN, CHEN])).toEqual([CHEN]);
    const checks = { identity, licence: null };
    expect(tickOf(checks, [LIN], known('presenter_identity'))).toBe(identity);
    expect(tickOf(checks, [LIN, CHEN], known('presenter_identity'))).toBeNull();
  });

  it('is what withTick has set', () => {
    const items = [known('presenter_identity'), known('licence_valid'), item('own')];
    const record = { identity: null, licence: null, items };
    for (const each of items) {
      const after = withTick(record, [LIN, CHEN], each, MARK);
      const kept = after.items.find(({ id }) => id === each.id) ?? each;
      expect(tickOf(after, [LIN, CHEN], kept)).toMatchObject(MARK);
    }
    expect(
      withTick({ ...record, identity }, [LIN], known('presenter_identity'), null).identity,
    ).toBe(null);
  });
});

describe('withItemsOf', () => {
  it('keeps what was done, in its place or below, and drops what was open', () => {
    const before = [item('a', MARK), item('b'), item('c', MARK)];
    const after = withItemsOf(before, [item('c'), item('d')]);
    expect(after.map(({ id, tick }) => [id, tick !== null])).toEqual([
      ['c', true],
      ['d', false],
      ['a', true],
    ]);
  });
});
