import { createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import { CloudError, DiskExhausted, unlessDiskFull } from '../errors';
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

  /**
   * @param folder made at the first upload when it is missing
   * @param maxBytes the most bytes of all files
   */
  constructor(
    private readonly folder: string,
    private readonly maxBytes = Infinity,
  ) {}

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

  /**
   * Stores the bytes of a prepared upload.
   * @returns false when the token is unknown or used
   * @throws CloudError when there is no space; a file that was there before stays
   */
  receive(token: string, bytes: Buffer): boolean {
    const path = this.tickets.get(token);
    if (path === undefined) return false;
    this.tickets.delete(token);
    this.store(this.diskPath(path), path, bytes);
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

  private store(target: string, path: string, bytes: Buffer): void {
    const isNew = !existsSync(target);
    try {
      mkdirSync(this.folder, { recursive: true });
      if (this.usedBytes(target) + bytes.length > this.maxBytes) throw new DiskExhausted();
      // The path is written first: without it the bytes could not be backed up.
      writeWhole(pathFile(target), Buffer.from(path));
      writeWhole(target, bytes);
    } catch (error) {
      if (isNew) rmSync(pathFile(target), { force: true });
      throw unlessDiskFull(error);
    }
  }

  /** The bytes of all files but one. */
  private usedBytes(except: string): number {
    if (this.maxBytes === Infinity) return 0;
    const files = readdirSync(this.folder).map((name) => join(this.folder, name));
    const others = files.filter((file) => file !== except && !file.endsWith('.path'));
    return others.reduce((sum, file) => sum + statSync(file).size, 0);
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
    if (!existsSync(secretFile)) writeWhole(secretFile, randomBytes(32), 0o600);
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

/** Writes a file by a rename: a reader sees the old or the new one, and a full disk leaves no part. */
function writeWhole(target: string, bytes: Buffer, mode = 0o666): void {
  const draft = `${target}.part`;
  try {
    writeFileSync(draft, bytes, { flush: true, mode });
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

function assertCloudPath(path: string): void {
  const parts = path.split('/');
  const isBad = parts.some((part) => part === '' || part === '.' || part === '..');
  if (isBad || path.length > 512 || /[\\?#%\p{Cc}]/u.test(path)) {
    throw new CloudError('STORAGE_SIGN_PARAM_INVALID', `not a cloud path: ${path}`);
  }
}
