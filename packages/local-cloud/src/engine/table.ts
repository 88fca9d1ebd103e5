import type Database from 'libsql';

import type { CollectionIndex, CollectionSchema, FieldKind } from '../schema';
import { decodeDoc, type Doc, textOf } from './document';
import { encodeKey, RANK, rankOf, readPath } from './keys';

const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;
const FIELD = /^[A-Za-z_][A-Za-z0-9_.]*$/;

/** A declared index with its name in SQLite. */
export interface TableIndex {
  readonly sqlName: string;
  readonly label: string;
  readonly fields: CollectionIndex['fields'];
  readonly unique: boolean;
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

function describe(collection: string, index: CollectionIndex): TableIndex {
  const label = index.fields.map((f) => `${f.name}_${f.order === 'asc' ? '1' : '-1'}`).join('_');
  return {
    label,
    sqlName: `i.${collection}.${label}${index.unique === true ? '.unique' : ''}`,
    fields: index.fields,
    unique: index.unique === true,
  };
}

/**
 * A collection: a SQLite table of id, text and one key column per indexed field, with a SQLite index for
 * each declared one.
 */
export class Table {
  readonly indexes: readonly TableIndex[];
  /** Indexed fields with an array or object in some document: SQLite cannot order by them. */
  readonly irregular = new Set<string>();
  readonly sqlName: string;
  /** The declared fields, without `_id`. */
  readonly declared: Readonly<Record<string, FieldKind>>;
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
    this.indexes = schema.indexes.map((index) => describe(name, index));
    const fields = this.indexes.flatMap((index) => index.fields.map((field) => field.name));
    this.fields = [...new Set(fields)].filter((field) => field !== '_id');
    for (const field of this.fields) {
      if (!FIELD.test(field)) throw new Error(`not an indexable field: ${name}.${field}`);
    }
    this.addKeyColumns();
    this.noteIrregularFields();
  }

  /** Number of documents that were read since the file was opened. */
  documentsRead = 0;

  /** Whether the field has a key column. */
  hasColumn(field: string): boolean {
    return field === '_id' || this.fields.includes(field);
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

  /** Inserts or replaces a document. */
  put(id: string, doc: Doc, exists: boolean): void {
    const columns = this.fields.map(columnOf);
    const keys = this.fields.map((field) => this.keyFor(doc, field));
    const names = ['doc', ...columns];
    const sql = exists
      ? `UPDATE ${this.sqlName} SET ${names.map((n) => `${n} = ?`).join(', ')} WHERE id = ?`
      : `INSERT INTO ${this.sqlName} (${[...names, 'id'].join(', ')}) VALUES (${'?, '.repeat(names.length)}?)`;
    this.prepare(sql).run([textOf(doc), ...keys, id]);
  }

  /** Removes a document. */
  delete(id: string): void {
    this.prepare(`DELETE FROM ${this.sqlName} WHERE id = ?`).run([id]);
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

  private keyFor(doc: Doc, field: string): Buffer {
    const value = readPath(doc, field);
    const rank = rankOf(value);
    if (rank === RANK.array || rank === RANK.object) this.irregular.add(field);
    return encodeKey(value);
  }

  private addKeyColumns(): void {
    this.db.exec(
      `CREATE TABLE IF NOT EXISTS ${this.sqlName} (id TEXT NOT NULL PRIMARY KEY, doc TEXT NOT NULL)`,
    );
    const present = this.db.prepare(`PRAGMA table_info(${this.sqlName})`).all() as {
      name: string;
    }[];
    const missing = this.fields.filter((f) => !present.some((column) => column.name === `k.${f}`));
    for (const field of missing) {
      this.db.exec(`ALTER TABLE ${this.sqlName} ADD COLUMN ${columnOf(field)} BLOB`);
    }
    if (missing.length > 0) {
      for (const row of this.rows()) this.put(row.id, decodeDoc(row.doc), true);
    }
    this.syncIndexes();
  }

  private syncIndexes(): void {
    const sql = `SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL`;
    const present = this.db.prepare(sql).all([`c.${this.name}`]) as { name: string }[];
    for (const { name } of present) {
      const isDeclared = this.indexes.some((index) => index.sqlName === name);
      if (!isDeclared) this.db.exec(`DROP INDEX ${quote(name)}`);
    }
    for (const index of this.indexes) {
      const columns = index.fields.map((f) => `${columnOf(f.name)} ${f.order}`).join(', ');
      const kind = index.unique ? 'UNIQUE INDEX' : 'INDEX';
      this.db.exec(
        `CREATE ${kind} IF NOT EXISTS ${quote(index.sqlName)} ON ${this.sqlName} (${columns})`,
      );
    }
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
