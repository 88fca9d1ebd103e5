import { describe, expect, it } from 'vitest';

import {
  type KeptReading,
  type KnownReading,
  latestOfYear,
  recordedAtOf,
  withReading,
  withUnread,
} from './readings';

const RECORDED_AT = '2026-05-01T02:00:00.000Z';

function read(readOn: string, count: number, accountId = 'a1'): KnownReading {
  return { accountId, platform: 'douyin', count, readOn };
}

function keep(readOn: string, count: number, accountId = 'a1'): KeptReading {
  return { ...read(readOn, count, accountId), recordedAt: RECORDED_AT };
}

describe('withReading', () => {
  const kept = { '2026': { one: keep('2026-05-01', 10) } };

  it('keeps a later day and, of the same day, the later entry', () => {
    for (const reading of [keep('2026-05-02', 5), keep('2026-05-01', 5)]) {
      expect(withReading(kept, 'one', reading)).toEqual({ '2026': { one: reading } });
    }
  });

  it('leaves out an earlier day', () => {
    expect(withReading(kept, 'one', keep('2026-04-30', 99))).toBe(kept);
  });

  it('keeps accounts and years apart', () => {
    const other = keep('2026-01-01', 7, 'a2');
    const before = keep('2025-12-31', 3);
    expect(withReading(withReading(kept, 'two', other), 'one', before)).toEqual({
      '2025': { one: before },
      '2026': { one: keep('2026-05-01', 10), two: other },
    });
  });
});

describe('recordedAtOf', () => {
  const kept = { '2026': { one: keep('2026-05-01', 10) } };
  const at = (now: string, readOn = '2026-05-01', key = 'one') =>
    recordedAtOf(kept, key, { readOn, now });

  it('is after the reading that is kept, also for one that was sent before it', () => {
    expect(at('2026-05-01T02:00:01.000Z')).toBe('2026-05-01T02:00:01.000Z');
    expect(at(RECORDED_AT)).toBe('2026-05-01T02:00:00.001Z');
    expect(at('2026-04-30T15:59:59.000Z', '2026-04-30')).toBe('2026-05-01T02:00:00.001Z');
  });

  it('is now for another account and another year', () => {
    const now = '2026-04-30T00:00:00.000Z';
    expect(at(now, '2026-04-30', 'two')).toBe(now);
    expect(at(now, '2025-12-31')).toBe(now);
  });
});

describe('latestOfYear', () => {
  it('takes the latest day of each account, latest account first', () => {
    const readings = [
      read('2026-02-01', 1),
      read('2026-03-01', 2),
      read('2026-04-01', 3, 'a2'),
      read('2025-12-31', 4, 'a2'),
    ];
    expect(latestOfYear(readings, 2026)).toEqual([
      read('2026-04-01', 3, 'a2'),
      read('2026-03-01', 2),
    ]);
  });

  it('leaves out other years, and sorts what is read out of order', () => {
    const readings = [
      read('2027-01-01', 9, 'a9'),
      read('2026-02-01', 1, 'a1'),
      read('2026-04-01', 2, 'a2'),
      read('2026-03-01', 3, 'a3'),
    ];
    const ids = latestOfYear(readings, 2026).map(({ accountId }) => accountId);
    expect(ids).toEqual(['a2', 'a3', 'a1']);
    expect(latestOfYear([...readings].reverse(), 2026)[0]?.accountId).toBe('a2');
  });

  it('takes the first of two readings of one day', () => {
    expect(latestOfYear([read('2026-02-01', 1), read('2026-02-01', 2)], 2026)).toEqual([
      read('2026-02-01', 1),
    ]);
  });
});

describe('withUnread', () => {
  it('adds no account that any reading is of', () => {
    const accounts = ['a1', 'a2'].map((id) => ({ id, platform: 'douyin' }) as const);
    const readings = [read('2026-02-01', 1, 'a1'), read('2026-02-01', 2, 'a2')];
    expect(withUnread(readings, accounts)).toEqual(readings);
  });

  it('adds the accounts without a reading as unknown', () => {
    const accounts = [
      { id: 'a1', platform: 'douyin' },
      { id: 'a2', platform: 'taobao' },
    ] as const;
    expect(withUnread([read('2026-02-01', 1)], accounts)).toEqual([
      read('2026-02-01', 1),
      { accountId: 'a2', platform: 'taobao', count: null, readOn: null },
    ]);
  });
});
