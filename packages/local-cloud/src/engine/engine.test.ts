import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, describe, expect, it, vi } from 'vitest';

import { Engine } from './engine';

const SCHEMA = { collections: { docs: { indexes: [] } } };
let engine: Engine | undefined;

/** An engine with short limits and one document. */
async function open(transactionMs: number, lockWaitMs: number): Promise<Engine> {
  engine = new Engine(':memory:', SCHEMA, { transactionMs, lockWaitMs });
  await engine.insert('docs', [{ _id: 'a', n: 0 }]);
  return engine;
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const SET = { $set: { n: 1 } };

afterEach(() => engine?.close());

describe('the limits of Engine', () => {
  it('end a transaction that stays open too long, and free its lock', async () => {
    const db = await open(80, 5000);
    const transactionId = db.transactions.begin();
    await db.updateOne('docs', 'a', { $set: { n: 9 } }, { transactionId });
    const started = Date.now();
    await db.updateOne('docs', 'a', { $inc: { n: 1 } });
    expect(Date.now() - started).toBeGreaterThanOrEqual(60);
    expect(db.get('docs', 'a')).toEqual({ _id: 'a', n: 1 });
    expect(() => db.transactions.commit(transactionId)).toThrow('Transaction does not exist');
  });

  it('pass though the clock of the machine is set back', async () => {
    const db = await open(80, 5000);
    const transactionId = db.transactions.begin();
    await db.updateOne('docs', 'a', SET, { transactionId });
    const real = Date.now();
    const clock = vi.spyOn(Date, 'now').mockReturnValue(real - 3_600_000);
    await sleep(120);
    expect(() => db.transactions.commit(transactionId)).toThrow('Transaction does not exist');
    clock.mockRestore();
  });

  it('end the wait of a plain write for a lock', async () => {
    const db = await open(5000, 60);
    const transactionId = db.transactions.begin();
    await db.updateOne('docs', 'a', SET, { transactionId });
    await expect(db.updateOne('docs', 'a', { $inc: { n: 1 } })).rejects.toThrow(
      'timed out waiting',
    );
    db.transactions.commit(transactionId);
    expect(db.get('docs', 'a')).toEqual({ _id: 'a', n: 1 });
  });

  it('do not apply a write whose caller has disconnected', async () => {
    const db = await open(5000, 5000);
    const transactionId = db.transactions.begin();
    await db.updateOne('docs', 'a', SET, { transactionId });
    const caller = { gone: false };
    const waiting = db.updateOne('docs', 'a', { $inc: { n: 5 } }, { caller });
    await sleep(20);
    caller.gone = true;
    db.transactions.abort(transactionId);
    await expect(waiting).rejects.toThrow('gone');
    expect(db.get('docs', 'a')).toEqual({ _id: 'a', n: 0 });
  });
});

describe('the version of the schema', () => {
  it('must be the version of the data, which are otherwise left unchanged', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'schema-version-'));
    const file = join(folder, 'cloud.db');
    const first = new Engine(file, { ...SCHEMA, version: 1 });
    await first.insert('docs', [{ _id: 'a', n: 7 }]);
    first.close();
    const openNewer = (): Engine => new Engine(file, { ...SCHEMA, version: 2 });
    expect(openNewer).toThrow('schema version 1, this program works with 2');
    engine = new Engine(file, { ...SCHEMA, version: 1 });
    expect(engine.storage.readAll('docs')).toEqual([{ _id: 'a', n: 7 }]);
  });
});

describe('Engine.insert', () => {
  it('inserts all documents or none', async () => {
    const db = await open(100, 100);
    await expect(db.insert('docs', [{ _id: 'b' }, { _id: 'b' }])).rejects.toThrow('E11000');
    await expect(db.insert('docs', [{ _id: 'c' }, { _id: 'a' }])).rejects.toThrow('E11000');
    expect(db.storage.readAll('docs')).toEqual([{ _id: 'a', n: 0 }]);
  });

  it.each([7, '', {}, []])('refuses the id %j', async (_id) => {
    const db = await open(100, 100);
    await expect(db.insert('docs', [{ _id }])).rejects.toThrow('_id must be');
  });
});

describe('Storage.addCollection', () => {
  it('creates a collection once', async () => {
    const db = await open(100, 100);
    db.storage.addCollection('fresh');
    expect(() => db.storage.addCollection('fresh')).toThrow('already exist');
    expect(() => db.storage.addCollection('x"; DROP TABLE y; --')).toThrow('not a collection name');
    await db.insert('fresh', [{ _id: '1' }]);
    expect(db.storage.readAll('fresh')).toHaveLength(1);
  });
});
