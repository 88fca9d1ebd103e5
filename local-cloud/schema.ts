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

/** What a collection declares: nothing but its indexes. */
export interface CollectionSchema {
  readonly indexes: readonly CollectionIndex[];
}

/** The collections that exist when the cloud starts, by name. */
export interface CloudSchema {
  readonly collections: Readonly<Record<string, CollectionSchema>>;
}
