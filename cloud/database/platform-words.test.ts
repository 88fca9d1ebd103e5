// What the platform answers when it is busy or incomplete, in its own words, through the real SDK.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { type LocalCloud, startLocalCloud } from 'local-cloud';
import { reachBySdk } from '../../tests/testkit/sdk';
import { FUNCTION_RULES } from '../functions/rules';
import type * as DatabaseModule from './database';
import type { Transaction } from './database';
import type { SchemaVersionDoc } from './documents';
import { NotDeployed } from './not-deployed';
import { SCHEMA } from './schema';

const MARK: SchemaVersionDoc = { _id: 'v1', version: 1, since: '2026-11-24T00:00:00.000Z' };

/** As the platform words them: the SDK drops the code of what happens inside a transaction. */
const WORDS = {
  TransactionConflict: '[ResourceUnavailable.TransactionConflict] Transaction is conflict',
  TransactionBusy: '[ResourceUnavailable.TransactionBusy] Transaction is busy',
  TransactionNotExist:
    '[ResourceNotFound.TransactionNotExist] Transaction does not exist on the server',
};

let cloud: LocalCloud;
let database: typeof DatabaseModule;
/** Requests that are refused, in their order. */
let refused: { action: string; message: string }[] = [];
let started = 0;

beforeAll(async () => {
  cloud = await startLocalCloud({
    dataDir: ':memory:',
    functionsRoot: 'cloudfunctions',
    schema: SCHEMA,
    rules: FUNCTION_RULES,
    refuse: (action) => {
      if (action === 'database.startTransaction') started += 1;
      if (refused[0]?.action !== action) return undefined;
      return { code: 'SYS_ERR', message: refused.shift()?.message ?? '' };
    },
  });
  reachBySdk(cloud);
  database = await import('./database');
});
beforeEach(async () => {
  await cloud.database.remove('schema_versions', {});
  await cloud.database.put('schema_versions', MARK._id, { ...MARK });
  refused = [];
  started = 0;
});
afterAll(() => cloud.close());

async function raise(t: Transaction): Promise<void> {
  const mark = await t.get('schema_versions', MARK._id);
  await t.update('schema_versions', MARK._id, { version: (mark?.version ?? 0) + 1 });
}

function stored(): unknown[] {
  return cloud.database.readAll('schema_versions');
}

describe.each(Object.entries(WORDS))('%s', (_name, message) => {
  it.each([
    ['the beginning', 'database.startTransaction'],
    ['a read', 'database.getDocument'],
    ['a write', 'database.modifyDocument'],
    ['the commit', 'database.commitTransaction'],
  ])('at %s of a transaction makes all of it run again, once', async (_place, action) => {
    refused = [{ action, message }];
    await database.tx(raise);
    expect(refused).toEqual([]);
    expect(started).toBe(2);
    expect(stored()).toEqual([{ ...MARK, version: 2 }]);
  });

  it('twice is tried a third time', async () => {
    refused = [
      { action: 'database.modifyDocument', message },
      { action: 'database.commitTransaction', message },
    ];
    await database.tx(raise);
    expect(started).toBe(3);
    expect(stored()).toEqual([{ ...MARK, version: 2 }]);
  });
});

describe('other words of the platform', () => {
  it('DATABASE_DUPLICATE_WRITE is a duplicate, and is not tried again', async () => {
    const message = '[FailedOperation] DATABASE_DUPLICATE_WRITE: the document exists';
    refused = [{ action: 'database.insertDocument', message }];
    const adding = database.tx((t) => t.add('schema_versions', { ...MARK, _id: 'v2' }));
    await expect(adding).rejects.toThrow(database.DuplicateKey);
    expect(started).toBe(1);
    expect(stored()).toEqual([MARK]);
  });

  it('a second document with an id is a duplicate, as the database itself words it', async () => {
    const adding = database.tx((t) => t.add('schema_versions', MARK));
    await expect(adding).rejects.toThrow(database.DuplicateKey);
  });

  it('a missing collection is NotDeployed', async () => {
    const reading = database.readById('no_such_collection' as 'shops', 's1');
    await expect(reading).rejects.toThrow(NotDeployed);
  });
});
