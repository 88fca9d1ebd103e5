import { HISTORY, migrationsFrom } from './history';
import { migrate } from './migrate';
import type { Collections } from './migration';

/** What a local cloud needs to migrate the data in its folder when it starts. */
export interface StartMigration {
  migrate(from: number): (documents: ReadonlyMap<string, readonly object[]>) => Collections;
  onMigrated(done: { readonly from: number; readonly formerData: string }): void;
}

/**
 * Migrates a local cloud's data of an earlier version when it starts.
 * @param now the instant of the start.
 * @param log called with one line when data were migrated.
 */
export function migrationOnStart(now: string, log: (line: string) => void): StartMigration {
  return {
    migrate: (from) => {
      migrationsFrom(from, HISTORY);
      return (documents) =>
        migrate(documents as Collections, { from, history: HISTORY, now }).collections;
    },
    onMigrated: ({ from, formerData }) => {
      const versions = `${String(from)} → ${String(HISTORY.schema.version)}`;
      log(`数据已升级 data migrated … schema version ${versions} (former data: ${formerData})`);
    },
  };
}
