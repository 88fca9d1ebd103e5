import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

import { schemaTable, storageSecurityRule } from './schema';

const FILES_OF_CLIENTS = /\.(uploadFile|downloadFile|getTempFileURL|deleteFile)\(/;

it('storage is closed to clients, and no page uses it', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .filter((file) => FILES_OF_CLIENTS.test(readFileSync(path.join('src', file), 'utf8')));
  expect(sources).toEqual([]);
  expect(storageSecurityRule()).toEqual({ read: false, write: false });
  expect(schemaTable()).toContain('storage security rule: {"read":false,"write":false}');
});
