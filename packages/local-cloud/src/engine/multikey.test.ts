import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterEach, describe, expect, it } from 'vitest';

import { copyDatabase } from '../data/lock';
import type { CloudSchema, CollectionIndex } from '../schema';
import { aggregate } from './aggregate';
import type { Doc } from './document';
import { Engine } from './engine';
import type { Sort } from './keys';
import { planQuery } from './planner';
import { count, find } from './reader';

function index(...names: string[]): CollectionIndex {
  return { fields: names.map((name) => ({ name, order: 'asc' })) };
}

function schemaWith(...indexes: CollectionIndex[]): CloudSchema {
  const fields = { owner: 'text', grams: 'list', keys: 'list', at: 'number' } as const;
  return { collections: { docs: { fields, indexes } } };
}

const SCHEMA = schemaWith(index('owner', 'grams', 'at'), index('keys', 'at'));
const NEWEST: Sort = [['at', -1]];

const folders: string[] = [];
const engines: Engine[] = [];
afterEach(() => {
  for (const engine of engines.splice(0)) engine.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function open(schema: CloudSchema = SCHEMA, file = ':memory:'): Engine {
  const engine = new Engine(file, schema);
  engines.push(engine);
  return engine;
}

function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'multikey-'));
  folders.push(folder);
  return join(folder, 'cloud.db');
}

function idsOf(engine: Engine, query: Doc, sort: Sort = [], limit = 100): string[] {
  return find(engine.table('docs'), { query, sort, limit }).map(({ id }) => id);
}

/** SQLite's plan. With libsql 0.5, only the last statement before `close` may explain. */
function explain(engine: Engine, query: Doc, sort: Sort): string {
  const table = engine.table('docs');
  const plan = planQuery(table, query, sort);
  const rows = table.prepare(`EXPLAIN QUERY PLAN ${plan.select}`).all([...plan.params]);
  return (rows as { detail: string }[]).map((row) => row.detail).join(' | ');
}

/** Documents d0, d1, … in turn of the stores a and b, each with its number among its elements. */
function numbered(size: number): Doc[] {
  return Array.from({ length: size }, (_v, i) => ({
    _id: `d${String(i)}`,
    owner: i % 2 === 0 ? 'a' : 'b',
    grams: ['all', `g${String(i % 10)}`, i],
    keys: `k${String(i % 5)} k${String(i % 7)}`.split(' '),
    at: size - i,
  }));
}

describe('an index over a list', () => {
  it('gives a page in its order, without sorting or reading other documents', async () => {
    const engine = open();
    await engine.insert('docs', numbered(1000));
    const table = engine.table('docs');
    const query = { owner: 'a', grams: 'all', at: { $lt: 500 } };
    const before = table.documentsRead;
    expect(idsOf(engine, query, NEWEST, 3)).toEqual(['d502', 'd504', 'd506']);
    expect(table.documentsRead - before).toBe(3);
    expect(explain(engine, query, NEWEST)).not.toMatch(/SCAN|TEMP B-TREE FOR ORDER BY/);
  });

  it('reads no more documents than an aggregate asks for in an order', async () => {
    const engine = open();
    await engine.insert('docs', numbered(1000));
    const table = engine.table('docs');
    const pipeline = [
      { $match: { owner: 'a', grams: { $in: ['all', 'g4'] } } },
      { $sort: { at: -1 } },
      { $limit: 3 },
      { $project: { at: 1 } },
    ];
    const before = table.documentsRead;
    const found = aggregate(table, pipeline, (name) => engine.table(name));
    expect(found.map(({ _id }) => _id)).toEqual(['d0', 'd2', 'd4']);
    expect(table.documentsRead - before).toBe(3);
  });

  it('merges the pages of several elements, each document once', async () => {
    const engine = open();
    await engine.insert('docs', numbered(1000));
    const table = engine.table('docs');
    const query = { keys: { $in: ['k0', 'k1', 'k2'] } };
    const before = table.documentsRead;
    expect(idsOf(engine, query, NEWEST, 8)).toEqual('d0 d1 d2 d5 d6 d7 d8 d9'.split(' '));
    expect(table.documentsRead - before).toBe(8);
    expect(count(table, query)).toBe(numbered(1000).filter(hasLowKey).length);
    expect(explain(engine, query, NEWEST)).not.toMatch(/SCAN|TEMP B-TREE FOR ORDER BY/);
  });

  it('reads by the rarest of several elements', async () => {
    const engine = open();
    await engine.insert('docs', numbered(1000));
    const table = engine.table('docs');
    for (const all of [
      ['all', 'g4', 44],
      [44, 'all', 'g4'],
    ]) {
      const before = table.documentsRead;
      expect(idsOf(engine, { owner: 'a', grams: { $all: all } }, NEWEST)).toEqual(['d44']);
      expect(table.documentsRead - before).toBe(1);
    }
  });

  it('follows changes and removals', async () => {
    const engine = open();
    await engine.insert('docs', numbered(4));
    await engine.updateOne('docs', 'd0', { $push: { grams: 'new' }, $set: { at: 9 } });
    await engine.updateOne('docs', 'd2', { $pull: { grams: 'all' } });
    expect(idsOf(engine, { owner: 'a', grams: 'all' }, NEWEST)).toEqual(['d0']);
    expect(idsOf(engine, { owner: 'a', grams: 'new', at: 9 })).toEqual(['d0']);
    await engine.set('docs', 'd0', { owner: 'b', grams: ['other'], keys: [], at: 1 });
    expect(idsOf(engine, { owner: 'a', grams: 'new' })).toEqual([]);
    expect(idsOf(engine, { owner: 'b', grams: 'other' })).toEqual(['d0']);
    await engine.removeWhere('docs', { owner: 'b', grams: 'all' });
    expect(idsOf(engine, { owner: 'b', grams: { $in: ['all', 'other'] } }, NEWEST)).toEqual(['d0']);
  });

  it('has the writes of a transaction when it commits, and none that was aborted', async () => {
    const engine = open();
    await engine.insert('docs', numbered(2));
    const aborted = engine.transactions.begin();
    const committed = engine.transactions.begin();
    const push = { $push: { grams: 'new' } };
    await engine.updateOne('docs', 'd0', push, { transactionId: aborted });
    await engine.updateOne('docs', 'd1', push, { transactionId: committed });
    const query = { owner: { $in: ['a', 'b'] }, grams: 'new' };
    expect(idsOf(engine, query)).toEqual([]);
    engine.transactions.abort(aborted);
    engine.transactions.commit(committed);
    expect(idsOf(engine, query)).toEqual(['d1']);
  });

  it('keeps nothing of a batch that fails', async () => {
    const engine = open();
    await engine.insert('docs', numbered(1));
    const docs = [
      { _id: 'x', owner: 'a', grams: ['x'], keys: [], at: 1 },
      { _id: 'y', owner: ['a'], grams: ['x'], keys: [], at: 1 },
    ];
    await expect(engine.insert('docs', docs)).rejects.toThrow('cannot index parallel arrays');
    expect(idsOf(engine, { owner: 'a', grams: 'x' }, NEWEST)).toEqual([]);
  });

  it('refuses arrays in two of its fields, at once also in a transaction', async () => {
    const engine = open(schemaWith(index('owner', 'at')));
    const doc = { owner: [], grams: [], keys: [], at: [1] };
    const message = 'cannot index parallel arrays [at] [owner]';
    await expect(engine.set('docs', 'x', doc)).rejects.toThrow(message);
    const transactionId = engine.transactions.begin();
    await expect(engine.set('docs', 'x', doc, { transactionId })).rejects.toThrow(message);
    expect(() => engine.transactions.commit(transactionId)).toThrow('does not exist');
  });

  it('cannot be unique, or over two lists', () => {
    const unique = { ...index('grams'), unique: true };
    expect(() => open(schemaWith(unique))).toThrow('unique index over a list is not emulated');
    expect(() => open(schemaWith(index('grams', 'keys')))).toThrow('parallel arrays');
  });
});

function hasLowKey(doc: Doc): boolean {
  return (doc['keys'] as string[]).some((key) => ['k0', 'k1', 'k2'].includes(key));
}

describe('stored documents', () => {
  const query = { owner: 'a', grams: 'all' };

  it('get the index when the schema has it for the first time', async () => {
    const file = newFile();
    const first = open(schemaWith(index('owner')), file);
    await first.insert('docs', numbered(6));
    await first.removeOne('docs', 'd0');
    first.close();
    engines.pop();
    expect(idsOf(open(SCHEMA, file), query, NEWEST)).toEqual(['d2', 'd4']);
  });

  it.each([
    ['over a list', SCHEMA],
    ['over other fields', schemaWith(index('owner', 'at'))],
  ])('have an index %s after it was left out for a time', async (_kind, whole) => {
    const file = newFile();
    for (const [i, schema] of [whole, schemaWith(), whole].entries()) {
      const engine = open(schema, file);
      const doc = { owner: 'a', grams: ['all'], keys: [], at: i };
      await engine.set('docs', `d${String(i)}`, doc);
      await engine.removeOne('docs', `d${String(i - 2)}`);
      engine.close();
      engines.pop();
    }
    expect(idsOf(open(whole, file), query, NEWEST)).toEqual(['d2', 'd1']);
  });

  it('are found by elements in a copy, too, though some were removed', async () => {
    const file = newFile();
    const engine = open(SCHEMA, file);
    await engine.insert('docs', numbered(9));
    await engine.removeWhere('docs', { owner: 'b', grams: 'all' });
    const copy = newFile();
    copyDatabase(dirname(file), copy);
    expect(idsOf(open(SCHEMA, copy), { owner: 'a', grams: 'g8' }, NEWEST)).toEqual(['d8']);
  });

  it('with arrays in two of its fields prevent the opening, and stay as they were', async () => {
    const file = newFile();
    const first = open(schemaWith(), file);
    await first.insert('docs', [...numbered(1), { _id: 'x', owner: ['a'], grams: [], keys: [] }]);
    first.close();
    engines.pop();
    expect(() => new Engine(file, SCHEMA)).toThrow('cannot index parallel arrays [grams] [owner]');
    expect(open(schemaWith(), file).storage.readAll('docs')).toHaveLength(2);
  });
});
