import type { SchemaVersionDoc } from '../../cloud/database/documents';
import { HISTORY, migrationsFrom } from '../../cloud/migrations/history';
import { markedVersion, versionMark } from '../../cloud/migrations/version-marks';
import type { DeploySdk } from './sdk';

/** The platform returns at most this many documents; there is one mark for each schema version. */
const MAX_MARKS = 1000;

/**
 * Checks that the environment's documents have the schema version that the functions work with. An
 * environment without stores is new, and is marked with that version.
 * @param now the instant of the deployment.
 * @throws Error that names the versions and the migrations that are due
 */
export async function checkSchemaVersion(
  sdk: DeploySdk,
  now: string,
  log: (line: string) => void,
): Promise<void> {
  const today = HISTORY.schema.version;
  const collection = sdk.database().collection('schema_versions');
  const { data: marks } = await collection.limit(MAX_MARKS).get();
  const { data: shops } = await sdk.database().collection('shops').limit(1).get();
  if (marks.length === 0 && shops.length === 0) {
    await collection.add({ data: { ...versionMark(today, now) } });
    log(`documents: none yet, marked with schema version ${String(today)}`);
    return;
  }
  const version = markedVersion(marks as unknown as SchemaVersionDoc[]);
  const due = migrationsFrom(version, HISTORY);
  if (due.length > 0) {
    const steps = due.map(({ from, to, summary }) => `${String(from)} → ${String(to)}: ${summary}`);
    throw new Error(
      `a migration is due. The documents have schema version ${String(version)}, the functions ` +
        `work with ${String(today)} (${steps.join('; ')}). Deploy nothing else before the documents ` +
        'are migrated: docs/deploy.md, “Migrate the documents”',
    );
  }
  log(`documents: schema version ${String(version)}, as the functions need`);
}
