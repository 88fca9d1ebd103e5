import { describe, expect, it } from 'vitest';

import { HISTORY } from './history';
import { migrate } from './migrate';
import type { StoredDoc } from './migration';

const NOW = '2026-11-28T00:00:00.000Z';

function reading(count: number, recordedAt: string, readOn = '2026-11-20'): StoredDoc {
  const ofAccount = { shopId: 's1', accountId: 's1.a1', platform: 'douyin' };
  return { _id: recordedAt, ...ofAccount, count, readOn, recordedAt, recordedBy: 'lin' };
}

function kept(count: number, readOn: string) {
  return { '2026': { a1: { accountId: 's1.a1', platform: 'douyin', count, readOn } } };
}

function keptAfter(readings: readonly StoredDoc[], followersByYear: object): unknown {
  const host = { _id: 's1.h1', shopId: 's1', followersByYear };
  const before = new Map([
    ['follower_readings', readings],
    ['hosts', [host]],
  ]);
  const { collections } = migrate(before, { from: 12, history: HISTORY, now: NOW });
  const [migrated] = collections.get('hosts') ?? [];
  return (migrated?.['followersByYear'] as Record<string, Record<string, unknown>>)['2026']?.['a1'];
}

describe('the migration to kept readings with their moment', () => {
  it('takes the moment from the readings of that day', () => {
    const readings = [
      reading(900, '2026-11-21T02:00:00.000Z', '2026-11-19'),
      reading(12, '2026-11-20T02:00:00.000Z'),
    ];
    expect(keptAfter(readings, kept(12, '2026-11-20'))).toMatchObject({
      count: 12,
      recordedAt: '2026-11-20T02:00:00.000Z',
    });
  });

  it('keeps the reading that answers for earlier days, where two were sent at once', () => {
    const readings = [
      reading(13, '2026-11-20T02:00:00.001Z'),
      reading(12, '2026-11-20T02:00:00.000Z'),
    ];
    expect(keptAfter(readings, kept(12, '2026-11-20'))).toMatchObject({
      count: 13,
      recordedAt: '2026-11-20T02:00:00.001Z',
    });
  });

  it('dates a reading of which nothing else is on record by its day', () => {
    expect(keptAfter([], kept(12, '2026-11-20'))).toMatchObject({
      count: 12,
      recordedAt: '2026-11-20T00:00:00.000Z',
    });
  });
});
