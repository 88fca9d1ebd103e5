import { HISTORY, type SchemaHistory } from '../../../cloud/migrations/history';
import type { Migration } from '../../../cloud/migrations/migration';

const { schema, migrations } = HISTORY;
const { shops } = schema.collections;
if (shops === undefined) throw new Error('the schema has no shops');

/** A made-up change of the schema: a field more, a collection more, readings below a count gone. */
export const NEXT_MIGRATION: Migration = {
  from: schema.version,
  to: schema.version + 1,
  summary: 'stores have a motto and notes',
  documents: () => ({
    shops: (doc) => ({ ...doc, motto: `${String(doc['name'])}!` }),
    follower_readings: (doc) => (Number(doc['count']) < 1_000_000 ? null : doc),
  }),
  additions: (before) => ({
    notes: (before.get('shops') ?? []).map(({ _id }) => ({ _id: `${_id}.n1`, shopId: _id })),
  }),
  rebuildsTotals: true,
};

/** The history of a made-up program that is one schema version ahead of this one. */
export const NEXT_HISTORY: SchemaHistory = {
  schema: {
    version: NEXT_MIGRATION.to,
    collections: {
      ...schema.collections,
      shops: { ...shops, fields: { ...shops.fields, motto: 'text' } },
      notes: { fields: { shopId: 'text' }, indexes: [] },
    },
  },
  migrations: [...migrations, NEXT_MIGRATION],
};
