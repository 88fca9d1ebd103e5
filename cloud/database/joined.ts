import { command, db, run } from './connection';
import type { ListOptions, PickOptions, Where } from './database';
import type { Documents } from './documents';
import type { CollectionName } from './schema';

/** A document of another collection: the one that a field points to, or the one with this id. */
export type Join<C extends CollectionName = CollectionName> = { from: CollectionName } & (
  { localField: keyof Documents[C] & string } | { id: string }
);

/** A bounded list of any collection, with the fields to read. */
export type ListBeside = {
  [C in CollectionName]: PickOptions<C, keyof Documents[C] & string> & { from: C; where: Where<C> };
}[CollectionName];

/** Lists that are read beside documents, by their names. */
export type Lists<L extends Record<string, ListBeside>> = {
  [K in keyof L]: Pick<
    Documents[L[K]['from']],
    L[K]['fields'][number] & keyof Documents[L[K]['from']]
  >[];
};

/** A document with what its joins point to, by their names; null where there is nothing. */
export interface Joined<
  C extends CollectionName,
  J extends Record<string, Join<C>>,
  L extends Record<string, ListBeside> = Record<never, never>,
> {
  doc: Documents[C];
  joined: { [K in keyof J]: Documents[NonNullable<J[K]>['from']] | null };
  lists: Lists<L>;
}

/** The SDK's own way to begin a pipeline within another one, which its types leave out. */
const { pipeline: beginPipeline } = command.aggregate as unknown as {
  pipeline: () => ReturnType<ReturnType<typeof db.collection>['aggregate']> & { done(): unknown };
};

type Order = readonly (readonly [field: string, order: 'asc' | 'desc'])[];

function sortOf(orderBy: Order): Record<string, 1 | -1> {
  return Object.fromEntries(orderBy.map(([field, order]) => [field, order === 'asc' ? 1 : -1]));
}

/** A list as a pipeline that takes nothing from the documents beside which it is read. */
function pipelineOf({ where, orderBy, limit, fields }: ListBeside): unknown {
  const rows = beginPipeline().match(where).sort(sortOf(orderBy)).limit(limit);
  return (
    rows.project(Object.fromEntries(fields.map((field) => [field, true]))) as ReturnType<
      typeof beginPipeline
    >
  ).done();
}

/**
 * Documents that match, each with what `joins` point to and with `lists`, which are read only where a
 * document matches. One wire call.
 */
export async function readJoined<
  C extends CollectionName,
  const J extends Record<string, Join<C>>,
  const L extends Record<string, ListBeside> = Record<never, never>,
>(
  collection: C,
  match: Where<C>,
  joins: J,
  { orderBy, limit, lists }: ListOptions<C> & { lists?: L },
): Promise<Joined<C, J, L>[]> {
  const sort = sortOf(orderBy);
  let pipeline = db.collection(collection).aggregate().match(match).sort(sort).limit(limit);
  const names = Object.keys(joins);
  for (const [name, join] of Object.entries(joins)) {
    const localField = 'id' in join ? `key_${name}` : join.localField;
    if ('id' in join) pipeline = pipeline.addFields({ [localField]: join.id });
    const as = `join_${name}`;
    pipeline = pipeline.lookup({ from: join.from, localField, foreignField: '_id', as });
  }
  const listNames = Object.keys(lists ?? {});
  for (const [name, list] of Object.entries(lists ?? {})) {
    const beside = { from: list.from, pipeline: pipelineOf(list), as: `list_${name}` };
    pipeline = pipeline.lookup(beside);
  }
  const { list } = await run<{ list: Record<string, unknown>[] }>(() => pipeline.end());
  return list.map((found) => {
    const doc = { ...found };
    const joined: Record<string, unknown> = {};
    for (const name of names) {
      joined[name] = (found[`join_${name}`] as unknown[])[0] ?? null;
      delete doc[`join_${name}`];
      delete doc[`key_${name}`];
    }
    const read: Record<string, unknown> = {};
    for (const name of listNames) {
      read[name] = found[`list_${name}`];
      delete doc[`list_${name}`];
    }
    return { doc, joined, lists: read } as unknown as Joined<C, J, L>;
  });
}
