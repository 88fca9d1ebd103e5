import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { FileStore } from './files';
import { keyOfPath, listStoredFiles } from './stored-files';

const PATH = 'albums/a1/封面 cover.jpg';
const BYTES = Buffer.from('a picture');
const NOW = Date.parse('2026-11-23T12:00:00.000Z');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'file-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function upload(store: FileStore, path: string, bytes = BYTES): string {
  const { token, fileId } = store.prepareUpload(path);
  expect(store.receive(token, bytes)).toBe(true);
  return fileId;
}

describe('FileStore', () => {
  it('has file and path on the disk when an upload is acknowledged', () => {
    upload(new FileStore(folder), PATH);
    expect(listStoredFiles(folder)).toEqual([{ key: keyOfPath(PATH), cloudPath: PATH }]);
    expect(readFileSync(join(folder, keyOfPath(PATH)))).toEqual(BYTES);
  });

  it('replaces a file when its path is uploaded again', () => {
    const store = new FileStore(folder);
    upload(store, PATH);
    upload(store, PATH, Buffer.from('another'));
    expect(listStoredFiles(folder)).toHaveLength(1);
    expect(readFileSync(join(folder, keyOfPath(PATH)), 'utf8')).toBe('another');
  });

  it('removes the path with the file', () => {
    const store = new FileStore(folder);
    store.remove(upload(store, PATH));
    expect(readdirSync(folder)).toEqual([]);
  });

  it('opens a folder of a version that did not keep paths', () => {
    new FileStore(folder);
    writeFileSync(join(folder, keyOfPath(PATH)), BYTES);
    const store = new FileStore(folder);
    const fileId = store.prepareUpload(PATH).fileId;
    const { pathname, searchParams } = new URL(store.link(fileId, 60, NOW), 'http://local');
    const path = decodeURIComponent(pathname.slice('/files/'.length));
    const [until, sign] = [searchParams.get('until') ?? '', searchParams.get('sign') ?? ''];
    expect(store.open(path, until, sign, NOW)).toEqual(BYTES);
    expect(listStoredFiles(folder)).toEqual([{ key: keyOfPath(PATH), cloudPath: null }]);
    store.remove(fileId);
    expect(existsSync(join(folder, keyOfPath(PATH)))).toBe(false);
  });

  it('does not list an unfinished upload', () => {
    new FileStore(folder);
    writeFileSync(join(folder, `${keyOfPath(PATH)}.path`), PATH);
    writeFileSync(join(folder, `${keyOfPath(PATH)}.part`), 'half');
    expect(listStoredFiles(folder)).toEqual([]);
  });

  it('refuses to list a file beside the path of another', () => {
    upload(new FileStore(folder), PATH);
    writeFileSync(join(folder, `${keyOfPath(PATH)}.path`), 'albums/a2/cover.jpg');
    expect(() => listStoredFiles(folder)).toThrow('does not hold the path');
  });
});
