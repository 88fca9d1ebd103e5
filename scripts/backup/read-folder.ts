import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { listStoredFiles, openSnapshot } from 'local-cloud/data';
import { type ManifestBody, sha256 } from './manifest';

/** The contents of a back-up, as its manifest lists them. */
export type Contents = Pick<ManifestBody, 'collections' | 'files' | 'others'>;

/** Receives each file of a back-up with its path in it. */
export type Sink = (file: string, bytes: Buffer) => void;

/** Files of a data folder that are neither documents nor storage, such as the desk's mark. */
function otherFiles(dataDir: string): string[] {
  return readdirSync(dataDir, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('cloud.db'))
    .map(({ name }) => name)
    .sort();
}

/** The bytes of a file; undefined when it was removed after it was listed. */
function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (!existsSync(file)) return undefined;
    throw error;
  }
}

/**
 * Reads all data in a local cloud's folder. Documents are of one moment, also while the cloud writes;
 * each file is whole, and is read after that moment.
 * @param sink receives every file of a back-up but the manifest
 * @throws Error when there are no data in the folder
 */
export function readFolder(dataDir: string, sink: Sink): Contents {
  const give = (file: string, bytes: Buffer) => {
    sink(file, bytes);
    return { file, bytes: bytes.length, sha256: sha256(bytes) };
  };
  const snapshot = openSnapshot(dataDir);
  try {
    const collections = snapshot.collections().map((name) => {
      const lines = snapshot.readLines(name);
      const text = lines.map((line) => `${line}\n`).join('');
      return { name, documents: lines.length, ...give(`${name}.jsonl`, Buffer.from(text)) };
    });
    const files = listStoredFiles(join(dataDir, 'files')).flatMap(({ key, cloudPath }) => {
      const bytes = readIfThere(join(dataDir, 'files', key));
      return bytes ? [{ cloudPath, ...give(`files/${key}`, bytes) }] : [];
    });
    const others = otherFiles(dataDir).flatMap((name) => {
      const bytes = readIfThere(join(dataDir, name));
      return bytes ? [give(`others/${name}`, bytes)] : [];
    });
    return { collections, files, others };
  } finally {
    snapshot.close();
  }
}
