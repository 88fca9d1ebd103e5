import { type LocalDatabase, openDatabase } from '../database';
import { Engine } from '../engine/engine';
import type { CloudSchema } from '../schema';
import { FileStore } from '../storage/files';
import { openFolder } from './claim';

/** The data of a local cloud that is not running. */
export interface LocalData {
  readonly database: LocalDatabase;
  /** Stores a file under a cloud path. @returns its file ID */
  putFile(cloudPath: string, bytes: Buffer): string;
  /** Closes the data. */
  close(): void;
}

function openEngine(
  file: string,
  schema: CloudSchema,
  { strict = false }: { readonly strict?: boolean },
  release: () => void,
): Engine {
  try {
    return new Engine(file, schema, { isStrict: strict });
  } catch (error) {
    release();
    throw error;
  }
}

/**
 * Opens the data in a folder, which is made when it is missing.
 * @param options `strict` refuses what the schema does not declare
 * @throws Error when a process has the data open, or they have another schema version
 */
export function openData(
  dataDir: string,
  schema: CloudSchema,
  options: { readonly strict?: boolean } = {},
): LocalData {
  const { file, filesDir, release } = openFolder(dataDir, schema.version ?? 0);
  const engine = openEngine(file, schema, options, release);
  const files = new FileStore(filesDir);
  return {
    database: openDatabase(engine),
    putFile: (cloudPath, bytes) => {
      const { token, fileId } = files.prepareUpload(cloudPath);
      files.receive(token, bytes);
      return fileId;
    },
    close: () => {
      engine.close();
      release();
    },
  };
}
