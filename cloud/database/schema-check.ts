// Types only: this file does not compile when the schema and the documents' types differ.
import type { Documents } from './documents';
import type { CollectionName, SCHEMA } from './schema';

type BareKindOf<Value> = [Value] extends [string]
  ? 'text'
  : [Value] extends [number]
    ? 'number'
    : [Value] extends [boolean]
      ? 'flag'
      : [Value] extends [readonly unknown[]]
        ? 'list'
        : [Value] extends [object]
          ? 'map'
          : never;

/** The kind of a field by its type. A field that may be absent has none: documents are complete. */
export type KindOf<Value> = undefined extends Value
  ? never
  : null extends Value
    ? `${BareKindOf<NonNullable<Value>>}?`
    : BareKindOf<Value>;

/** Whether a declared kind fits a type; `unknown` fits any kind. */
type IsAlike<Declared, Value> = unknown extends Value
  ? true
  : [Declared, KindOf<Value>] extends [KindOf<Value>, Declared]
    ? true
    : false;

/** Names of the fields that are missing on one side, or of another kind on the other. */
export type Unlike<Fields, Doc> = {
  [F in keyof Fields | Exclude<keyof Doc, '_id'>]: F extends keyof Fields & keyof Doc
    ? IsAlike<Fields[F], Doc[F]> extends true
      ? never
      : F
    : F;
}[keyof Fields | Exclude<keyof Doc, '_id'>];

type Declared<C extends CollectionName> = (typeof SCHEMA)['collections'][C]['fields'];

type UnlikeDocuments = {
  [C in CollectionName]: `${C}.${Unlike<Declared<C>, Documents[C]> & string}`;
}[CollectionName];

type Nothing<Names extends never> = Names;

/** Does not compile unless empty; the error names a `collection.field` that differs. */
export type SchemaFitsDocuments = Nothing<UnlikeDocuments>;
