import type Database from 'libsql';

import type { CollectionIndex, CollectionSchema, FieldKind } from '../schema';
import { atomically } from './atomically';
import { decodeDoc, type Doc, textOf } from './document';
import { Entries, entriesOf } from './entries';
import { encodeKey, RANK, rankOf, readPath } from './keys';

const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;
const FIELD = /^[A-Za-z_][A-Za-z0-9_.]*$/;

/** A declared index with its name in SQLite. */
export interface TableIndex {
  readonly sqlName: string;
  readonly label: string;
  readonly fields: CollectionIndex['fields'];
  readonly unique: boolean;
  /** Where the keys are when a field is a list: SQLite has no index over elements. */
  readonly entries?: Entries;
}

/** A row: the id of a document and its text. */
export interface Row {
  readonly id: string;
  readonly doc: string;
}

/** Whether a collection may have a name. */
export function isCollectionName(name: string): boolean {
  return NAME.test(name);
}

const quote = (name: string): string => `"${name}"`;

/** The column with the sortable keys of a field. */
export function columnOf(field: string): string {
  return field === '_id' ? 'id' : quote(`k.${field}`);
}

function listsOf(declared: Readonly<Record<string, FieldKind>>): ReadonlySet<string> {
  const kinds = Object.entries(declared);
  return new Set(kinds.filter(([, kind]) => kind.startsWith('list')).map(([field]) => field));
}

/**
 * A collection: a SQLite table of id, text and one key column per indexed field, with a SQLite index for
 * each declared one. An index over a list has a table of entries in place of a SQLite index.
 */
export class Table {
  readonly indexes: readonly TableIndex[];
  /** Indexed fields with an array or object in some document: SQLite cannot order by them. */
  readonly irregular = new Set<string>();
  readonly sqlName: string;
  /** The declared fields, without `_id`. */
  readonly declared: Readonly<Record<string, FieldKind>>;
  /** The declared fields that hold arrays. */
  readonly lists: ReadonlySet<string>;
  private readonly fields: readonly string[];
  private readonly statements = new Map<string, Database.Statement>();

  constructor(
    private readonly db: Database.Database,
    readonly name: string,
    schema: CollectionSchema,
    /** Whether documents must have the declared fields, and queries an index. */
    readonly isStrict = false,
  ) {
    if (!isCollectionName(name)) throw new Error(`not a collection name: ${name}`);
    if (isStrict && !schema.fields) throw new Error(`strict: ${name} declares no fields`);
    this.sqlName = quote(`c.${name}`);
    this.declared = schema.fields ?? {};
    this.lists = listsOf(this.declared);
    this.indexes = schema.indexes.map((index) => this.describe(index));
    const fields = new Set(schema.indexes.flatMap((index) => index.fields.map((f) => f.name)));
    for (const field of fields) {
      if (!FIELD.test(field)) throw new Error(`not an indexable field: ${name}.${field}`);
    }
    this.fields = [...fields].filter((field) => field !== '_id' && !this.lists.has(field));
    atomically(db, () => this.open());
    this.noteIrregularFields();
  }

  /** Number of documents that were read since the file was opened. */
  documentsRead = 0;

  /** Whether the field has a key column. */
  hasColumn(field: string): boolean {
    return field === '_id' || this.fields.includes(field);
  }

  /** Whether the field has a key column that SQLite can order by. */
  isRegular(field: string): boolean {
    return this.hasColumn(field) && !this.irregular.has(field);
  }

  /** Prepares a statement once. */
  prepare(sql: string): Database.Statement {
    let statement = this.statements.get(sql);
    if (!statement) {
      statement = this.db.prepare(sql);
      this.statements.set(sql, statement);
    }
    return statement;
  }

  /** The text of one document. */
  get(id: string): string | undefined {
    const row = this.prepare(`SELECT doc FROM ${this.sqlName} WHERE id = ?`).get([id]);
    if (row === undefined) return undefined;
    this.documentsRead += 1;
    return (row as { doc: string }).doc;
  }

  /** The document in a row. */
  at(row: number): Row {
    return this.prepare(`SELECT id, doc FROM ${this.sqlName} WHERE rowid = ?`).get([row]) as Row;
  }

  /**
   * Inserts or replaces a document.
   * @param before its text until now; undefined when it is new
   */
  put(id: string, doc: Doc, before: string | undefined): void {
    const columns = this.fields.map(columnOf);
    const keys = this.fields.map((field) => this.keyFor(doc, field));
    const names = ['doc', ...columns];
    const sql =
      before === undefined
        ? `INSERT INTO ${this.sqlName} (${[...names, 'id'].join(', ')}) VALUES (${'?, '.repeat(names.length)}?)`
        : `UPDATE ${this.sqlName} SET ${names.map((n) => `${n} = ?`).join(', ')} WHERE id = ?`;
    this.prepare(sql).run([textOf(doc), ...keys, id]);
    this.replaceEntries(id, before, doc);
  }

  /** Removes a document. @param before its text until now */
  delete(id: string, before: string | undefined): void {
    this.replaceEntries(id, before, undefined);
    this.prepare(`DELETE FROM ${this.sqlName} WHERE id = ?`).run([id]);
  }

  /** Removes all documents. */
  clear(): void {
    for (const { entries } of this.indexes) {
      if (entries !== undefined) this.prepare(`DELETE FROM ${entries.from}`).run();
    }
    this.prepare(`DELETE FROM ${this.sqlName}`).run();
    this.irregular.clear();
  }

  /** Every row, in the order of insertion. */
  rows(): Row[] {
    return this.prepare(`SELECT id, doc FROM ${this.sqlName} ORDER BY rowid`).all([]) as Row[];
  }

  /** The id of another document with the same keys in a unique index. */
  findByKeys(index: TableIndex, keys: readonly Buffer[], exceptId: string): string | undefined {
    const tests = index.fields.map((field) => `${columnOf(field.name)} = ?`).join(' AND ');
    const sql = `SELECT id FROM ${this.sqlName} WHERE ${tests} AND id <> ? LIMIT 1`;
    return (this.prepare(sql).get([...keys, exceptId]) as { id: string } | undefined)?.id;
  }

  /** @throws CloudError when a document has arrays in two fields of an index, as MongoDB refuses it */
  assertIndexable(doc: Doc): void {
    for (const { fields } of this.indexes) {
      if (fields.length < 2) continue;
      const arrays = fields.filter(({ name }) => Array.isArray(readPath(doc, name)));
      if (arrays.length < 2) continue;
      entriesOf(
        fields.map(({ name }) => name),
        doc,
      );
    }
  }

  private describe(index: CollectionIndex): TableIndex {
    const { fields, unique = false } = index;
    const label = fields.map((f) => `${f.name}_${f.order === 'asc' ? '1' : '-1'}`).join('_');
    const place = `${this.name}.${label}`;
    const described = {
      label,
      sqlName: `i.${place}${unique ? '.unique' : ''}`,
      fields,
      unique,
    };
    const lists = fields.filter(({ name }) => this.lists.has(name)).map(({ name }) => name);
    if (lists.length === 0) return described;
    if (unique)
      throw new Error(`local cloud: a unique index over a list is not emulated: ${place}`);
    if (lists.length > 1) {
      throw new Error(`cannot index parallel arrays: ${place} has the lists ${lists.join(', ')}`);
    }
    const prepare = (sql: string): Database.Statement => this.prepare(sql);
    return { ...described, entries: new Entries(quote(`m.${place}`), fields, prepare) };
  }

  private keyFor(doc: Doc, field: string): Buffer {
    const value = readPath(doc, field);
    const rank = rankOf(value);
    if (rank === RANK.array || rank === RANK.object) this.irregular.add(field);
    return encodeKey(value);
  }

  private replaceEntries(id: string, before: string | undefined, after: Doc | undefined): void {
    const tables = this.indexes.flatMap(({ entries }) => entries ?? []);
    if (tables.length === 0) return;
    const sql = `SELECT rowid AS row FROM ${this.sqlName} WHERE id = ?`;
    const found = this.prepare(sql).get([id]) as { row: number } | undefined;
    if (found === undefined) return;
    const former = before === undefined ? undefined : decodeDoc(before);
    for (const entries of tables) entries.replace(found.row, former, after);
  }

  /** Creates what the file lacks of this collection, and drops what is not declared any more. */
  private open(): void {
    this.db.exec(
      `CREATE TABLE IF NOT EXISTS ${this.sqlName} (id TEXT NOT NULL PRIMARY KEY, doc TEXT NOT NULL)`,
    );
    this.dropUndeclared();
    this.addKeyColumns();
    for (const index of this.indexes) {
      if (index.entries === undefined) this.addIndex(index);
      else this.addEntries(index.entries);
    }
  }

  private names(type: 'index' | 'table'): string[] {
    const sql = `SELECT name FROM sqlite_master WHERE type = ? AND sql IS NOT NULL AND `;
    const ofThis =
      type === 'index' ? 'tbl_name = ?' : `substr(name, 1, ${String(this.name.length + 3)}) = ?`;
    const owner = type === 'index' ? `c.${this.name}` : `m.${this.name}.`;
    const rows = this.db.prepare(sql + ofThis).all([type, owner]) as { name: string }[];
    return rows.map(({ name }) => name);
  }

  private columns(): string[] {
    const rows = this.db.prepare(`PRAGMA table_info(${this.sqlName})`).all() as { name: string }[];
    return rows.map(({ name }) => name);
  }

  /** A column or table that were kept would not have the writes until it is declared again. */
  private dropUndeclared(): void {
    const indexes = this.indexes.filter(({ entries }) => entries === undefined);
    for (const name of this.names('index')) {
      const isDeclared = indexes.some((index) => index.sqlName === name);
      if (!isDeclared) this.db.exec(`DROP INDEX ${quote(name)}`);
    }
    for (const name of this.names('table')) {
      const isDeclared = this.indexes.some(({ entries }) => entries?.from === quote(name));
      if (!isDeclared) this.db.exec(`DROP TABLE ${quote(name)}`);
    }
    for (const column of this.columns()) {
      const isDeclared = !column.startsWith('k.') || this.fields.includes(column.slice(2));
      if (!isDeclared) this.db.exec(`ALTER TABLE ${this.sqlName} DROP COLUMN ${quote(column)}`);
    }
  }

  private addKeyColumns(): void {
    const present = this.columns();
    const missing = this.fields.filter((field) => !present.includes(`k.${field}`));
    if (missing.length === 0) return;
    for (const field of missing) {
      this.db.exec(`ALTER TABLE ${this.sqlName} ADD COLUMN ${columnOf(field)} BLOB`);
    }
    const sets = missing.map((field) => `${columnOf(field)} = ?`).join(', ');
    const update = this.db.prepare(`UPDATE ${this.sqlName} SET ${sets} WHERE id = ?`);
    for (const row of this.rows()) {
      const doc = decodeDoc(row.doc);
      update.run([...missing.map((field) => encodeKey(readPath(doc, field))), row.id]);
    }
  }

  private addIndex(index: TableIndex): void {
    const columns = index.fields.map((f) => `${columnOf(f.name)} ${f.order}`).join(', ');
    const kind = index.unique ? 'UNIQUE INDEX' : 'INDEX';
    this.db.exec(
      `CREATE ${kind} IF NOT EXISTS ${quote(index.sqlName)} ON ${this.sqlName} (${columns})`,
    );
  }

  private addEntries(entries: Entries): void {
    if (this.names('table').includes(entries.from.slice(1, -1))) return;
    this.db.exec(entries.definition);
    const sql = `SELECT rowid AS row, doc FROM ${this.sqlName} ORDER BY rowid`;
    const rows = this.prepare(sql).all([]) as { row: number; doc: string }[];
    for (const { row, doc } of rows) entries.replace(row, undefined, decodeDoc(doc));
  }

  private noteIrregularFields(): void {
    for (const field of this.fields) {
      const column = columnOf(field);
      const sql = `SELECT 1 FROM ${this.sqlName} WHERE ${column} IN (?, ?) LIMIT 1`;
      const marks = [Buffer.of(RANK.array), Buffer.of(RANK.object)];
      if (this.db.prepare(sql).get(marks) !== undefined) this.irregular.add(field);
    }
  }
}
