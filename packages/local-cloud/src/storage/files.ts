import { createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { CloudError } from '../errors';
import { keyOfPath, pathFile } from './stored-files';

const BUCKET = 'cloud://local-env.local-bucket/';
const MAX_LINK_SECONDS = 86_400;
const DEFAULT_LINK_SECONDS = 7_200;

/** The answer of `storage.getUploadMetadata`. */
export interface UploadTicket {
  readonly token: string;
  readonly fileId: string;
}

/**
 * Cloud storage on disk. A file is named by the hash of its cloud path, so no path leads out of the
 * folder; a small file beside it holds the path. Links are signed and expire.
 */
export class FileStore {
  private readonly tickets = new Map<string, string>();
  private secret: Buffer | undefined;

  /** @param folder made at the first upload when it is missing */
  constructor(private readonly folder: string) {}

  /** Removes all files, and the links to them no longer work. */
  clear(): void {
    this.tickets.clear();
    this.secret = undefined;
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Prepares an upload to a cloud path. @throws CloudError for a path that the cloud refuses */
  prepareUpload(path: string): UploadTicket {
    assertCloudPath(path);
    const token = randomUUID();
    this.tickets.set(token, path);
    return { token, fileId: BUCKET + path };
  }

  /** Stores the bytes of a prepared upload. @returns false when the token is unknown or used */
  receive(token: string, bytes: Buffer): boolean {
    const path = this.tickets.get(token);
    if (path === undefined) return false;
    this.tickets.delete(token);
    const target = this.diskPath(path);
    mkdirSync(this.folder, { recursive: true });
    // The path is written first: without it the bytes could not be backed up.
    writeWhole(pathFile(target), Buffer.from(path));
    writeWhole(target, bytes);
    return true;
  }

  /** A signed address `/files/…` of a file. @throws CloudError when there is no such file */
  link(fileId: string, maxAgeSeconds: number | undefined, nowMs: number): string {
    const path = this.requirePath(fileId);
    const age = Math.min(maxAgeSeconds ?? DEFAULT_LINK_SECONDS, MAX_LINK_SECONDS);
    const until = String(Math.floor(nowMs / 1000) + age);
    return `/files/${path}?until=${until}&sign=${this.sign(path, until)}`;
  }

  /** The file at a signed address; undefined when it is wrong, expired or removed. */
  open(path: string, until: string, sign: string, nowMs: number): Buffer | undefined {
    const expected = Buffer.from(this.sign(path, until));
    const given = Buffer.from(sign);
    if (expected.length !== given.length || !timingSafeEqual(expected, given)) return undefined;
    if (!(Number(until) * 1000 >= nowMs)) return undefined;
    const disk = this.diskPath(path);
    return existsSync(disk) ? readFileSync(disk) : undefined;
  }

  /** Removes a file. @throws CloudError when there is no such file */
  remove(fileId: string): void {
    const target = this.diskPath(this.requirePath(fileId));
    rmSync(target);
    rmSync(pathFile(target), { force: true });
  }

  private requirePath(fileId: string): string {
    const path = fileId.startsWith(BUCKET) ? fileId.slice(BUCKET.length) : '';
    if (path === '' || !existsSync(this.diskPath(path))) {
      throw new CloudError('STORAGE_FILE_NONEXIST', `file does not exist: ${fileId}`);
    }
    return path;
  }

  private openSecret(): Buffer {
    mkdirSync(this.folder, { recursive: true });
    const secretFile = join(this.folder, '.secret');
    if (!existsSync(secretFile)) writeFileSync(secretFile, randomBytes(32), { mode: 0o600 });
    return readFileSync(secretFile);
  }

  private diskPath(path: string): string {
    return join(this.folder, keyOfPath(path));
  }

  private sign(path: string, until: string): string {
    this.secret ??= this.openSecret();
    return createHmac('sha256', this.secret).update(`${until} ${path}`).digest('hex');
  }
}

/** Writes a file by a rename, so that a reader sees either the old or the new one. */
function writeWhole(target: string, bytes: Buffer): void {
  writeFileSync(`${target}.part`, bytes, { flush: true });
  renameSync(`${target}.part`, target);
}

function assertCloudPath(path: string): void {
  const parts = path.split('/');
  const isBad = parts.some((part) => part === '' || part === '.' || part === '..');
  if (isBad || path.length > 512 || /[\\?#%\p{Cc}]/u.test(path)) {
    throw new CloudError('STORAGE_SIGN_PARAM_INVALID', `not a cloud path: ${path}`);
  }
}
