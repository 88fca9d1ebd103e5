import { createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { CloudError } from '../errors';
import { keyOfPath, pathFile } from './stored-files';

const BUCKET = 'cloud://local-env.local-bucket/';
const MAX_LINK_SECONDS = 86_400;
const DEFAULT_LINK_SECONDS = 7_200;

/** Where an upload goes, as `storage.getUploadMetadata` answers. */
export interface UploadTicket {
  readonly token: string;
  readonly fileId: string;
}

/**
 * Cloud storage on disk. A file lies under the hash of its cloud path, so no path can lead out of
 * the folder, with the path itself in a small file beside it; links are signed and run out.
 */
export class FileStore {
  private readonly tickets = new Map<string, string>();
  private readonly secret: Buffer;

  /** @param folder where the bytes lie; made when missing. */
  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
    const secretFile = join(folder, '.secret');
    if (!existsSync(secretFile)) writeFileSync(secretFile, randomBytes(32), { mode: 0o600 });
    this.secret = readFileSync(secretFile);
  }

  /** Prepares an upload to a cloud path. @throws CloudError for a path the cloud refuses. */
  prepareUpload(path: string): UploadTicket {
    assertCloudPath(path);
    const token = randomUUID();
    this.tickets.set(token, path);
    return { token, fileId: BUCKET + path };
  }

  /** Takes the bytes of a prepared upload. @returns false when the ticket is unknown or used. */
  receive(token: string, bytes: Buffer): boolean {
    const path = this.tickets.get(token);
    if (path === undefined) return false;
    this.tickets.delete(token);
    const target = this.diskPath(path);
    // The path goes first: bytes whose path nobody knows could not be backed up under it.
    writeWhole(pathFile(target), Buffer.from(path));
    writeWhole(target, bytes);
    return true;
  }

  /** A signed path `/files/...` to a file. @throws CloudError when there is no such file. */
  link(fileId: string, maxAgeSeconds: number | undefined, nowMs: number): string {
    const path = this.requirePath(fileId);
    const age = Math.min(maxAgeSeconds ?? DEFAULT_LINK_SECONDS, MAX_LINK_SECONDS);
    const until = String(Math.floor(nowMs / 1000) + age);
    return `/files/${path}?until=${until}&sign=${this.sign(path, until)}`;
  }

  /** The bytes behind a signed path, or undefined when it is wrong, old or gone. */
  open(path: string, until: string, sign: string, nowMs: number): Buffer | undefined {
    const expected = Buffer.from(this.sign(path, until));
    const given = Buffer.from(sign);
    if (expected.length !== given.length || !timingSafeEqual(expected, given)) return undefined;
    if (!(Number(until) * 1000 >= nowMs)) return undefined;
    const disk = this.diskPath(path);
    return existsSync(disk) ? readFileSync(disk) : undefined;
  }

  /** Removes a file. @throws CloudError when there is no such file. */
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

  private diskPath(path: string): string {
    return join(this.folder, keyOfPath(path));
  }

  private sign(path: string, until: string): string {
    return createHmac('sha256', this.secret).update(`${until} ${path}`).digest('hex');
  }
}

/** A rename is atomic: a reader sees the old file or the new one, never half of one. */
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
