import { assertFields } from 'local-cloud/data';

import type { SchemaHistory } from '../../cloud/migrations/history';
import { migrate, type Migrated, type MigrateOptions } from '../../cloud/migrations/migrate';
import type { Collections } from '../../cloud/migrations/migration';
import { recount } from '../recount/recount';

function assertFit(collections: Collections, { schema }: SchemaHistory): void {
  for (const [name, { fields }] of Object.entries(schema.collections)) {
    for (const doc of collections.get(name) ?? []) assertFields(name, fields, doc);
  }
}

function assertRecounted(collections: Collections): void {
  const { rows } = recount({ readAll: (name) => [...(collections.get(name) ?? [])] });
  const first = rows.flatMap(({ kind, differences }) =>
    differences.map(({ key }) => `${kind} ${key}`),
  )[0];
  if (first !== undefined) throw new Error(`rebuilt totals are not what a recount says: ${first}`);
}

/**
 * Migrates documents and checks the outcome: every document has the fields of today's schema, and
 * rebuilt totals are what the recount, which is written apart, makes of the ledger.
 * @throws Error that names the document or total which does not fit, or why the data are refused
 */
export function migrateChecked(before: Collections, options: MigrateOptions): Migrated {
  const migrated = migrate(before, options);
  if (migrated.steps.length > 0) assertFit(migrated.collections, options.history);
  if (migrated.isRebuilt) assertRecounted(migrated.collections);
  return migrated;
}
