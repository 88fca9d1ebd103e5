import { type Clause, idClause, joined, keyClause } from './clauses';
import { type Constraint, type Reading, readQuery } from './constraints';
import type { Doc } from './document';
import { isMultikey, type MultikeyIndex, usableBy, withOneOfList } from './entries-plan';
import type { Sort } from './keys';
import { type Merge, mergeClause, mergeOf, type Source, sourceClause } from './merge';
import { columnOf, type Table, type TableIndex } from './table';

/** A query for SQLite. The matcher must check its rows unless it is `exact`. */
export interface Plan {
  /** A statement without its LIMIT. */
  readonly select: string;
  /** Whether the statement gives the numbers of rows in place of ids and documents. */
  readonly isOfRows: boolean;
  readonly params: readonly (string | Buffer)[];
  /** Whether the rows come in the requested order. */
  readonly sorted: boolean;
  /** Whether every row matches, so that SQLite can do LIMIT and COUNT. */
  readonly exact: boolean;
}

/** The score of an index in the requested order; it exceeds any number of fields. */
const ORDER_SCORE = 100;

/** The number of leading fields of an index with given values; a range counts half and is the last. */
function scoreOf(
  index: TableIndex,
  constraints: readonly Constraint[],
  sort: Sort,
  irregular: ReadonlySet<string>,
): number {
  let score = 0;
  for (const { name } of index.fields) {
    const own = constraints.filter((constraint) => constraint.field === name);
    if (own.some((constraint) => constraint.oneOf)) score += 1;
    else if (own.length > 0 && !irregular.has(name)) return score + 0.5;
    else return score + (sort[0]?.[0] === name ? 0.25 : 0);
  }
  return score;
}

/** Whether an index gives the requested order: before the sorted fields, each has a single value. */
function isInOrder(index: TableIndex, constraints: readonly Constraint[], sort: Sort): boolean {
  const isOneValue = (field: string): boolean =>
    constraints.some((constraint) => constraint.field === field && constraint.oneOf?.length === 1);
  const names = index.fields.map(({ name }) => name);
  const from = names.findIndex((name) => !isOneValue(name));
  return sort.length > 0 && sort.every(([field], i) => names[from + i] === field);
}

/** The constraints that a column answers exactly. */
function ofColumns(table: Table, constraints: readonly Constraint[]): Constraint[] {
  return constraints.filter(({ field, isOfElement }) => {
    return isOfElement !== true && field !== '_id' && table.isRegular(field);
  });
}

function rate(table: Table, index: TableIndex, { constraints }: Reading, sort: Sort): number {
  const columns = constraints.filter(({ isOfElement }) => isOfElement !== true);
  const usable = isMultikey(index) ? usableBy(index, table, constraints) : columns;
  const score = scoreOf(index, usable, isMultikey(index) ? [] : sort, table.irregular);
  const merged = isMultikey(index) ? usable : ofColumns(table, constraints);
  // With any other index, SQLite would sort the whole list for each page.
  const isOrdered =
    mergeOf(index, merged, sort) !== undefined ||
    (!isMultikey(index) && isInOrder(index, usable, sort));
  return isOrdered ? ORDER_SCORE + score : score;
}

/** Whether keys give the order: of an array or object they do not. */
function isSortable(table: Table, sort: Sort): boolean {
  return sort.every(([field]) => table.isRegular(field));
}

function chooseIndex(table: Table, reading: Reading, sort: Sort): TableIndex | undefined {
  if (reading.constraints.some((constraint) => constraint.field === '_id')) return undefined;
  let best: TableIndex | undefined;
  let bestScore = 0;
  for (const index of table.indexes) {
    const score = rate(table, index, reading, sort);
    if (score > bestScore) [best, bestScore] = [index, score];
  }
  return best;
}

function columnClause(table: Table, constraint: Constraint): Clause {
  const { field } = constraint;
  if (field === '_id') return idClause(constraint);
  return keyClause(columnOf(field), constraint, table.irregular.has(field));
}

/** The rows of merged scans. */
function planMerge(
  source: Source,
  merge: Merge,
  used: readonly Constraint[],
  reading: Reading,
  isDistinct: boolean,
): Plan {
  const rest = used.filter((constraint) => !merge.pins.includes(constraint));
  const { sql, params } = mergeClause(source, rest, merge, isDistinct);
  const exact = reading.complete && reading.constraints.every((c) => used.includes(c));
  return { select: sql, isOfRows: true, params, sorted: true, exact };
}

/** Rows in the order of entries, or else those that entries name, with the columns' conditions. */
function planEntries(table: Table, index: MultikeyIndex, reading: Reading, sort: Sort): Plan {
  const { entries } = index;
  const used = withOneOfList(table, index, usableBy(index, table, reading.constraints));
  const merge = mergeOf(index, used, isSortable(table, sort) ? sort : []);
  if (merge !== undefined) {
    const isOneElement = merge.pins.some(({ field }) => table.lists.has(field));
    return planMerge(entries, merge, used, reading, !isOneElement);
  }
  const { sql, params } = sourceClause(entries, used);
  const rows = `rowid IN (SELECT row FROM ${entries.from} WHERE ${sql})`;
  return planTable(table, reading, sort, 'NOT INDEXED', { sql: rows, params, used });
}

/** Rows by a SQLite index; several scans of it are merged when the order requires it. */
function planIndex(table: Table, index: TableIndex, reading: Reading, sort: Sort): Plan {
  const hint = `INDEXED BY "${index.sqlName}"`;
  const used = ofColumns(table, reading.constraints);
  const merge = mergeOf(index, used, isSortable(table, sort) ? sort : []);
  if (merge === undefined || merge.scans.length === 1) {
    return planTable(table, reading, sort, hint, ALL);
  }
  const from = `${table.sqlName} ${hint}`;
  return planMerge({ from, row: 'rowid', column: columnOf }, merge, used, reading, false);
}

/** What entries have selected already. */
interface Selection extends Clause {
  readonly used: readonly Constraint[];
}

const ALL: Selection = { sql: '1', params: [], used: [] };

function planTable(
  table: Table,
  reading: Reading,
  sort: Sort,
  hint: string,
  selection: Selection,
): Plan {
  const isOpen = (constraint: Constraint): boolean => !selection.used.includes(constraint);
  const open = reading.constraints.filter(isOpen);
  const clauses = open
    .filter(({ field, isOfElement }) => table.hasColumn(field) && isOfElement !== true)
    .map((constraint) => columnClause(table, constraint));
  const where = joined([selection, ...clauses]);
  const isSorted = isSortable(table, sort);
  const order = isSorted
    ? sort.map(([field, direction]) => `${columnOf(field)} ${direction === 1 ? 'ASC' : 'DESC'}, `)
    : [];
  return {
    select: `SELECT id, doc FROM ${table.sqlName} ${hint} WHERE ${where.sql} ORDER BY ${order.join('')}rowid`,
    isOfRows: false,
    params: where.params,
    sorted: isSorted,
    exact: reading.complete && open.every(({ field }) => table.isRegular(field)),
  };
}

/** Plans a query. SQLite gets equalities, ranges, lists and order of fields with keys. */
export function planQuery(table: Table, query: Doc, sort: Sort): Plan {
  const reading = readQuery(query);
  const index = chooseIndex(table, reading, isSortable(table, sort) ? sort : []);
  if (index === undefined) {
    const isById = reading.constraints.some((constraint) => constraint.field === '_id');
    return planTable(table, reading, sort, isById ? '' : 'NOT INDEXED', ALL);
  }
  if (isMultikey(index)) return planEntries(table, index, reading, sort);
  return planIndex(table, index, reading, sort);
}
