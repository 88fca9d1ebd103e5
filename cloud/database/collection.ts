/** The kind of a field's value; with `?` it may be null. A declared field is never absent. */
export type FieldKind = BareKind | `${BareKind}?`;
type BareKind = 'text' | 'number' | 'flag' | 'list' | 'map';

/** Sort order of an indexed field. */
export type IndexOrder = 'asc' | 'desc';

/** One index, its fields in order; `unique` refuses a second document with the same values. */
export interface IndexSpec<Field extends string = string> {
  readonly fields: readonly { readonly name: Field; readonly order: IndexOrder }[];
  readonly unique?: boolean;
}

/** A declared collection. Beside its fields every document has the text `_id`, its key. */
export interface CollectionSpec<Field extends string = string> {
  readonly fields: Readonly<Record<Field, FieldKind>>;
  readonly indexes: readonly IndexSpec<Field>[];
  /** It holds nothing about a person; every other one has an entry in `domain/stored-about-me.ts`. */
  readonly isImpersonal?: true;
}

/** An index over fields in ascending order. */
export function by<const Field extends string>(...names: Field[]): IndexSpec<Field> {
  return {
    fields: names.map((name) => ({ name, order: 'asc' })),
  };
}

/** Keeps each kind as written; an index over a field that is not declared does not compile. */
export function collection<const F extends Record<string, FieldKind>>(declared: {
  fields: F;
  indexes: readonly IndexSpec<NoInfer<keyof F & string>>[];
  isImpersonal?: true;
}) {
  return declared;
}
