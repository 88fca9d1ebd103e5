import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { CloudSchema } from '../schema';
import { listStoredFiles } from '../storage/stored-files';
import { openData } from './open';
import { openSnapshot } from './snapshot';

const SCHEMA: CloudSchema = {
  version: 2,
  collections: { notes: { fields: { text: 'text' }, indexes: [] } },
};

let dataDir = '';
beforeEach(() => {
  dataDir = join(mkdtempSync(join(tmpdir(), 'open-data-')), 'data');
});
afterEach(() => rmSync(join(dataDir, '..'), { recursive: true, force: true }));

describe('openData', () => {
  it('writes documents, collections and files that can be read after it is closed', async () => {
    const data = openData(dataDir, SCHEMA);
    await data.database.insert('notes', [{ _id: 'a', text: 'first' }]);
    data.database.createCollection('drafts');
    await data.database.put('drafts', 'b', { n: 1 });
    expect(data.putFile('album/a.txt', Buffer.from('x'))).toMatch(/^cloud:.*album\/a\.txt$/);
    data.close();

    const snapshot = openSnapshot(dataDir);
    expect(snapshot.collections()).toEqual(['drafts', 'notes']);
    expect(snapshot.readAll('notes')).toEqual([{ _id: 'a', text: 'first' }]);
    expect(snapshot.readAll('drafts')).toEqual([{ _id: 'b', n: 1 }]);
    snapshot.close();
    const files = listStoredFiles(join(dataDir, 'files'));
    expect(files.map(({ cloudPath }) => cloudPath)).toEqual(['album/a.txt']);
  });

  it('refuses in strict mode what the schema does not declare', async () => {
    const data = openData(dataDir, SCHEMA, { strict: true });
    await expect(data.database.put('notes', 'a', { text: 1 })).rejects.toThrow('text expected');
    expect(() => data.database.createCollection('drafts')).toThrow('is not declared');
    data.close();
  });

  it('refuses data of another schema version', () => {
    openData(dataDir, SCHEMA).close();
    expect(() => openData(dataDir, { ...SCHEMA, version: 3 })).toThrow('schema version 2');
  });
});
