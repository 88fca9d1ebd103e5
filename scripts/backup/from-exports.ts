import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { decodeDoc, encodeDoc, keyOfPath, parseExtendedJson } from 'local-cloud/data';

import type { SchemaVersionDoc } from '../../cloud/database/documents';
import { markedVersion } from '../../cloud/migrations/version-marks';
import { sha256 } from './manifest';
import type { Contents, Sink } from './read-folder';

/** `shops.json` and `shops.jsonl` hold the collection `shops`. */
const EXPORT = /^([A-Za-z][A-Za-z0-9_-]{0,63})\.jsonl?$/;

function readLine(line: string, file: string, number: number): { id: string; text: string } {
  try {
    const doc = parseExtendedJson(line);
    const id = doc['_id'];
    if (typeof id !== 'string') throw new Error('no _id that is text');
    return { id, text: encodeDoc(doc) };
  } catch (error) {
    throw new Error(`${file}, line ${String(number)}: ${String(error)}`);
  }
}

function sortedLines(folder: string, file: string): string[] {
  const lines = readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [readLine(line, file, index + 1)]));
  const bytes = new Map(lines.map(({ id }) => [id, Buffer.from(id)]));
  if (bytes.size !== lines.length) throw new Error(`${file}: an _id occurs twice`);
  const none = Buffer.alloc(0);
  lines.sort((a, b) => Buffer.compare(bytes.get(a.id) ?? none, bytes.get(b.id) ?? none));
  return lines.map(({ text }) => text);
}

function exportedCollections(folder: string): { name: string; file: string }[] {
  return readdirSync(folder)
    .filter((file) => EXPORT.test(file))
    .sort()
    .map((file) => ({ name: basename(file).replace(EXPORT, '$1'), file }));
}

/** The schema version that exported documents are marked with. */
export function exportedVersion(folder: string): number {
  const marks = exportedCollections(folder).filter(({ name }) => name === 'schema_versions');
  const lines = marks.flatMap(({ file }) => sortedLines(folder, file));
  return markedVersion(lines.map((line) => decodeDoc(line) as unknown as SchemaVersionDoc));
}

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/**
 * Reads exports of a WeChat environment: a file of JSON lines for each collection, as the console
 * exports it, and downloaded files below `files/` under their cloud paths.
 * @throws Error naming the file and the line that is not a document
 */
export function readExports(folder: string, sink: Sink): Contents {
  const give = (file: string, bytes: Buffer) => {
    sink(file, bytes);
    return { file, bytes: bytes.length, sha256: sha256(bytes) };
  };
  const exported = exportedCollections(folder);
  if (exported.length === 0) throw new Error(`no <collection>.json or .jsonl in ${folder}`);
  const collections = exported.map(({ name, file }) => {
    const lines = sortedLines(folder, file);
    const text = lines.map((line) => `${line}\n`).join('');
    return { name, documents: lines.length, ...give(`${name}.jsonl`, Buffer.from(text)) };
  });
  const downloads = join(folder, 'files');
  const files = listFiles(downloads).map((cloudPath) => {
    const bytes = readFileSync(join(downloads, cloudPath));
    return { cloudPath, ...give(`files/${keyOfPath(cloudPath)}`, bytes) };
  });
  return { collections, files, others: [] };
}
