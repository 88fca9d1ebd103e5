import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** A file that may be sent. */
export interface StaticFile {
  readonly bytes: Buffer;
  readonly type: string;
}

function segmentsOf(encoded: string): string[] | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(encoded);
  } catch {
    return null;
  }
  // eslint-disable-next-line no-control-regex -- a NUL would end the name early for the system.
  if (/[\\\x00]/.test(decoded)) return null;
  const segments = decoded.split('/');
  // A leading dot is a hidden file or a step upwards: neither is part of a build.
  return segments.some((segment) => segment === '' || segment.startsWith('.')) ? null : segments;
}

/**
 * Reads a file below `root`, as a browser asked for it.
 * @param encoded path below the root, percent-encoded, without a leading slash; `` is index.html
 * @returns null when there is no such file, or it lies outside the root, also through a link
 */
export async function readStaticFile(root: string, encoded: string): Promise<StaticFile | null> {
  const segments = segmentsOf(encoded === '' ? 'index.html' : encoded);
  if (!segments) return null;
  try {
    const base = await realpath(root);
    const file = await realpath(path.join(base, ...segments));
    if (!file.startsWith(base + path.sep) || !(await stat(file)).isFile()) return null;
    const type = TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
    return { bytes: await readFile(file), type };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG';
}
