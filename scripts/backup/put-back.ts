import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

import { SCHEMA } from '../../cloud/database/schema';
import { lockData, pathFile, Storage } from 'local-cloud/data';
import { writeDurably } from './make';
import type { Manifest } from './manifest';
import { readFolder } from './read-folder';
import { readCollection, storageKeyOf, verifyBackup } from './verify';

/** Which back-up goes where. */
export interface RestoreOptions {
  /** Folder of the back-up. */
  readonly from: string;
  /** Folder of a local cloud: empty or absent, unless `replace`. */
  readonly dataDir: string;
  /** Put the back-up in the place of what is there; what was there is kept beside it. */
  readonly replace?: boolean;
  /** Part of the name under which what was there is kept. */
  readonly now: string;
}

/** What was done. */
export interface Restored {
  readonly manifest: Manifest;
  /** Where the former data lie now; null when there were none. */
  readonly formerData: string | null;
}

const isFilled = (folder: string): boolean => existsSync(folder) && readdirSync(folder).length > 0;

/** @throws Error when a running cloud has the data open. */
function assertUnused(dataDir: string): void {
  if (existsSync(join(dataDir, 'cloud.db'))) lockData(dataDir).release();
}

function writeDocuments(from: string, into: string, { collections }: Manifest): void {
  const storage = new Storage(join(into, 'cloud.db'), SCHEMA);
  try {
    for (const listed of collections) {
      if (!storage.collections().includes(listed.name)) storage.addCollection(listed.name);
      const table = storage.table(listed.name);
      const docs = readCollection(from, listed);
      storage.apply(docs.map(({ id, doc }) => ({ table, id, before: undefined, after: doc })));
    }
  } finally {
    storage.close();
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

/** @throws Error naming what does not read back as the manifest says. */
function assertSame(dataDir: string, manifest: Manifest): void {
  const read = readFolder(dataDir, () => undefined);
  const key = ({ name, sha256 }: { name: string; sha256: string }): string => `${name} ${sha256}`;
  const namesOf = (contents: Pick<Manifest, 'collections' | 'files' | 'others'>): string[] => [
    // A collection the schema has gained since is there now, and empty.
    ...contents.collections.filter(({ documents }) => documents > 0).map(key),
    ...contents.files.map((file) => key({ name: storageKeyOf(file), sha256: file.sha256 })),
    ...contents.others.map(({ file, sha256 }) => key({ name: file, sha256 })),
  ];
  const [expected, found] = [new Set(namesOf(manifest)), new Set(namesOf(read))];
  const wrong = [...expected].filter((name) => !found.has(name));
  wrong.push(...[...found].filter((name) => !expected.has(name)));
  if (wrong.length > 0) throw new Error(`does not read back as written: ${wrong.join(', ')}`);
}

/** Moves the complete folder to its place; what was there is kept. @returns where, or null. */
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

/**
 * Restores a back-up into a local cloud's folder, all or nothing: it is checked, written into a
 * folder beside, read back and compared, and only then moved to its place.
 * @throws Error naming the damaged file, or why the folder is refused; nothing was changed then
 */
export function restoreBackup({ from, replace, now, ...options }: RestoreOptions): Restored {
  const dataDir = resolve(options.dataDir);
  const manifest = verifyBackup(from);
  if (isFilled(dataDir) && replace !== true) {
    throw new Error(`${dataDir} is not empty: name another folder, or add --replace`);
  }
  assertUnused(dataDir);
  const draft = `${dataDir}.restore-${String(process.pid)}`;
  mkdirSync(draft, { recursive: true });
  try {
    writeDocuments(from, draft, manifest);
    writeFiles(from, draft, manifest);
    assertSame(draft, manifest);
    return { manifest, formerData: moveIntoPlace(draft, dataDir, now) };
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  }
}
