import { type Doc, isPlainObject } from './document';
import { encodeKey, isScalar, RANK, rankOf, type Scalar, type Sort } from './keys';
import { columnOf, type Table, type TableIndex } from './table';

/** A query for SQLite. The matcher must check its rows unless it is `exact`. */
export interface Plan {
  /** FROM, WHERE and ORDER BY. */
  readonly from: string;
  readonly params: readonly (string | Buffer)[];
  /** Whether the rows come in the requested order. */
  readonly sorted: boolean;
  /** Whether every row matches, so that SQLite can do LIMIT and COUNT. */
  readonly exact: boolean;
}

interface Bound {
  readonly operator: '>' | '>=' | '<' | '<=';
  readonly value: Scalar;
}

interface Constraint {
  readonly field: string;
  readonly oneOf?: readonly Scalar[];
  readonly bounds?: readonly Bound[];
}

const BOUNDS: Readonly<Record<string, Bound['operator']>> = {
  $gt: '>',
  $gte: '>=',
  $lt: '<',
  $lte: '<=',
};

interface Reading {
  readonly constraints: Constraint[];
  complete: boolean;
}

function readCondition(field: string, value: unknown, reading: Reading): void {
  if (isScalar(value)) {
    reading.constraints.push({ field, oneOf: [value] });
    return;
  }
  if (!isPlainObject(value) || !Object.keys(value).some((name) => name.startsWith('$'))) {
    reading.complete = false;
    return;
  }
  for (const [name, operand] of Object.entries(value)) {
    const bound = BOUNDS[name];
    if (name === '$eq' && isScalar(operand)) reading.constraints.push({ field, oneOf: [operand] });
    else if (name === '$in' && Array.isArray(operand) && operand.every(isScalar)) {
      reading.constraints.push({ field, oneOf: operand });
    } else if (bound !== undefined && isScalar(operand)) {
      reading.constraints.push({ field, bounds: [{ operator: bound, value: operand }] });
    } else reading.complete = false;
  }
}

/** Collects the conditions that must all hold. Any other condition makes the reading incomplete. */
function readQuery(query: Doc, reading: Reading): Reading {
  for (const [name, value] of Object.entries(query)) {
    if (name === '$and' && Array.isArray(value)) {
      for (const part of value) if (isPlainObject(part)) readQuery(part, reading);
    } else if (name.startsWith('$')) reading.complete = false;
    else readCondition(name, value, reading);
  }
  return reading;
}

interface Clause {
  readonly sql: string;
  readonly params: readonly (string | Buffer)[];
}

const NOTHING: Clause = { sql: '0', params: [] };

function idClause(constraint: Constraint): Clause {
  if (constraint.oneOf) {
    const ids = constraint.oneOf.filter((value) => typeof value === 'string');
    if (ids.length === 0) return NOTHING;
    return { sql: `id IN (${ids.map(() => '?').join(', ')})`, params: ids };
  }
  const bounds = constraint.bounds ?? [];
  if (bounds.some((bound) => typeof bound.value !== 'string')) return NOTHING;
  return {
    sql: bounds.map((bound) => `id ${bound.operator} ?`).join(' AND '),
    params: bounds.map((bound) => String(bound.value)),
  };
}

function boundClause(column: string, bound: Bound): Clause {
  const rank = rankOf(bound.value);
  const side = bound.operator.startsWith('>')
    ? { sql: `${column} < ?`, key: Buffer.of(rank + 1) }
    : { sql: `${column} >= ?`, key: Buffer.of(rank) };
  return {
    sql: `(${column} ${bound.operator} ? AND ${side.sql})`,
    params: [encodeKey(bound.value), side.key],
  };
}

function columnClause(table: Table, constraint: Constraint): Clause {
  const column = columnOf(constraint.field);
  const irregular = table.irregular.has(constraint.field);
  if (constraint.oneOf) {
    const keys = constraint.oneOf.map(encodeKey);
    if (irregular) keys.push(Buffer.of(RANK.array));
    if (keys.length === 0) return NOTHING;
    if (keys.length === 1) return { sql: `${column} = ?`, params: keys };
    return { sql: `${column} IN (${keys.map(() => '?').join(', ')})`, params: keys };
  }
  const clauses = (constraint.bounds ?? []).map((bound) => boundClause(column, bound));
  const sql = clauses.map((clause) => clause.sql).join(' AND ');
  const params = clauses.flatMap((clause) => clause.params);
  if (!irregular) return { sql, params };
  return { sql: `(${sql} OR ${column} = ?)`, params: [...params, Buffer.of(RANK.array)] };
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

function chooseIndex(table: Table, constraints: readonly Constraint[], sort: Sort): string {
  if (constraints.some((constraint) => constraint.field === '_id')) return '';
  let best: TableIndex | undefined;
  let bestScore = 0;
  for (const index of table.indexes) {
    // With any other index, SQLite would sort the whole list for each page.
    const order = isInOrder(index, constraints, sort) ? ORDER_SCORE : 0;
    const score = order + scoreOf(index, constraints, sort, table.irregular);
    if (score > bestScore) [best, bestScore] = [index, score];
  }
  return best === undefined ? ' NOT INDEXED' : ` INDEXED BY "${best.sqlName}"`;
}

/** Plans a query. SQLite gets equalities, ranges, lists and order of fields with a key column. */
export function planQuery(table: Table, query: Doc, sort: Sort): Plan {
  const reading = readQuery(query, { constraints: [], complete: true });
  const usable = reading.constraints.filter((constraint) => table.hasColumn(constraint.field));
  const clauses = usable.map((constraint) =>
    constraint.field === '_id' ? idClause(constraint) : columnClause(table, constraint),
  );
  const isRegular = (field: string): boolean =>
    table.hasColumn(field) && !table.irregular.has(field);
  const sorted = sort.every(([field]) => isRegular(field));
  const order = sorted
    ? sort.map(([field, direction]) => `${columnOf(field)} ${direction === 1 ? 'ASC' : 'DESC'}, `)
    : [];
  const where = clauses.length === 0 ? '' : ` WHERE ${clauses.map((c) => c.sql).join(' AND ')}`;
  const hint = chooseIndex(table, usable, sorted ? sort : []);
  return {
    from: `FROM ${table.sqlName}${hint}${where} ORDER BY ${order.join('')}rowid`,
    params: clauses.flatMap((clause) => clause.params),
    sorted,
    exact: reading.complete && reading.constraints.every((c) => isRegular(c.field)),
  };
}
