/** A field of an index. `name` is a dotted path inside the document. */
export interface IndexField {
  readonly name: string;
  readonly order: 'asc' | 'desc';
}

/** An index of a collection, as in the cloud console. */
export interface CollectionIndex {
  readonly fields: readonly IndexField[];
  /** A missing field counts as null, so at most one document may lack it. */
  readonly unique?: boolean;
}

type BareKind = 'text' | 'number' | 'flag' | 'list' | 'map';
/** The kind of a field's value; with `?` it may be null. */
export type FieldKind = BareKind | `${BareKind}?`;

/** A collection. */
export interface CollectionSchema {
  readonly indexes: readonly CollectionIndex[];
  /** Every field except `_id`. Required in strict mode, which checks each write against it. */
  readonly fields?: Readonly<Record<string, FieldKind>>;
}

/** The collections that exist from the start, by name. */
export interface CloudSchema {
  /** Version of the documents' shape; data of another version are not opened. Default 0. */
  readonly version?: number;
  readonly collections: Readonly<Record<string, CollectionSchema>>;
}
