/** One indexed field. `name` is a dotted path inside the document. */
export interface IndexField {
  readonly name: string;
  readonly order: 'asc' | 'desc';
}

/** One index of a collection, in the words of the cloud console. */
export interface CollectionIndex {
  readonly fields: readonly IndexField[];
  /** A missing field counts as null, so only one document may lack it. */
  readonly unique?: boolean;
}

type BareKind = 'text' | 'number' | 'flag' | 'list' | 'map';
/** What a field holds; with `?` it may be null instead. */
export type FieldKind = BareKind | `${BareKind}?`;

/** What a collection declares. */
export interface CollectionSchema {
  readonly indexes: readonly CollectionIndex[];
  /** Every field beside `_id`; needed in strict mode, which holds each write against it. */
  readonly fields?: Readonly<Record<string, FieldKind>>;
}

/** The collections that exist when the cloud starts, by name. */
export interface CloudSchema {
  /** Shape of the documents: data of another version are not opened. 0 when absent. */
  readonly version?: number;
  readonly collections: Readonly<Record<string, CollectionSchema>>;
}
