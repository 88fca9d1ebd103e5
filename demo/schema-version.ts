import type { LocalCloud } from 'local-cloud';

import { SCHEMA } from '../cloud/database/schema';
import { versionMark } from '../cloud/migrations/version-marks';

/**
 * Marks the documents of a new cloud with the schema version, as a deployment marks a new
 * environment; one that has a mark keeps it.
 */
export async function markSchemaVersion(
  cloud: Pick<LocalCloud, 'database'>,
  now: string,
): Promise<void> {
  const mark = versionMark(SCHEMA.version, now);
  if (cloud.database.find('schema_versions', { _id: mark._id }).length > 0) return;
  await cloud.database.insert('schema_versions', [{ ...mark }]);
}
