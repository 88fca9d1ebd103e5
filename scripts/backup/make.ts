import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import { readDataVersion } from 'local-cloud/data';

import { exportedVersion, readExports } from './from-exports';
import { MANIFEST, type Manifest, type ManifestBody, renderManifest, seal } from './manifest';
import { type Contents, readFolder, type Sink } from './read-folder';

/** The folder that is backed up, the target and the time. */
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

/** Writes a file to the disk, and creates the folders above it. */
export function writeDurably(file: string, bytes: Buffer | string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes, { flush: true });
}

/** The parts of a manifest beside its lists of files. */
export type BackupHead = Pick<ManifestBody, 'madeAt' | 'environment' | 'schemaVersion'>;

/**
 * Writes a back-up, which gets its name when it is complete.
 * @param fill passes every file but the manifest to the sink, and lists them.
 * @throws Error when the target exists; what `fill` throws
 */
export function writeBackup(
  place: string,
  head: BackupHead,
  fill: (sink: Sink) => Contents,
): Manifest {
  const target = resolve(place);
  if (existsSync(target)) throw new Error(`${target} exists: name a folder that does not`);
  const draft = `${target}.part-${String(process.pid)}`;
  mkdirSync(draft, { recursive: true });
  try {
    const contents = fill((file, bytes) => writeDurably(join(draft, file), bytes));
    const { madeAt, environment, schemaVersion } = head;
    const manifest = seal({
      format: 'huadu-live-backup' as const,
      version: 2 as const,
      madeAt,
      environment,
      schemaVersion,
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

/**
 * Backs up a local cloud's folder, or a folder of exports.
 * @returns the manifest of the back-up
 * @throws Error when there is nothing to back up, or the target exists
 */
export function makeBackup({ dataDir, exportsOf, now, target }: BackupOptions): Manifest {
  if (exportsOf === undefined) {
    const schemaVersion = readDataVersion(dataDir) ?? 0;
    const head: BackupHead = {
      madeAt: now,
      environment: { kind: 'local', id: null },
      schemaVersion,
    };
    return writeBackup(target, head, (sink) => readFolder(dataDir, sink));
  }
  const head: BackupHead = {
    madeAt: now,
    environment: { kind: 'wechat', id: exportsOf },
    schemaVersion: exportedVersion(dataDir),
  };
  return writeBackup(target, head, (sink) => readExports(dataDir, sink));
}
