import { fileURLToPath } from 'node:url';

import { unpackFolder } from './pack';

/** Schema versions of which written data are kept. */
export const WRITTEN_VERSIONS = [2, 3] as const;
/** One of {@link WRITTEN_VERSIONS}. */
export type WrittenVersion = (typeof WRITTEN_VERSIONS)[number];

/** Puts the data folder `data` and the back-up `backup` of an earlier version into a folder. */
export function unpackWritten(version: WrittenVersion, folder: string): void {
  const name = `../fixtures/data-v${String(version)}.json.br`;
  unpackFolder(fileURLToPath(new URL(name, import.meta.url)), folder);
}
