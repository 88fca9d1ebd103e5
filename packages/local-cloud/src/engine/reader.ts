import { decodeDoc, type Doc } from './document';
import { type Sort, sortDocs } from './keys';
import { compileQuery } from './matcher';
import { type Plan, planQuery } from './planner';
import type { Row, Table } from './table';

/** A query with its order and page; no `limit` reads everything. */
export interface FindOptions {
  readonly query: Doc;
  readonly sort?: Sort;
  readonly skip?: number;
  readonly limit?: number;
}

/** A document as read, with the text it came from. */
export interface Found {
  readonly id: string;
  readonly text: string;
  readonly doc: Doc;
}

const found = (row: Row): Found => ({ id: row.id, text: row.doc, doc: decodeDoc(row.doc) });

function read(table: Table, plan: Plan, limit: number, skip: number): Found[] {
  const sql = `SELECT id, doc ${plan.from} LIMIT ? OFFSET ?`;
  const rows = table.prepare(sql).all([...plan.params, limit, skip]) as Row[];
  table.documentsRead += rows.length;
  return rows.map(found);
}

/** Reads ordered candidates in growing chunks until the page is full. */
function readPage(
  table: Table,
  plan: Plan,
  matches: (doc: Doc) => boolean,
  wanted: number,
): Found[] {
  const kept: Found[] = [];
  let chunk = Math.max(100, wanted * 2);
  for (let offset = 0; ; chunk *= 2) {
    const rows = read(table, plan, chunk, offset);
    for (const row of rows) {
      if (matches(row.doc)) kept.push(row);
      if (kept.length === wanted) return kept;
    }
    if (rows.length < chunk) return kept;
    offset += chunk;
  }
}

/** Finds documents: SQLite proposes candidates, the matcher decides. */
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
  const kept = read(table, plan, -1, 0).filter((row) => matches(row.doc));
  return sortFound(kept, plan.sorted ? [] : sort).slice(skip, skip + limit);
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
  const sql = `SELECT COUNT(*) AS total ${plan.from}`;
  return (table.prepare(sql).get([...plan.params]) as { total: number }).total;
}
