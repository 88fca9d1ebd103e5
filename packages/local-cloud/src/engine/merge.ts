import type { CollectionIndex } from '../schema';
import { type Clause, joined, keyClause } from './clauses';
import type { Constraint } from './constraints';
import { encodeKey, type Scalar, type Sort } from './keys';

/** More scans are not merged into an order, as in MongoDB: `internalQueryMaxScansToExplode`. */
export const MAX_SCANS = 200;

/** Scans of an index that are merged into the requested order. */
export interface Merge {
  /** The fields that the scans are ordered by. */
  readonly order: Sort;
  /** The lists of values of the fields before them. */
  readonly pins: readonly Constraint[];
  /** The values of those fields, for each scan. */
  readonly scans: readonly (readonly Scalar[])[];
}

/** Where the keys of an index are. */
export interface Source {
  readonly from: string;
  /** The column with the number of a document's row. */
  readonly row: string;
  readonly column: (field: string) => string;
}

/** The constraint that gives a field the fewest values. */
function pinOf(constraints: readonly Constraint[], field: string): Constraint | undefined {
  const pins = constraints.filter((c) => c.field === field && c.oneOf !== undefined);
  return pins.sort((a, b) => (a.oneOf?.length ?? 0) - (b.oneOf?.length ?? 0))[0];
}

/**
 * How an index gives the requested order: before the sorted fields each field has given values, and
 * there is one scan for each combination.
 * @returns undefined when the index does not give it
 */
export function mergeOf(
  index: Pick<CollectionIndex, 'fields'>,
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

/** Constraints as one condition on the keys in a source. */
export function sourceClause(source: Source, constraints: readonly Constraint[]): Clause {
  const clauses = constraints.map((constraint) =>
    keyClause(source.column(constraint.field), constraint, false),
  );
  return joined(clauses);
}

/**
 * The statement for a merge, without its LIMIT. It gives each row once.
 * @param rest the constraints that are not pins
 * @param isDistinct whether a single scan may meet a row several times
 */
export function mergeClause(
  source: Source,
  rest: readonly Constraint[],
  { order, pins, scans }: Merge,
  isDistinct: boolean,
): Clause {
  const columns = [...order.map(([field]) => source.column(field)), `${source.row} AS row`].join(
    ', ',
  );
  const tests = pins.map(({ field }) => `${source.column(field)} = ?`);
  const others = sourceClause(source, rest);
  const where = [...tests, others.sql].join(' AND ');
  const scan = `SELECT ${isDistinct ? 'DISTINCT ' : ''}${columns} FROM ${source.from} WHERE ${where}`;
  const ways = order.map(([, way], i) => `${String(i + 1)} ${way === 1 ? 'ASC' : 'DESC'}`);
  return {
    sql: `${scans.map(() => scan).join(' UNION ')} ORDER BY ${[...ways, String(order.length + 1)].join(', ')}`,
    params: scans.flatMap((values) => [...values.map(encodeKey), ...others.params]),
  };
}
