import { type Clause, joined, keyClause } from './clauses';
import type { Constraint } from './constraints';
import type { Entries } from './entries';
import { encodeKey, type Scalar, type Sort } from './keys';
import type { Table, TableIndex } from './table';

/** An index over a list. */
export type MultikeyIndex = TableIndex & { readonly entries: Entries };

/** Whether an index has entries. */
export function isMultikey(index: TableIndex): index is MultikeyIndex {
  return index.entries !== undefined;
}

/** More scans are not merged into an order, as in MongoDB: `internalQueryMaxScansToExplode`. */
export const MAX_SCANS = 200;

/** Up to this number, entries are counted to find the rarest value. */
const MAX_COUNTED = 1000;

/** The constraints on the fields of an index that its entries can answer. */
export function usableBy(
  index: MultikeyIndex,
  table: Table,
  constraints: readonly Constraint[],
): Constraint[] {
  return constraints.filter(({ field, isOfElement }) => {
    if (!index.fields.some(({ name }) => name === field)) return false;
    return table.lists.has(field) || (isOfElement !== true && !table.irregular.has(field));
  });
}

/** All of some constraints, on the entries of an index. */
export function entriesClause(index: MultikeyIndex, constraints: readonly Constraint[]): Clause {
  const clauses = constraints.map((constraint) =>
    keyClause(index.entries.column(constraint.field), constraint, false),
  );
  return joined(clauses);
}

function countEntries(
  table: Table,
  index: MultikeyIndex,
  constraints: readonly Constraint[],
): number {
  const { sql, params } = entriesClause(index, constraints);
  const entries = `SELECT 1 FROM ${index.entries.sqlName} WHERE ${sql} LIMIT ?`;
  const row = table.prepare(`SELECT COUNT(*) AS total FROM (${entries})`);
  return (row.get([...params, MAX_COUNTED]) as { total: number }).total;
}

/**
 * Keeps one constraint on the list, because each may hold for another element: an equality, of several
 * the one with the fewest entries; else a list of values; else a range.
 */
export function withOneOfList(
  table: Table,
  index: MultikeyIndex,
  usable: readonly Constraint[],
): Constraint[] {
  const ofList = usable.filter(({ field }) => table.lists.has(field));
  const others = usable.filter((constraint) => !ofList.includes(constraint));
  const equalities = ofList.filter(({ oneOf }) => oneOf?.length === 1);
  let chosen = equalities[0] ?? ofList.find(({ oneOf }) => oneOf !== undefined) ?? ofList[0];
  let fewest = Infinity;
  for (const equality of equalities.length > 1 ? equalities : []) {
    const total = countEntries(table, index, [...others, equality]);
    if (total < fewest) [chosen, fewest] = [equality, total];
  }
  return chosen === undefined ? others : [...others, chosen];
}

/** Scans of entries that are merged into the requested order. */
export interface Merge {
  /** The fields that the scans are ordered by. */
  readonly order: Sort;
  /** The lists of values of the fields before them. */
  readonly pins: readonly Constraint[];
  /** The values of those fields, for each scan. */
  readonly scans: readonly (readonly Scalar[])[];
}

/** The constraint that gives a field the fewest values. */
function pinOf(constraints: readonly Constraint[], field: string): Constraint | undefined {
  const pins = constraints.filter((c) => c.field === field && c.oneOf !== undefined);
  return pins.sort((a, b) => (a.oneOf?.length ?? 0) - (b.oneOf?.length ?? 0))[0];
}

/**
 * How entries give the requested order: before the sorted fields each field has given values, and
 * there is one scan for each combination.
 * @returns undefined when they do not give it
 */
export function mergeOf(
  index: MultikeyIndex,
  constraints: readonly Constraint[],
  sort: Sort,
): Merge | undefined {
  const order = sort.filter(([field]) => pinOf(constraints, field)?.oneOf?.length !== 1);
  const names = index.fields.map(({ name }) => name);
  const from = names.indexOf(order[0]?.[0] ?? '');
  if (from === -1 || order.some(([field], i) => names[from + i] !== field)) return undefined;
  const pins = names.slice(0, from).flatMap((name) => pinOf(constraints, name) ?? []);
  let scans: Scalar[][] = [[]];
  for (const { oneOf = [] } of pins) {
    if (oneOf.length === 0 || scans.length * oneOf.length > MAX_SCANS) return undefined;
    scans = scans.flatMap((scan) => oneOf.map((value) => [...scan, value]));
  }
  return pins.length === from ? { order, pins, scans } : undefined;
}

/** The statement for a merge, without its LIMIT. It gives each row once. */
export function mergeClause(
  table: Table,
  index: MultikeyIndex,
  constraints: readonly Constraint[],
  { order, pins, scans }: Merge,
): Clause {
  const { entries } = index;
  const columns = [...order.map(([field]) => entries.column(field)), 'row'].join(', ');
  const isOneElement = pins.some(({ field }) => table.lists.has(field));
  const head = `SELECT ${isOneElement ? '' : 'DISTINCT '}${columns} FROM ${entries.sqlName} WHERE`;
  const tests = pins.map(({ field }) => `${entries.column(field)} = ?`);
  const others = constraints.filter((constraint) => !pins.includes(constraint));
  const rest = entriesClause(index, others);
  const scan = `${head} ${[...tests, rest.sql].join(' AND ')}`;
  const ways = order.map(([, way], i) => `${String(i + 1)} ${way === 1 ? 'ASC' : 'DESC'}`);
  return {
    sql: `${scans.map(() => scan).join(' UNION ')} ORDER BY ${[...ways, String(order.length + 1)].join(', ')}`,
    params: scans.flatMap((values) => [...values.map(encodeKey), ...rest.params]),
  };
}
