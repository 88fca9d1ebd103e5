import { decodeDoc, type Doc } from './document';
import { type Sort, sortDocs } from './keys';
import { compileQuery } from './matcher';
import { type Plan, planQuery } from './planner';
import type { Row, Table } from './table';

/** A query with its order and page. Without `limit` it reads all documents. */
export interface FindOptions {
  readonly query: Doc;
  readonly sort?: Sort;
  readonly skip?: number;
  readonly limit?: number;
}

/** A stored document with its text. */
export interface Found {
  readonly id: string;
  readonly text: string;
  readonly doc: Doc;
}

function decodeRow(row: Row): Found {
  return { id: row.id, text: row.doc, doc: decodeDoc(row.doc) };
}

function read(table: Table, plan: Plan, limit: number, skip: number): Found[] {
  const statement = table.prepare(`${plan.select} LIMIT ? OFFSET ?`);
  const rows: unknown[] = statement.all([...plan.params, limit, skip]);
  table.documentsRead += rows.length;
  if (!plan.isOfRows) return (rows as Row[]).map(decodeRow);
  return (rows as { row: number }[]).map(({ row }) => decodeRow(table.at(row)));
}

/** Reads candidates in their order, in growing chunks, until the page is full. */
function readPage(
  table: Table,
  plan: Plan,
  matches: (doc: Doc) => boolean,
  wanted: number,
): Found[] {
  const matching: Found[] = [];
  let chunk = Math.max(100, wanted * 2);
  for (let offset = 0; ; chunk *= 2) {
    const rows = read(table, plan, chunk, offset);
    for (const row of rows) {
      if (matches(row.doc)) matching.push(row);
      if (matching.length === wanted) return matching;
    }
    if (rows.length < chunk) return matching;
    offset += chunk;
  }
}

/** Finds documents: SQLite gives candidates, and the matcher checks them. */
export function find(table: Table, options: FindOptions): Found[] {
  const matches = compileQuery(options.query);
  const sort = options.sort ?? [];
  const skip = options.skip ?? 0;
  const limit = options.limit ?? Infinity;
  const plan = planQuery(table, options.query, sort);
  if (limit === 0) return [];
  if (plan.sorted && plan.exact) {
    return read(table, plan, limit === Infinity ? -1 : limit, skip);
  }
  if (plan.sorted && limit !== Infinity) {
    return readPage(table, plan, matches, skip + limit).slice(skip);
  }
  const matching = read(table, plan, -1, 0).filter((row) => matches(row.doc));
  return sortFound(matching, plan.sorted ? [] : sort).slice(skip, skip + limit);
}

function sortFound(rows: Found[], sort: Sort): Found[] {
  if (sort.length === 0) return rows;
  const byDoc = new Map(rows.map((row) => [row.doc, row]));
  return sortDocs([...byDoc.keys()], sort).flatMap((doc) => byDoc.get(doc) ?? []);
}

/** Counts matching documents. */
export function count(table: Table, query: Doc): number {
  const matches = compileQuery(query);
  const plan = planQuery(table, query, []);
  if (!plan.exact) return read(table, plan, -1, 0).filter((row) => matches(row.doc)).length;
  const sql = `SELECT COUNT(*) AS total FROM (${plan.select})`;
  return (table.prepare(sql).get([...plan.params]) as { total: number }).total;
}
