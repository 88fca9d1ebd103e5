import { db, run } from './connection';
import type { Documents } from './documents';
import type { CollectionName } from './schema';

/** Documents of a collection by their ids, and which of their fields to read. */
export type ById = {
  [C in CollectionName]: {
    from: C;
    ids: readonly string[];
    fields: readonly (keyof Documents[C] & string)[];
  };
}[CollectionName];

/** Documents by id, by the names of their lists. */
export type Beside<L extends Record<string, ById>> = {
  [K in keyof L]: Pick<
    Documents[L[K]['from']],
    L[K]['fields'][number] & keyof Documents[L[K]['from']]
  >[];
};

type Pipeline = ReturnType<ReturnType<typeof db.collection>['aggregate']>;

/** Adds lists of documents by id to the one document of a pipeline. */
function withLists(start: Pipeline, lists: Record<string, ById>): Pipeline {
  let pipeline = start;
  const shown: Record<string, 1> = { rows: 1 };
  for (const [name, { from, ids, fields }] of Object.entries(lists)) {
    const localField = `ids_${name}`;
    pipeline = pipeline
      .addFields({ [localField]: [...ids] })
      .lookup({ from, localField, foreignField: '_id', as: name });
    for (const field of fields) shown[`${name}.${field}`] = 1;
  }
  return pipeline.project(shown);
}

/**
 * Reads documents of several collections by their ids. One wire call.
 * @param anchor a document that exists, for the database to begin with.
 */
export async function readByIds<const L extends Record<string, ById>>(
  anchor: { from: CollectionName; id: string },
  lists: L,
): Promise<Beside<L>> {
  const { from, id } = anchor;
  const start = db.collection(from).aggregate().match({ _id: id }).limit(1).project({ _id: 1 });
  const { list } = await run<{ list: Beside<L>[] }>(() => withLists(start, lists).end());
  const names = Object.keys(lists).map((name) => [name, []] as const);
  return list[0] ?? (Object.fromEntries(names) as unknown as Beside<L>);
}
