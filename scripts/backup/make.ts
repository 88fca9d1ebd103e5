import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import { readExports } from './from-exports';
import { MANIFEST, type Manifest, renderManifest, seal } from './manifest';
import { readFolder } from './read-folder';

/** Which folder is backed up, to where, and when. */
export interface BackupOptions {
  /** Folder of a local cloud, which may be running; or of a WeChat environment's exports. */
  readonly dataDir: string;
  /** The environment whose exports lie in the folder; absent for a local cloud. */
  readonly exportsOf?: string;
  /** Where the back-up goes: a folder that does not exist. */
  readonly target: string;
  /** The instant written into the manifest. */
  readonly now: string;
}

/** Writes a file to the disk, with the folders it lies in. */
export function writeDurably(file: string, bytes: Buffer | string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes, { flush: true });
}

/**
 * Backs up a local cloud's folder, or a folder of exports. The back-up appears under its name when it is complete.
 * @returns what it holds
 * @throws Error when there is nothing to back up, or something lies at the target
 */
export function makeBackup({ dataDir, exportsOf, now, ...options }: BackupOptions): Manifest {
  const target = resolve(options.target);
  if (existsSync(target)) throw new Error(`${target} exists: name a folder that does not`);
  const draft = `${target}.part-${String(process.pid)}`;
  mkdirSync(draft, { recursive: true });
  try {
    const read = exportsOf === undefined ? readFolder : readExports;
    const contents = read(dataDir, (file, bytes) => writeDurably(join(draft, file), bytes));
    const manifest = seal({
      format: 'huadu-live-backup',
      version: 1,
      madeAt: now,
      environment:
        exportsOf === undefined ? { kind: 'local', id: null } : { kind: 'wechat', id: exportsOf },
      ...contents,
    });
    writeDurably(join(draft, MANIFEST), renderManifest(manifest));
    renameSync(draft, target);
    return manifest;
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  }
}
