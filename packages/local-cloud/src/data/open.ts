import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { type LocalDatabase, openDatabase } from '../database';
import { Engine } from '../engine/engine';
import type { CloudSchema } from '../schema';
import { FileStore } from '../storage/files';

/** The data of a local cloud that is not running. */
export interface LocalData {
  readonly database: LocalDatabase;
  /** Stores a file under a cloud path. @returns its file ID */
  putFile(cloudPath: string, bytes: Buffer): string;
  /** Closes the data. */
  close(): void;
}

/**
 * Opens the data in a folder, which is made when it is missing.
 * @param options `strict` refuses what the schema does not declare
 * @throws Error when the data have another schema version
 */
export function openData(
  dataDir: string,
  schema: CloudSchema,
  options: { readonly strict?: boolean } = {},
): LocalData {
  mkdirSync(dataDir, { recursive: true });
  const engine = new Engine(join(dataDir, 'cloud.db'), schema, {
    isStrict: options.strict ?? false,
  });
  const files = new FileStore(join(dataDir, 'files'));
  return {
    database: openDatabase(engine),
    putFile: (cloudPath, bytes) => {
      const { token, fileId } = files.prepareUpload(cloudPath);
      files.receive(token, bytes);
      return fileId;
    },
    close: () => engine.close(),
  };
}
