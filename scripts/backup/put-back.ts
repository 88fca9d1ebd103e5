import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

import { claimFolder, lockData, pathFile, writeDocuments } from 'local-cloud/data';

import { HISTORY, type SchemaHistory } from '../../cloud/migrations/history';
import type { Migrated } from '../../cloud/migrations/migrate';
import { migrateChecked } from '../migrate/checked';
import { listDocuments } from './documents';
import { writeDurably } from './make';
import { type Manifest, schemaVersionOf } from './manifest';
import { type Contents, readFolder } from './read-folder';
import { readBackup, storageKeyOf, verifyBackup } from './verify';

/** The back-up and the folder into which it is restored. */
export interface RestoreOptions {
  /** Folder of the back-up. */
  readonly from: string;
  /** Folder of a local cloud: empty or absent, unless `replace`. */
  readonly dataDir: string;
  /** Replace the data in the folder, which are kept beside it. */
  readonly replace?: boolean;
  /** The instant of the restoring: part of the name under which former data are kept. */
  readonly now: string;
  /** Default: this program's schema and its migrations. */
  readonly history?: SchemaHistory;
}

/** The result of a restoring. */
export interface Restored {
  readonly manifest: Manifest;
  /** How the documents came to today's schema version; null when they had it. */
  readonly migrated: Migrated | null;
  /** Where the former data lie now; null when there were none. */
  readonly formerData: string | null;
}

const isFilled = (folder: string): boolean => existsSync(folder) && readdirSync(folder).length > 0;

/**
 * Keeps the data of a folder, if there are any, from a cloud that is started meanwhile.
 * @returns a function that gives them back
 * @throws Error when a running cloud has them open
 */
function keepUnused(dataDir: string): () => void {
  if (!existsSync(join(dataDir, 'cloud.db'))) return () => undefined;
  const release = claimFolder(dataDir);
  try {
    lockData(dataDir).release();
    return release;
  } catch (error) {
    release();
    throw error;
  }
}

function writeFiles(from: string, into: string, { files, others }: Manifest): void {
  mkdirSync(join(into, 'files'), { recursive: true });
  for (const listed of files) {
    const target = join(into, 'files', storageKeyOf(listed));
    if (listed.cloudPath !== null) writeDurably(pathFile(target), listed.cloudPath);
    copyFileSync(join(from, listed.file), target);
  }
  for (const { file } of others) copyFileSync(join(from, file), join(into, basename(file)));
}

/** @throws Error naming the collections and files that differ from those that were to be written. */
function assertSame(dataDir: string, written: Contents): void {
  const read = readFolder(dataDir, () => undefined);
  const key = ({ name, sha256 }: { name: string; sha256: string }): string => `${name} ${sha256}`;
  const namesOf = (contents: Contents): string[] => [
    // A collection that the schema declares and the back-up lacks was created empty.
    ...contents.collections.filter(({ documents }) => documents > 0).map(key),
    ...contents.files.map((file) => key({ name: storageKeyOf(file), sha256: file.sha256 })),
    ...contents.others.map(({ file, sha256 }) => key({ name: file, sha256 })),
  ];
  const [expected, found] = [new Set(namesOf(written)), new Set(namesOf(read))];
  const wrong = [...expected].filter((name) => !found.has(name));
  wrong.push(...[...found].filter((name) => !expected.has(name)));
  if (wrong.length > 0) throw new Error(`differs after writing: ${wrong.join(', ')}`);
}

/** Moves the complete folder to its place. @returns where the former data lie, or null. */
function moveIntoPlace(draft: string, dataDir: string, now: string): string | null {
  if (!isFilled(dataDir)) {
    renameSync(draft, dataDir);
    return null;
  }
  const former = `${dataDir}.before-${now.replace(/[^0-9TZ]/g, '')}`;
  renameSync(dataDir, former);
  try {
    renameSync(draft, dataDir);
  } catch (error) {
    renameSync(former, dataDir);
    throw error;
  }
  return former;
}

function restoreInto(dataDir: string, manifest: Manifest, options: RestoreOptions): Restored {
  const { from, now, history = HISTORY } = options;
  const migrated = migrateChecked(readBackup(from, manifest), {
    from: schemaVersionOf(manifest),
    history,
    now,
  });
  const { files, others } = manifest;
  const isMigrated = migrated.steps.length > 0;
  // Without a migration the written documents must have the hashes of the back-up.
  const collections = isMigrated
    ? listDocuments(migrated.collections, () => undefined)
    : manifest.collections;
  const draft = `${dataDir}.restore-${String(process.pid)}`;
  mkdirSync(draft, { recursive: true });
  try {
    writeDocuments(draft, history.schema, migrated.collections);
    writeFiles(from, draft, manifest);
    assertSame(draft, { collections, files, others });
    const formerData = moveIntoPlace(draft, dataDir, now);
    return { manifest, migrated: isMigrated ? migrated : null, formerData };
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  }
}

/**
 * Restores a back-up into a local cloud's folder, or changes nothing: it is verified, migrated to
 * today's schema version, written into a folder beside, read back and compared, and only then moved
 * to its place.
 * @throws Error naming the damaged file, or the reason why the folder is refused
 */
export function restoreBackup(options: RestoreOptions): Restored {
  const { from, replace } = options;
  const dataDir = resolve(options.dataDir);
  const manifest = verifyBackup(from);
  if (isFilled(dataDir) && replace !== true) {
    throw new Error(`${dataDir} is not empty: name another folder, or add --replace`);
  }
  const release = keepUnused(dataDir);
  try {
    return restoreInto(dataDir, manifest, options);
  } finally {
    release();
  }
}
