import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

import { type Documents, readDocuments, writeDocuments } from './documents';
import { copyDatabase, lockData, readDataVersion } from './lock';
import { encodeDoc } from '../engine/document';
import type { CloudSchema } from '../schema';
import { assertFields } from '../strict/fields';

/**
 * Given the version of the data, returns a function that converts their documents to the version of
 * the schema without changing its argument. It throws when it refuses data of that version.
 */
export type Migrate = (from: number) => (documents: Documents) => Documents;

/** The steps of a migration. Until the last is done, the folder holds the former data. */
export type MigrationStep = 'migrate' | 'write' | 'copy' | 'switch';

/** Which folder is migrated, and how. */
export interface MigrationOptions {
  /** Folder of a local cloud that does not run. */
  readonly dataDir: string;
  readonly schema: CloudSchema;
  readonly migrate: Migrate;
  /** The instant of the migration; the folder with the former data is named after it. */
  readonly now: string;
  /** Call `migrate` though the data have the schema's version. Default no. */
  readonly always?: boolean;
  /** Called before each step. */
  readonly onStep?: (step: MigrationStep) => void;
}

/** The result of a migration. */
export interface MigratedData {
  readonly from: number;
  /** Folder with the former data. */
  readonly formerData: string;
}

/** Folder of the new data until they replace the former. Its name marks it as a file of the database. */
const WORK = 'cloud.db.next';

function isDatabase(name: string): boolean {
  return name.startsWith('cloud.db');
}

function formerPrefix(dataDir: string): string {
  return `${basename(dataDir)}.before-v`;
}

/** Removes the files of an interrupted migration. */
function removeLeftovers(dataDir: string): void {
  rmSync(join(dataDir, WORK), { recursive: true, force: true });
  const parent = dirname(dataDir);
  for (const name of readdirSync(parent)) {
    if (name.startsWith(formerPrefix(dataDir)) && name.endsWith('.part')) {
      rmSync(join(parent, name), { recursive: true, force: true });
    }
  }
}

/** @throws Error naming the collection whose documents are not the same, in the same order. */
function assertSameDocuments(expected: Documents, found: Documents): void {
  for (const name of new Set([...expected.keys(), ...found.keys()])) {
    const [texts, written] = [expected, found].map((all) => (all.get(name) ?? []).map(encodeDoc));
    if (texts?.join('\n') !== written?.join('\n')) throw new Error(`${name} reads back otherwise`);
  }
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !isDatabase(path))
    .sort();
}

/** @throws Error naming the file that the copy has otherwise. */
function assertSameFiles(folder: string, copy: string): void {
  const [paths, copied] = [listFiles(folder), listFiles(copy)];
  if (paths.join('\n') !== copied.join('\n')) throw new Error(`${copy} has other files`);
  for (const path of paths) {
    const isSame = readFileSync(join(folder, path)).equals(readFileSync(join(copy, path)));
    if (!isSame) throw new Error(`${join(copy, path)} was copied otherwise`);
  }
}

function assertFit(documents: Documents, { collections }: CloudSchema): void {
  for (const [name, { fields }] of Object.entries(collections)) {
    if (fields === undefined) continue;
    for (const doc of documents.get(name) ?? []) assertFields(name, fields, doc);
  }
}

/** Writes the new database into one file below the folder, and reads it back. @returns the file. */
function writeNext(dataDir: string, schema: CloudSchema, documents: Documents): string {
  const work = join(dataDir, WORK);
  const draft = join(work, 'draft');
  writeDocuments(draft, schema, documents);
  // This process still holds the draft; the copy has no connection and no write-ahead log.
  copyDatabase(draft, join(work, 'cloud.db'));
  assertSameDocuments(documents, readDocuments(work));
  return join(work, 'cloud.db');
}

/** Copies the whole folder beside itself and compares the copy. @returns where it lies. */
function keepFormer(dataDir: string, former: string, documents: Documents): string {
  const draft = `${former}.part`;
  mkdirSync(draft);
  for (const name of readdirSync(dataDir)) {
    if (isDatabase(name)) continue;
    cpSync(join(dataDir, name), join(draft, name), { recursive: true, preserveTimestamps: true });
  }
  copyDatabase(dataDir, join(draft, 'cloud.db'));
  assertSameDocuments(documents, readDocuments(draft));
  assertSameFiles(dataDir, draft);
  renameSync(draft, former);
  return former;
}

function migrateLocked(from: number, options: MigrationOptions): MigratedData {
  const { schema, migrate, now, onStep = () => undefined } = options;
  const dataDir = resolve(options.dataDir);
  onStep('migrate');
  const before = readDocuments(dataDir);
  const after = migrate(from)(before);
  assertFit(after, schema);
  onStep('write');
  const next = writeNext(dataDir, schema, after);
  onStep('copy');
  const name = `${formerPrefix(dataDir)}${String(schema.version ?? 0)}-${now.replace(/[^0-9TZ]/g, '')}`;
  const formerData = keepFormer(dataDir, join(dirname(dataDir), name), before);
  onStep('switch');
  renameSync(next, join(dataDir, 'cloud.db'));
  return { from, formerData };
}

/**
 * Brings the data of a stopped local cloud to the schema's version. The new database is written and
 * read back, the whole folder is copied beside itself, and one rename puts the new database in the
 * place of the former: a process that is killed leaves either the former data or the new ones.
 * @returns null when there are no data, or they have the schema's version already
 * @throws Error when `migrate` refuses the data, a document does not fit the schema, or a process
 * has the data open; they stay as they were then
 */
export function migrateData(options: MigrationOptions): MigratedData | null {
  const { schema, migrate, always = false } = options;
  const dataDir = resolve(options.dataDir);
  const version = readDataVersion(dataDir);
  const isDue = (kept: number): boolean => always || kept !== (schema.version ?? 0);
  if (version === null || !isDue(version)) return null;
  // Data that are refused are not even locked.
  migrate(version);
  const lock = lockData(dataDir);
  try {
    // Another process may have migrated the data before they were locked.
    if (!isDue(lock.version)) return null;
    removeLeftovers(dataDir);
    return migrateLocked(lock.version, options);
  } finally {
    removeLeftovers(dataDir);
    lock.release();
  }
}
