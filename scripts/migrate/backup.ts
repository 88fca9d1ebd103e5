import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { HISTORY, type SchemaHistory } from '../../cloud/migrations/history';
import type { Migrated } from '../../cloud/migrations/migrate';
import { listDocuments } from '../backup/documents';
import { writeBackup } from '../backup/make';
import { schemaVersionOf } from '../backup/manifest';
import { readBackup, verifyBackup } from '../backup/verify';
import { migrateChecked } from './checked';

/** Which back-up is migrated, and how. */
export interface BackupOptions {
  /** Folder of the back-up; it stays as it is. */
  readonly from: string;
  /** The instant of the migration. */
  readonly now: string;
  /** Default: this program's schema and its migrations. */
  readonly history?: SchemaHistory;
  /** Rebuild kept totals though no migration asks for it. */
  readonly rebuild?: boolean;
}

/** What migrating a back-up would do; it is verified first. */
export function planBackup({
  from,
  now,
  history = HISTORY,
  rebuild = false,
}: BackupOptions): Migrated {
  const manifest = verifyBackup(from);
  const version = schemaVersionOf(manifest);
  return migrateChecked(readBackup(from, manifest), { from: version, history, now, rebuild });
}

/**
 * Writes a new back-up with the documents of another one in today's schema version. It has the
 * other's moment, environment and files.
 * @param target a folder that does not exist.
 * @throws Error naming the damaged file, or why the documents are refused
 */
export function migrateBackup(options: BackupOptions, target: string): Migrated {
  const { from, history = HISTORY } = options;
  const migrated = planBackup(options);
  const { madeAt, environment, files, others } = verifyBackup(from);
  const head = { madeAt, environment, schemaVersion: history.schema.version };
  writeBackup(target, head, (sink) => {
    for (const { file } of [...files, ...others]) sink(file, readFileSync(join(from, file)));
    return { collections: listDocuments(migrated.collections, sink), files, others };
  });
  return migrated;
}
