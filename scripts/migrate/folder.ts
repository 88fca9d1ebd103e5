import { migrateData, type MigrationStep, readDataVersion, readDocuments } from 'local-cloud/data';

import { HISTORY, migrationsFrom, type SchemaHistory } from '../../cloud/migrations/history';
import type { Migrated } from '../../cloud/migrations/migrate';
import type { Collections } from '../../cloud/migrations/migration';
import { migrateChecked } from './checked';

/** Which folder is migrated, and how. */
export interface FolderOptions {
  /** Folder of a local cloud that does not run. */
  readonly dataDir: string;
  /** The instant of the migration: part of the name under which the former data are kept. */
  readonly now: string;
  /** Default: this program's schema and its migrations. */
  readonly history?: SchemaHistory;
  /** Rebuild kept totals though no migration asks for it. Default no. */
  readonly rebuild?: boolean;
  /** Called before each step. */
  readonly onStep?: (step: MigrationStep) => void;
}

/** What was done. */
export interface MigratedFolder extends Migrated {
  /** Where the former data lie now. */
  readonly formerData: string;
}

/**
 * Brings the data of a stopped local cloud to today's schema version, see `migrateData`.
 * @returns null when there are no data, or they have today's version and no rebuild is asked for
 * @throws Error when the data are newer, too old, in use, or do not fit; they stay as they were then
 */
export function migrateFolder(options: FolderOptions): MigratedFolder | null {
  const { dataDir, now, history = HISTORY, rebuild = false, onStep = () => undefined } = options;
  let migrated: Migrated | undefined;
  const done = migrateData({
    dataDir,
    schema: history.schema,
    now,
    always: rebuild,
    onStep,
    migrate: (from) => {
      migrationsFrom(from, history);
      return (documents) => {
        migrated = migrateChecked(documents as Collections, { from, history, now, rebuild });
        return migrated.collections;
      };
    },
  });
  if (done === null || migrated === undefined) return null;
  return { ...migrated, formerData: done.formerData };
}

/** What migrating a folder would do; changes nothing, and the cloud may be running. */
export function planFolder(options: Omit<FolderOptions, 'onStep'>): Migrated {
  const { dataDir, now, history = HISTORY, rebuild = false } = options;
  const from = readDataVersion(dataDir);
  if (from === null) throw new Error(`no local cloud's data in ${dataDir}`);
  const documents = readDocuments(dataDir) as Collections;
  return migrateChecked(documents, { from, history, now, rebuild });
}
