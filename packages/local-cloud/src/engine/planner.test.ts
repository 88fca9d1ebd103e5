import { find as findPlainly } from 'mingo';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { CloudSchema } from '../schema';
import { type Doc, encodeDoc } from './document';
import { Engine } from './engine';
import { readPath, type Sort, sortDocs } from './keys';
import { compileQuery } from './matcher';
import { type Plan, planQuery } from './planner';
import { count, find } from './reader';
import { applyUpdate } from './update';

const SCHEMA: CloudSchema = {
  collections: {
    docs: {
      fields: { tags: 'list', keys: 'list?' },
      indexes: [
        {
          fields: [
            { name: 'a', order: 'asc' },
            { name: 'tags', order: 'asc' },
            { name: 'b', order: 'asc' },
            { name: 'c', order: 'desc' },
          ],
        },
        {
          fields: [
            { name: 'keys', order: 'desc' },
            { name: 'b', order: 'desc' },
          ],
        },
        {
          fields: [
            { name: 'c', order: 'asc' },
            { name: 'b', order: 'asc' },
            { name: 'keys', order: 'asc' },
          ],
        },
        {
          fields: [
            { name: 'a', order: 'asc' },
            { name: 'b', order: 'desc' },
            { name: 'c', order: 'asc' },
          ],
        },
        { fields: [{ name: 'c', order: 'asc' }] },
        {
          fields: [
            { name: 'n.x', order: 'desc' },
            { name: 'a', order: 'asc' },
          ],
        },
        {
          fields: [
            { name: 'odd', order: 'asc' },
            { name: 'a', order: 'asc' },
          ],
        },
      ],
    },
  },
};

const INDEXES = SCHEMA.collections['docs']?.indexes ?? [];

/** Random numbers that are the same on every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const random = seeded(20261123);
const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;

// All types with their limits, and characters that sort differently in UTF-8 and in JavaScript.
const VALUES: readonly unknown[] = [
  null,
  -1,
  0,
  1,
  2,
  3,
  1.5,
  -0.5,
  1e12,
  Number.MAX_SAFE_INTEGER,
  '',
  'a',
  'ab',
  'b',
  'Z',
  '中文',
  '\u{1F600}',
  '\uFFFD',
  'a\u0000',
  true,
  false,
  new Date(0),
  new Date('2026-11-23T12:00:00Z'),
  new Date(-5),
];
const ODD: readonly unknown[] = [...VALUES, [1, 2], ['a'], [], [[1]], { k: 1 }, [{ k: 2 }], [null]];
const ELEMENTS: readonly unknown[] = [null, 0, 1, 2, 3, 'a', 'ab', 'b', '中文', true, new Date(0)];
const NESTED: readonly unknown[] = [[1], [], { k: 1 }, [[1]]];
const LISTS: readonly string[] = ['tags', 'keys'];
const FIELDS = ['a', 'b', 'c', 'n.x', 'odd', 'free', '_id', 'tags', 'keys'] as const;
const RANGES = ['$gt', '$gte', '$lt', '$lte'] as const;

function randomDoc(index: number): Doc {
  const doc: Doc = { _id: `d${String(index)}` };
  for (const field of ['a', 'b', 'c', 'free']) if (random() < 0.85) doc[field] = pick(VALUES);
  if (random() < 0.8) doc['n'] = random() < 0.9 ? { x: pick(VALUES) } : pick(VALUES);
  if (random() < 0.8) doc['odd'] = pick(ODD);
  for (const field of LISTS) if (random() < 0.9) doc[field] = randomList();
  return doc;
}

/** A list, seldom with arrays and objects in it; and seldom what is no list. */
function randomList(): unknown {
  if (random() < 0.1) return pick(ODD);
  const size = Math.floor(random() * 6);
  const pool = random() < 0.1 ? [...ELEMENTS, ...NESTED] : ELEMENTS;
  return Array.from({ length: size }, () => pick(pool));
}

function randomValue(field: string): unknown {
  if (LISTS.includes(field)) return pick(ELEMENTS);
  return field === '_id' ? `d${String(Math.floor(random() * 450))}` : pick(VALUES);
}

/** A condition that is meant for lists. */
function randomListCondition(): unknown {
  const [element, other] = [pick(ELEMENTS), pick(ELEMENTS)];
  switch (Math.floor(random() * 6)) {
    case 0:
      return { $all: [element] };
    case 1:
      return { $all: [element, other] };
    case 2:
      return { $elemMatch: { [pick(RANGES)]: element, [pick(RANGES)]: other } };
    case 3:
      return { $elemMatch: random() < 0.5 ? { $eq: element } : { $in: [element, other] } };
    case 4:
      return { $all: [] };
    default:
      return { $size: Math.floor(random() * 4) };
  }
}

function randomCondition(field: string): unknown {
  if (random() < (LISTS.includes(field) ? 0.4 : 0.05)) return randomListCondition();
  const value = randomValue(field);
  switch (Math.floor(random() * 8)) {
    case 0:
      return { [pick(RANGES)]: value };
    case 1:
      return { [pick(RANGES)]: value, [pick(RANGES)]: randomValue(field) };
    case 2:
      return { $in: [value, randomValue(field), randomValue(field)] };
    case 3:
      return { $nin: [value] };
    case 4:
      return { $ne: value };
    case 5:
      return { $exists: random() < 0.5 };
    case 6:
      return { $eq: value };
    default:
      return value;
  }
}

function randomQuery(depth = 0): Doc {
  const query: Doc = {};
  const size = Math.floor(random() * 3) + (depth > 0 ? 1 : 0);
  for (let i = 0; i < size; i++) {
    const field = pick(FIELDS);
    query[field] = randomCondition(field);
  }
  if (depth < 2 && random() < 0.2) query['$or'] = [randomQuery(depth + 1), randomQuery(depth + 1)];
  if (depth < 2 && random() < 0.2) query['$and'] = [randomQuery(depth + 1), randomQuery(depth + 1)];
  return query;
}

/**
 * Whether plain mingo matches as MongoDB does. Its ranges do not accept null and order text beyond
 * ASCII differently, `$all` does not accept what is no array, and `$elemMatch` looks into nested
 * arrays, which is why `matcher.ts` replaces them.
 */
function isAgreedByMingo(query: unknown): boolean {
  if (Array.isArray(query)) return query.every(isAgreedByMingo);
  if (typeof query !== 'object' || query === null || query instanceof Date) return true;
  return Object.entries(query).every(([name, value]) => {
    if (name === '$all' || name === '$elemMatch') return false;
    if (!RANGES.some((range) => range === name)) return isAgreedByMingo(value);
    return value !== null && !(typeof value === 'string' && /[^ -~]/.test(value));
  });
}

function randomSort(): Sort {
  const fields = [...FIELDS].sort(() => random() - 0.5).slice(0, Math.floor(random() * 3));
  return fields.map((field) => [field, random() < 0.5 ? 1 : -1]);
}

function randomUpdate(): Doc {
  const field = pick(['a', 'b', 'c', 'odd', 'free', ...LISTS]);
  if (!LISTS.includes(field) || random() < 0.5) {
    return { $set: { [field]: pick(LISTS.includes(field) ? [[1], [2, 'a'], []] : ODD) } };
  }
  return { $set: { [field]: pick([[1, 3], ['b'], []]) } };
}

function updated(doc: Doc, update: Doc): Doc {
  const after = structuredClone(doc);
  applyUpdate(after, update);
  return after;
}

/** Whether a document has arrays in two fields of an index. */
function hasParallelArrays(doc: Doc): boolean {
  const isArray = (field: string): boolean => Array.isArray(readPath(doc, field));
  return INDEXES.some(({ fields }) => fields.filter(({ name }) => isArray(name)).length > 1);
}

const engine = new Engine(':memory:', SCHEMA);
const docs: Doc[] = Array.from({ length: 400 }, (_v, i) => randomDoc(i));

beforeAll(() => engine.insert('docs', docs));
afterAll(() => engine.close());

/** Compares the answer with a full scan. */
function assertFound(query: Doc, sort: Sort): Plan {
  const table = engine.table('docs');
  const page =
    random() < 0.7 ? { skip: Math.floor(random() * 9), limit: Math.floor(random() * 30) + 1 } : {};
  const matches = compileQuery(query);
  const all = sortDocs(
    docs.filter((doc) => matches(doc)),
    sort,
  );
  const skip = page.skip ?? 0;
  const expected = all.slice(skip, skip + (page.limit ?? Infinity)).map((doc) => doc['_id']);
  const rows = find(table, { query, sort, ...page }).map((row) => row.id);
  expect(rows, JSON.stringify({ query, sort, page })).toEqual(expected);
  expect(count(table, query)).toBe(all.length);
  return planQuery(table, query, sort);
}

/** Conditions on the first fields of an index, and the order of the next ones. */
function randomPage(): { query: Doc; sort: Sort } {
  const { fields } = pick(INDEXES.filter((index) => index.fields.length > 1));
  const pinned = fields.slice(0, Math.floor(random() * (fields.length - 1)) + 1);
  const query: Doc = {};
  for (const { name } of pinned) {
    const values = Array.from({ length: 3 }, () => randomValue(name));
    query[name] = random() < 0.6 ? { $in: values } : values[0];
    if (LISTS.includes(name) && random() < 0.2) query[name] = { $all: values.slice(0, 2) };
  }
  const ordered = fields.slice(pinned.length);
  const [first] = ordered;
  if (first && random() < 0.4) query[first.name] = { [pick(RANGES)]: randomValue(first.name) };
  if (random() < 0.2) query[pick(FIELDS)] ??= randomCondition('free');
  return { query, sort: ordered.map(({ name }) => [name, random() < 0.5 ? 1 : -1]) };
}

describe('planQuery', () => {
  it('finds, orders, pages and counts as a full scan does, for 1,500 random queries', () => {
    const ways = { index: 0, entries: 0 };
    for (let round = 0; round < 1500; round++) {
      const plan = assertFound(randomQuery(), randomSort());
      if (plan.select.includes('INDEXED BY')) ways.index += 1;
      if (plan.select.includes('"m.docs')) ways.entries += 1;
    }
    // The comparison is only meaningful if many queries use an index.
    expect(ways.index).toBeGreaterThan(300);
    expect(ways.entries).toBeGreaterThan(200);
  });

  it('merges scans as a full scan sorts, for 500 random queries of the shape of an index', () => {
    let merged = 0;
    for (let round = 0; round < 500; round++) {
      const { query, sort } = randomPage();
      const plan = assertFound(query, sort);
      if (plan.isOfRows && plan.select.includes('UNION')) merged += 1;
    }
    expect(merged).toBeGreaterThan(150);
  });

  it('matches as plain mingo does, for 1,000 random queries', () => {
    const table = engine.table('docs');
    const ids = (found: readonly Doc[]): unknown[] => found.map((doc) => doc['_id']);
    let compared = 0;
    while (compared < 1000) {
      const query = randomQuery();
      if (!isAgreedByMingo(query)) continue;
      const expected = ids(findPlainly<Doc>(docs, query).all());
      expect(ids(find(table, { query }).map((row) => row.doc)), JSON.stringify(query)).toEqual(
        expected,
      );
      compared += 1;
    }
  });

  it('updates and removes what a full scan finds, for 300 random changes', async () => {
    const own = new Engine(':memory:', SCHEMA);
    await own.insert('docs', docs);
    let model = structuredClone(docs);
    let refused = 0;
    for (let round = 0; round < 300; round++) {
      const query = randomQuery();
      const matches = compileQuery(query);
      if (random() < 0.3 && model.filter(matches).length < 20) {
        await own.removeWhere('docs', query);
        model = model.filter((doc) => !matches(doc));
      } else {
        const update = randomUpdate();
        const next = model.map((doc) => (matches(doc) ? updated(doc, update) : doc));
        const isRefused = next.some(hasParallelArrays);
        const done = own.updateWhere('docs', query, update);
        if (isRefused) await expect(done).rejects.toThrow('cannot index parallel arrays');
        else [model] = [next, await done];
        refused += isRefused ? 1 : 0;
      }
      // A second query shows that the indexes contain the changes.
      const next = randomQuery();
      const found = find(own.table('docs'), { query: next }).map((row) => encodeDoc(row.doc));
      expect(found, JSON.stringify({ query, next })).toEqual(
        model.filter(compileQuery(next)).map(encodeDoc),
      );
    }
    expect(own.storage.readAll('docs')).toEqual(model);
    expect(model.length).toBeLessThan(docs.length);
    expect(refused).toBeGreaterThan(5);
    own.close();
  });

  const explain = (query: Doc, sort: Sort): string => {
    const table = engine.table('docs');
    const plan = planQuery(table, query, sort);
    const rows = table.prepare(`EXPLAIN QUERY PLAN ${plan.select}`).all([...plan.params]);
    return (rows as { detail: string }[]).map((row) => row.detail).join(' | ');
  };

  it('merges scans when a field before the order has several values', () => {
    const query = { a: { $in: [1, 2, 'a'] }, b: { $gte: 0 } };
    const details = explain(query, [
      ['b', -1],
      ['c', 1],
    ]);
    expect(details.split('SEARCH c.docs USING COVERING INDEX')).toHaveLength(4);
    expect(details).not.toContain('USE TEMP B-TREE FOR ORDER BY');
  });

  it('uses one index for equality, range and order', () => {
    expect(explain({ a: 1, b: { $gte: 2 } }, [['b', -1]])).toContain('SEARCH c.docs USING INDEX');
    expect(
      explain({ a: 1 }, [
        ['b', -1],
        ['c', 1],
      ]),
    ).not.toContain('USE TEMP B-TREE FOR ORDER BY');
    expect(explain({ _id: { $in: ['d1', 'd2'] } }, [])).toContain('SEARCH c.docs USING INDEX');
    expect(explain({ free: 1 }, [])).toContain('SCAN');
  });
});

describe('a changed schema', () => {
  it('adds indexes to stored documents and drops others', async () => {
    const { mkdtempSync, rmSync } = await import('node:fs');
    const folder = mkdtempSync('/tmp/local-cloud-schema-');
    const file = `${folder}/cloud.db`;
    const first = new Engine(file, { collections: { docs: { indexes: [] } } });
    await first.insert('docs', docs);
    first.storage.addCollection('later');
    first.close();
    const second = new Engine(file, SCHEMA);
    const rows = find(second.table('docs'), { query: { a: 1 }, sort: [['b', -1]] });
    const expected = docs.filter((doc) => doc['a'] === 1);
    expect(rows.map((row) => row.id)).toEqual(
      sortDocs(expected, [['b', -1]]).map((doc) => doc['_id']),
    );
    expect(second.storage.collections()).toContain('later');
    second.close();
    const third = new Engine(file, { collections: { docs: { indexes: [] } } });
    expect(third.storage.readAll('docs')).toEqual(docs);
    third.close();
    rmSync(folder, { recursive: true });
  });
});
