import { fileURLToPath } from 'node:url';

import { SCHEMA } from '../../../cloud/database/schema';
import { unpackFolder } from './pack';

/** Schema versions before this program's of which written data are kept. */
export const WRITTEN_VERSIONS = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18].filter(
  (version) => version < SCHEMA.version,
);

/** Puts the data folder `data` and the back-up `backup` of an earlier version into a folder. */
export function unpackWritten(version: number, folder: string): void {
  const name = `../fixtures/data-v${String(version)}.json.br`;
  unpackFolder(fileURLToPath(new URL(name, import.meta.url)), folder);
}
