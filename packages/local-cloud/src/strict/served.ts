import { type Doc, isPlainObject } from '../engine/document';
import { isScalar, type Sort } from '../engine/keys';
import { MAX_SCANS } from '../engine/merge';
import type { IndexField } from '../schema';

/** A condition without its value. */
interface Condition {
  readonly field: string;
  /**
   * `=`, `in`, `<`, `<=`, `>`, `>=`; for a list also `all`, and `within` for a range that one element
   * must meet. No index serves any other.
   */
  readonly operator: string;
  /** How many different values `in` has. */
  readonly size?: number;
}

/** A query without its values. */
export interface QueryShape {
  readonly conditions: readonly Condition[];
  readonly sort: Sort;
}

const RANGES: Readonly<Record<string, string>> = { $gt: '>', $gte: '>=', $lt: '<', $lte: '<=' };

function isRange(operand: unknown): boolean {
  const bounds = isPlainObject(operand) ? Object.entries(operand) : [];
  return bounds.length > 0 && bounds.every(([name, value]) => RANGES[name] && isScalar(value));
}

function isValues(operand: unknown): operand is readonly unknown[] {
  return Array.isArray(operand) && operand.every(isScalar);
}

function readOperator(field: string, name: string, operand: unknown): Condition {
  const range = RANGES[name];
  if (name === '$eq' && isScalar(operand)) return { field, operator: '=' };
  if (name === '$in' && isValues(operand)) {
    return { field, operator: 'in', size: new Set(operand).size };
  }
  if (name === '$all' && isValues(operand) && operand.length > 0) return { field, operator: 'all' };
  if (name === '$elemMatch' && isRange(operand)) return { field, operator: 'within' };
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

/** The shape of a query. Conditions that no index serves ($or, $ne, …) appear in it by name. */
export function shapeOf(query: Doc, sort: Sort): QueryShape {
  return { conditions: readQuery(query), sort };
}

/** A shape as text: `{albumId =, takenAt <} order by takenAt desc`. */
export function describeShape({ conditions, sort }: QueryShape): string {
  const parts = conditions.map(({ field, operator, size = 0 }) =>
    `${field} ${operator} ${size > MAX_SCANS ? `(${String(size)} values)` : ''}`.trim(),
  );
  const order = sort
    .map(([field, direction]) => `${field} ${direction === 1 ? 'asc' : 'desc'}`)
    .join(', ');
  return `{${parts.join(', ')}}${order === '' ? '' : ` order by ${order}`}`;
}

/** What a shape requires of an index. */
interface Demand {
  /** Fields with one value or a list of values that are not sorted by: they must lead. */
  readonly pinned: ReadonlySet<string>;
  /** The order that the index must provide. */
  readonly sort: Sort;
  /** How many scans of the index are merged into the order. */
  readonly scans: number;
  /** Fields with a range: only the field that follows the pinned ones can have one. */
  readonly bounded: ReadonlySet<string>;
}

/** The operators of one condition on a list that an index can answer. */
const OF_LIST = new Set(['=', 'in', 'all', 'within', '<', '<=', '>', '>=']);

/**
 * Conditions on a list as they are on the elements in an index; undefined when an index does not give
 * them. Two conditions may hold for different elements, so the index answers only one; the cloud
 * filters by the others. That is accepted for `all` alone, which has no other way.
 */
function ofElements(
  conditions: readonly Condition[],
  lists: ReadonlySet<string>,
): Condition[] | undefined {
  const ofLists = conditions.filter(({ field }) => lists.has(field));
  if (ofLists.some(({ operator }) => !OF_LIST.has(operator))) return undefined;
  if (new Set(ofLists.map(({ field }) => field)).size < ofLists.length) return undefined;
  return conditions.map((condition) => {
    const { field, operator } = condition;
    if (lists.has(field) && operator === 'all') return { field, operator: '=' };
    if (lists.has(field) && operator === 'within') return { field, operator: '<' };
    return condition;
  });
}

function demandOf(
  { conditions: all, sort }: QueryShape,
  lists: ReadonlySet<string>,
): Demand | undefined {
  const conditions = ofElements(all, lists);
  // The order of lists is by their least or greatest elements, which an index does not give.
  if (conditions === undefined || sort.some(([field]) => lists.has(field))) return undefined;
  const fieldsWith = (operators: readonly string[]): Set<string> =>
    new Set(conditions.filter((c) => operators.includes(c.operator)).map((c) => c.field));
  const equal = fieldsWith(['=']);
  const among = [...fieldsWith(['in'])].filter((field) => !equal.has(field));
  const ranges = [...fieldsWith(['<', '<=', '>', '>='])].filter((field) => !equal.has(field));
  const known = ['=', 'in', '<', '<=', '>', '>='];
  if (conditions.some(({ operator }) => !known.includes(operator))) return undefined;
  // A field with a single value needs no sorting.
  const left = sort.filter(([field]) => !equal.has(field));
  const isSorted = (field: string): boolean => left.some(([name]) => name === field);
  const pinned = new Set([...equal, ...among.filter((field) => !isSorted(field))]);
  const bounded = new Set([...ranges, ...among.filter(isSorted)].filter((f) => !pinned.has(f)));
  const scans = conditions
    .filter(({ field, size }) => size !== undefined && pinned.has(field) && !equal.has(field))
    .reduce((product, { size = 1 }) => product * size, 1);
  return { pinned, sort: left, scans: left.length === 0 ? 1 : scans, bounded };
}

function fits(
  index: readonly IndexField[],
  { pinned, sort, scans, bounded }: Demand,
  lists: ReadonlySet<string>,
): boolean {
  if (scans > MAX_SCANS) return false;
  const leading = index.slice(0, pinned.size);
  if (leading.length < pinned.size || !leading.every(({ name }) => pinned.has(name))) return false;
  const rest = index.slice(pinned.size);
  // MongoDB does not merge the scans of an index that continues with a list.
  if (scans > 1 && rest.some(({ name }) => lists.has(name))) return false;
  if ([...bounded].some((field) => field !== rest[0]?.name)) return false;
  const directions = sort.map(([field, direction], i) => {
    const next = rest[i];
    if (next?.name !== field) return undefined;
    return (next.order === 'asc' ? 1 : -1) * direction;
  });
  return directions.every((value) => value !== undefined && value === directions[0]);
}

const BY_ID: readonly IndexField[] = [{ name: '_id', order: 'asc' }];

/**
 * Whether an index gives exactly the documents of a query, in its order. This is MongoDB's rule of
 * equality, sort, range: fields with given values lead, in any order; the fields of the order follow,
 * all in the direction of the index or all reversed; a range is possible only on the first field after
 * the equalities. At most 200 scans are merged into an order. A query by `_id` needs no index. A whole collection without an order is not served.
 * @param lists fields that hold arrays: an index has their elements
 */
export function isServed(
  shape: QueryShape,
  indexes: readonly { readonly fields: readonly IndexField[] }[],
  lists: ReadonlySet<string> = new Set(),
): boolean {
  const isById = ({ field, operator }: Condition): boolean =>
    field === '_id' && (operator === '=' || operator === 'in');
  if (shape.conditions.some(isById)) return true;
  if (shape.conditions.length + shape.sort.length === 0) return false;
  const demand = demandOf(shape, lists);
  if (demand === undefined) return false;
  return [BY_ID, ...indexes.map(({ fields }) => fields)].some((index) =>
    fits(index, demand, lists),
  );
}
