import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';

/** What a process leaves beside a closed database, and what never leaves a machine. */
const LEFT_OUT = /(-wal|-shm|\.secret)$/;

/**
 * Packs all files of a folder into one compressed file: JSON from path to bytes as Latin-1 text.
 */
export function packFolder(folder: string, target: string): void {
  const paths = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !LEFT_OUT.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  const texts = paths.sort().map((path) => [path, readFileSync(join(folder, path), 'latin1')]);
  writeFileSync(target, brotliCompressSync(JSON.stringify(Object.fromEntries(texts))));
}

/** Writes the files of a packed folder into another one. */
export function unpackFolder(file: string, folder: string): void {
  const text = brotliDecompressSync(readFileSync(file)).toString();
  for (const [path, bytes] of Object.entries(JSON.parse(text) as Record<string, string>)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes, 'latin1');
  }
}
