import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { decodeDoc, type Doc, keyOfPath } from 'local-cloud/data';
import type { Collections, StoredDoc } from '../../cloud/migrations/migration';
import { MANIFEST, type Manifest, parseManifest, sha256 } from './manifest';

type Listed = Manifest['others'][number];

/** A document of a back-up with its id. */
interface BackedUpDoc {
  readonly id: string;
  readonly doc: Doc;
}

/** @throws Error that names the fault of a line. */
function readLine(line: string, previous: string | undefined): BackedUpDoc {
  const doc = decodeDoc(line);
  const id = doc['_id'];
  if (typeof id !== 'string') throw new Error('a document without an _id that is text');
  if (previous !== undefined && Buffer.compare(Buffer.from(previous), Buffer.from(id)) >= 0) {
    throw new Error(`documents out of order or twice at _id ${id}`);
  }
  return { id, doc };
}

/** The documents in the file of a collection. @throws Error naming the file and its fault. */
function readCollection(folder: string, listed: Manifest['collections'][number]) {
  const text = readFileSync(join(folder, listed.file), 'utf8');
  const lines = text.split('\n').slice(0, -1);
  const docs: BackedUpDoc[] = [];
  try {
    for (const line of lines) docs.push(readLine(line, docs.at(-1)?.id));
    if (docs.length !== listed.documents) throw new Error(`${String(docs.length)} documents`);
  } catch (error) {
    throw new Error(`damaged: ${listed.file} (${String(error)})`);
  }
  return docs;
}

/** All documents of a verified back-up. */
export function readBackup(folder: string, { collections }: Manifest): Collections {
  const read = new Map<string, StoredDoc[]>();
  for (const listed of collections) {
    const docs = readCollection(folder, listed).map(({ doc }) => doc as StoredDoc);
    read.set(listed.name, [...(read.get(listed.name) ?? []), ...docs]);
  }
  return read;
}

/** The difference of a file from the manifest; undefined when there is none. */
function problemOf(folder: string, { file, bytes, sha256: expected }: Listed): string | undefined {
  if (!existsSync(join(folder, file))) return `${file} (missing)`;
  const content = readFileSync(join(folder, file));
  if (content.length !== bytes) {
    return `${file} (${String(content.length)} bytes, not ${String(bytes)})`;
  }
  return sha256(content) === expected ? undefined : `${file} (SHA-256 differs)`;
}

/**
 * Verifies a back-up: its manifest, the length and SHA-256 of every file, every line of collections.
 * @returns the manifest
 * @throws Error naming each damaged file
 */
export function verifyBackup(folder: string): Manifest {
  const file = join(folder, MANIFEST);
  if (!existsSync(file)) throw new Error(`no back-up in ${folder}: ${MANIFEST} is missing`);
  const manifest = parseManifest(readFileSync(file, 'utf8'));
  const all: Listed[] = [...manifest.collections, ...manifest.files, ...manifest.others];
  const problems = all.flatMap((listed) => problemOf(folder, listed) ?? []);
  if (problems.length > 0) throw new Error(`damaged: ${problems.join(', ')}`);
  for (const collection of manifest.collections) readCollection(folder, collection);
  return manifest;
}

/** The name under which a local cloud keeps a file of the back-up. */
export function storageKeyOf({ cloudPath, file }: Manifest['files'][number]): string {
  return cloudPath === null ? file.slice('files/'.length) : keyOfPath(cloudPath);
}
