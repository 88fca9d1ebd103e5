import type Database from 'libsql';

import { requestFailed } from '../errors';
import { type Doc, encodeDoc, isPlainObject } from './document';
import { encodeKey, RANK, readPath } from './keys';
import type { Source } from './merge';

/** What is left to read of one field of an index: the value reached, and the path below it. */
interface Step {
  readonly value: unknown;
  readonly path: readonly string[];
  /** The last part of the path that was followed. */
  readonly name: string;
}

/** Follows a path to its value, or to the first array on the way. */
function follow(step: Step): Step {
  let { value, name } = step;
  for (const [i, part] of step.path.entries()) {
    if (Array.isArray(value)) return { value, name, path: step.path.slice(i) };
    value = isPlainObject(value) && Object.hasOwn(value, part) ? value[part] : undefined;
    name = part;
  }
  return { value, name, path: [] };
}

const EMPTY: Buffer = Buffer.of(RANK.emptyArray);

/** The keys of an element that is the end of its path; an array in an array is one value. */
function expand(steps: readonly Step[]): Buffer[][] {
  const reached = steps.map(follow);
  const first = reached.find((step) => Array.isArray(step.value));
  if (first === undefined) return [reached.map((step) => encodeKey(step.value))];
  const other = reached.find((step) => Array.isArray(step.value) && step.value !== first.value);
  if (other !== undefined) {
    throw requestFailed(`cannot index parallel arrays [${other.name}] [${first.name}]`);
  }
  const elements = first.value as readonly unknown[];
  const keys = reached.map(({ value }) => (value === first.value ? EMPTY : encodeKey(value)));
  if (elements.length === 0) return [keys];
  const places = reached.flatMap(({ value }, i) => (value === first.value ? [i] : []));
  return elements.flatMap((element) => {
    const below = places.map((i) => reached[i]?.path ?? []);
    return expandElement(element, below).map((own) => withKeys(keys, places, own));
  });
}

/** The keys of an element for each of some paths below it. */
function expandElement(element: unknown, paths: readonly (readonly string[])[]): Buffer[][] {
  const below = paths.filter((path) => path.length > 0);
  const own = below.length < paths.length ? encodeKey(element) : EMPTY;
  if (below.length === 0) return [paths.map(() => own)];
  return expand(below.map((path) => ({ value: element, path, name: '' }))).map((keys) => {
    const rest = [...keys];
    return paths.map((path) => (path.length === 0 ? own : (rest.shift() ?? EMPTY)));
  });
}

function withKeys(
  keys: readonly Buffer[],
  places: readonly number[],
  own: readonly Buffer[],
): Buffer[] {
  const all = [...keys];
  for (const [i, place] of places.entries()) all[place] = own[i] ?? EMPTY;
  return all;
}

/**
 * The keys of a document in an index, as MongoDB makes them: one tuple for each element of an array.
 * @throws CloudError when two fields hold arrays
 */
export function entriesOf(fields: readonly string[], doc: Doc): Buffer[][] {
  return expand(fields.map((field) => ({ value: doc, path: field.split('.'), name: '' })));
}

type Prepare = (sql: string) => Database.Statement;

/** A text that only the same keys have: bytes are characters below the separator. */
function textOfKeys(keys: readonly Buffer[]): string {
  return keys.map((key) => key.toString('latin1')).join('\u0100');
}

/**
 * The entries of a multikey index: a SQLite table with a row for each element of a document's array,
 * which holds the keys of the index's fields and the number of the document's row.
 */
export class Entries implements Source {
  readonly row = 'row';
  /** The statement that creates the table: the rows lie in the order of the index. */
  readonly definition: string;
  private readonly fields: readonly string[];

  constructor(
    readonly from: string,
    fields: readonly { readonly name: string; readonly order: 'asc' | 'desc' }[],
    private readonly prepare: Prepare,
  ) {
    this.fields = fields.map((field) => field.name);
    const columns = this.fields.map((field) => `${this.column(field)} BLOB NOT NULL`).join(', ');
    const order = fields.map(({ name, order: way }) => `${this.column(name)} ${way}`).join(', ');
    this.definition = `CREATE TABLE ${from} (${columns}, row INTEGER NOT NULL, PRIMARY KEY (${order}, row)) WITHOUT ROWID`;
  }

  /** The column with the keys of a field. */
  readonly column = (field: string): string => `k${String(this.fields.indexOf(field))}`;

  /** Replaces the entries of a document; undefined stands for one that does not exist. */
  replace(row: number, before: Doc | undefined, after: Doc | undefined): void {
    if (before && after && this.valuesOf(before) === this.valuesOf(after)) return;
    const former = this.tuples(before);
    const next = this.tuples(after);
    const columns = this.fields.map((field) => this.column(field));
    const test = [...columns, 'row'].map((column) => `${column} = ?`).join(' AND ');
    for (const [text, keys] of former) {
      if (next.has(text)) continue;
      this.prepare(`DELETE FROM ${this.from} WHERE ${test}`).run([...keys, row]);
    }
    const marks = '?, '.repeat(columns.length);
    for (const [text, keys] of next) {
      if (former.has(text)) continue;
      this.prepare(`INSERT INTO ${this.from} VALUES (${marks}?)`).run([...keys, row]);
    }
  }

  private valuesOf(doc: Doc): string {
    return encodeDoc({ v: this.fields.map((field) => readPath(doc, field) ?? null) });
  }

  private tuples(doc: Doc | undefined): Map<string, Buffer[]> {
    const tuples = doc === undefined ? [] : entriesOf(this.fields, doc);
    return new Map(tuples.map((keys) => [textOfKeys(keys), keys]));
  }
}
