import { describe, expect, it } from 'vitest';

import { SCHEMA } from '../database/schema';
import type { SchemaHistory } from './history';
import { migrate } from './migrate';
import type { Collections, Migration } from './migration';

const NOW = '2026-11-28T00:00:00.000Z';

const RENAME: Migration = {
  from: 7,
  to: 8,
  summary: 'things have a title, and are listed',
  documents: () => ({
    things: ({ _id, name }) => (name === 'obsolete' ? null : { _id, title: name }),
  }),
  additions: (before) => ({
    lists: [{ _id: 'all', names: before.get('things')?.map(({ name }) => name) }],
  }),
  rebuildsTotals: false,
};
const COUNT: Migration = {
  from: 8,
  to: 9,
  summary: 'lists have a length',
  documents: () => ({
    lists: (doc) => ({ ...doc, length: (doc['names'] as string[]).length }),
  }),
  rebuildsTotals: false,
};
const MADE_UP: SchemaHistory = {
  schema: { version: 9, collections: SCHEMA.collections },
  migrations: [RENAME, COUNT],
};

function things(): Collections {
  return new Map([
    [
      'things',
      [
        { _id: 'a', name: 'first' },
        { _id: 'b', name: 'obsolete' },
        { _id: 'c', name: 'third' },
      ],
    ],
    ['others', [{ _id: 'x', at: new Date(NOW) }]],
  ]);
}

describe('migrate', () => {
  it('applies every step to what the one before made, and leaves other collections alone', () => {
    const { collections } = migrate(things(), { from: 7, history: MADE_UP, now: NOW });
    expect(Object.fromEntries(collections)).toEqual({
      things: [
        { _id: 'a', title: 'first' },
        { _id: 'c', title: 'third' },
      ],
      lists: [{ _id: 'all', names: ['first', 'obsolete', 'third'], length: 3 }],
      others: [{ _id: 'x', at: new Date(NOW) }],
      schema_versions: [{ _id: 'v9', version: 9, since: NOW }],
    });
  });

  it('counts by collection what was changed, added and removed', () => {
    const { counts } = migrate(things(), { from: 7, history: MADE_UP, now: NOW });
    expect(counts).toEqual([
      { name: 'lists', before: 0, after: 1, changed: 0, added: 1, removed: 0 },
      { name: 'others', before: 1, after: 1, changed: 0, added: 0, removed: 0 },
      { name: 'schema_versions', before: 0, after: 1, changed: 0, added: 1, removed: 0 },
      { name: 'things', before: 3, after: 2, changed: 2, added: 0, removed: 1 },
    ]);
  });

  it('changes nothing of what it is given', () => {
    const given = things();
    migrate(given, { from: 7, history: MADE_UP, now: NOW });
    expect(given).toEqual(things());
  });

  it('returns data of today’s version as they are', () => {
    const given = things();
    const migrated = migrate(given, { from: 9, history: MADE_UP, now: NOW });
    expect(migrated).toMatchObject({ steps: [], isRebuilt: false, from: 9, to: 9 });
    expect(migrated.collections).toEqual(given);
  });

  it('rebuilds kept totals when a step asks for it, or the caller does', () => {
    const rebuilding = { ...MADE_UP, migrations: [RENAME, { ...COUNT, rebuildsTotals: true }] };
    const asked = { from: 7, now: NOW };
    expect(migrate(things(), { ...asked, history: rebuilding }).isRebuilt).toBe(true);
    expect(migrate(things(), { ...asked, history: MADE_UP }).isRebuilt).toBe(false);
    expect(migrate(things(), { ...asked, history: MADE_UP, rebuild: true }).isRebuilt).toBe(true);
  });
});
