import { type Doc, isPlainObject } from '../engine/document';
import { isScalar, type Sort } from '../engine/keys';
import type { IndexField } from '../schema';

/** One condition, as far as an index can tell: its field and what it asks of it. */
interface Condition {
  readonly field: string;
  /** `=`, `in`, `<`, `<=`, `>`, `>=`; anything else is one no index serves. */
  readonly operator: string;
}

/** A query without its values. */
export interface QueryShape {
  readonly conditions: readonly Condition[];
  readonly sort: Sort;
}

const RANGES: Readonly<Record<string, string>> = { $gt: '>', $gte: '>=', $lt: '<', $lte: '<=' };

function readOperator(field: string, name: string, operand: unknown): Condition {
  const range = RANGES[name];
  if (name === '$eq' && isScalar(operand)) return { field, operator: '=' };
  if (name === '$in' && Array.isArray(operand)) return { field, operator: 'in' };
  if (range !== undefined && isScalar(operand)) return { field, operator: range };
  return { field, operator: name };
}

function readField(field: string, value: unknown): Condition[] {
  if (isScalar(value)) return [{ field, operator: '=' }];
  if (value instanceof RegExp) return [{ field, operator: '$regex' }];
  const names = isPlainObject(value) ? Object.keys(value) : [];
  if (!isPlainObject(value) || !names.some((name) => name.startsWith('$'))) {
    return [{ field, operator: '= {…}' }];
  }
  return names.map((name) => readOperator(field, name, value[name]));
}

function readQuery(query: Doc): Condition[] {
  return Object.entries(query).flatMap(([name, value]) => {
    if (!name.startsWith('$')) return readField(name, value);
    const isFlat = name === '$and' && Array.isArray(value) && value.every(isPlainObject);
    return isFlat ? value.flatMap(readQuery) : [{ field: name, operator: '' }];
  });
}

/** The shape of a query; what no index can serve ($or, $ne, …) is in it by name. */
export function shapeOf(query: Doc, sort: Sort): QueryShape {
  return { conditions: readQuery(query), sort };
}

/** A shape in words: `{shopId =, sortKey <} order by sortKey desc`. */
export function describeShape({ conditions, sort }: QueryShape): string {
  const parts = conditions.map(({ field, operator }) => `${field} ${operator}`.trim());
  const order = sort.map(([field, way]) => `${field} ${way === 1 ? 'asc' : 'desc'}`).join(', ');
  return `{${parts.join(', ')}}${order === '' ? '' : ` order by ${order}`}`;
}

/** What a shape asks of an index. */
interface Demand {
  /** Fields held to one value or a few, and not sorted by: they must lead. */
  readonly pinned: ReadonlySet<string>;
  /** What is left to sort by. */
  readonly sort: Sort;
  /** Fields within bounds: only the one that follows the pinned ones can be. */
  readonly bounded: ReadonlySet<string>;
}

function demandOf({ conditions, sort }: QueryShape): Demand | undefined {
  const fieldsWith = (operators: readonly string[]): Set<string> =>
    new Set(conditions.filter((c) => operators.includes(c.operator)).map((c) => c.field));
  const equal = fieldsWith(['=']);
  const among = [...fieldsWith(['in'])].filter((field) => !equal.has(field));
  const ranges = [...fieldsWith(['<', '<=', '>', '>='])].filter((field) => !equal.has(field));
  const known = ['=', 'in', '<', '<=', '>', '>='];
  if (conditions.some(({ operator }) => !known.includes(operator))) return undefined;
  // Where there is one value only, there is nothing to sort.
  const left = sort.filter(([field]) => !equal.has(field));
  const isSorted = (field: string): boolean => left.some(([name]) => name === field);
  const pinned = new Set([...equal, ...among.filter((field) => !isSorted(field))]);
  const bounded = new Set([...ranges, ...among.filter(isSorted)].filter((f) => !pinned.has(f)));
  return { pinned, sort: left, bounded };
}

function fits(index: readonly IndexField[], { pinned, sort, bounded }: Demand): boolean {
  const leading = index.slice(0, pinned.size);
  if (leading.length < pinned.size || !leading.every(({ name }) => pinned.has(name))) return false;
  const rest = index.slice(pinned.size);
  if ([...bounded].some((field) => field !== rest[0]?.name)) return false;
  const ways = sort.map(([field, way], i) => {
    const next = rest[i];
    if (next?.name !== field) return undefined;
    return (next.order === 'asc' ? 1 : -1) * way;
  });
  return ways.every((way) => way !== undefined && way === ways[0]);
}

const BY_ID: readonly IndexField[] = [{ name: '_id', order: 'asc' }];

/**
 * Whether an index finds what a query asks for without looking at anything else, and in its order:
 * MongoDB's rule of equality, sort, range. Fields held to values lead, in any order; then come the
 * fields of the order, all as in the index or all reversed; a range lies on the first field after
 * the equalities only. A document asked for by `_id` needs no index. A whole collection without an
 * order is never served.
 */
export function isServed(
  shape: QueryShape,
  indexes: readonly { readonly fields: readonly IndexField[] }[],
): boolean {
  const byId = ({ field, operator }: Condition): boolean =>
    field === '_id' && (operator === '=' || operator === 'in');
  if (shape.conditions.some(byId)) return true;
  if (shape.conditions.length + shape.sort.length === 0) return false;
  const demand = demandOf(shape);
  if (demand === undefined) return false;
  return [BY_ID, ...indexes.map(({ fields }) => fields)].some((index) => fits(index, demand));
}
