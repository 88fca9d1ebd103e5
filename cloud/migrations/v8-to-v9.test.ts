import { describe, expect, it } from 'vitest';

import { HISTORY } from './history';
import { migrate } from './migrate';
import type { StoredDoc } from './migration';

const NOW = '2026-11-28T00:00:00.000Z';

function membership(shopId: string, personId: string, role: string, joinedAt: string): StoredDoc {
  return { _id: `${shopId}:${personId}`, shopId, personId, role, joinedAt };
}

function host(shopId: string, name: string, personId: string | null, addedAt: string): StoredDoc {
  return { _id: `${shopId}.h${name}`, shopId, personId, addedAt, followersByYear: {} };
}

describe('the migration to one document for each person', () => {
  const before = new Map([
    [
      'memberships',
      [
        membership('s2', 'lin', 'operator', '2026-02-01'),
        membership('s1', 'lin', 'owner', '2026-01-01'),
        membership('s1', 'wu', 'finance', '2026-03-01'),
      ],
    ],
    [
      'hosts',
      [
        host('s1', 'b', 'lin', '2026-02-01'),
        host('s1', 'a', 'lin', '2026-01-01'),
        host('s1', 'c', null, '2026-01-01'),
        host('s2', 'a', 'chen', '2026-01-01'),
      ],
    ],
  ]);
  const { collections } = migrate(before, { from: 8, history: HISTORY, now: NOW });

  it('keeps every role and every host, also two of one store, and those of a person without a role', () => {
    expect(collections.get('people')).toMatchObject([
      {
        _id: 'lin',
        seats: {
          s1: { role: 'owner', joinedAt: '2026-01-01' },
          s2: { role: 'operator', joinedAt: '2026-02-01' },
        },
        hostIds: ['s1.ha', 's1.hb'],
      },
      { _id: 'wu', seats: { s1: { role: 'finance', joinedAt: '2026-03-01' } }, hostIds: [] },
      { _id: 'chen', seats: {}, hostIds: ['s2.ha'] },
    ]);
  });

  it('leaves nothing that would be a second place to look', () => {
    expect(collections.get('memberships')).toEqual([]);
  });
});
