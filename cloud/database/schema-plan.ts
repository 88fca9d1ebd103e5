import type { CollectionSpec, IndexSpec } from './collection';

/** One index as a deployment creates it. */
export interface PlannedIndex {
  /** `<field>_<1 or -1>_…`, as MongoDB names it: the same index has the same name everywhere. */
  readonly name: string;
  readonly keys: readonly { readonly field: string; readonly direction: 1 | -1 }[];
  readonly unique: boolean;
}

/** One collection as a deployment creates it. */
export interface PlannedCollection {
  readonly name: string;
  readonly indexes: readonly PlannedIndex[];
}

function planIndex({ fields, unique }: IndexSpec): PlannedIndex {
  const keys = fields.map(
    ({ name, order }) => ({ field: name, direction: order === 'asc' ? 1 : -1 }) as const,
  );
  const name = keys.map(({ field, direction }) => `${field}_${String(direction)}`).join('_');
  return { name, keys, unique: unique === true };
}

/**
 * The collections and indexes that a deployment creates, in the order of the schema. The cloud's
 * database has no declared fields.
 */
export function planSchema(schema: {
  readonly collections: Readonly<Record<string, CollectionSpec>>;
}): PlannedCollection[] {
  return Object.entries(schema.collections).map(([name, { indexes }]) => ({
    name,
    indexes: indexes.map(planIndex),
  }));
}
