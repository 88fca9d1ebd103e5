import type { LocalCloud } from 'local-cloud';
import type { CollectionName } from '../../cloud/database/schema';
import type { READ_LIMITS } from '../../cloud/repositories/read-limits';
import type { LiveSession } from '../../src/contract/live-session';
import { addMinutes } from '../../src/domain/time';
import { callAs, startTestCloud, type TestCaller } from '../testkit/cloud';
import { NOW, openStore, type TestStore } from '../testkit/stores';

/** The name of a limit of reads. */
export type LimitName = keyof typeof READ_LIMITS;

/** How a limit is passed. */
export interface LimitCase {
  /** The collection whose documents are read. */
  readonly from: CollectionName;
  /** How many of them the case reads at once, where the limit cannot be reached. */
  readonly reaches?: number;
  /** Stores one document more than the limit and checks that nothing is lost, or that it is refused. */
  readonly pass: (kit: Kit) => Promise<void>;
}

/** Cases of some limits, by name. */
export type LimitCases = Partial<Record<LimitName, LimitCase>>;

type Doc = Record<string, unknown>;

/** A cloud at `NOW` with a streamer's store, and how to fill it with documents. */
export class Kit {
  readonly viewer: TestCaller;

  private constructor(
    readonly cloud: LocalCloud,
    readonly store: TestStore,
  ) {
    this.viewer = callAs(cloud);
  }

  /** Starts the cloud and registers the store. */
  static async open(options: Parameters<typeof startTestCloud>[0] = {}): Promise<Kit> {
    const cloud = await startTestCloud(options);
    cloud.setNow(NOW);
    return new Kit(cloud, await openStore(cloud, 'owner'));
  }

  /** A document as it is stored. */
  docOf(collection: CollectionName, id: string): Doc {
    const [doc] = this.cloud.database.find(collection, { _id: id });
    if (doc === undefined) throw new Error(`${collection} has no ${id}`);
    return doc;
  }

  /** Changes fields of a stored document. */
  async change(collection: CollectionName, id: string, fields: Doc): Promise<void> {
    await this.cloud.database.put(collection, id, { ...this.docOf(collection, id), ...fields });
  }

  /** Copies of a document, each with fields of its own, the `_id` among them. */
  async copies(
    collection: CollectionName,
    doc: Doc,
    count: number,
    fieldsOf: (index: number) => Doc & { _id: string },
  ): Promise<void> {
    const docs = Array.from({ length: count }, (_, index) => ({ ...doc, ...fieldsOf(index) }));
    await this.cloud.database.insert(collection, docs);
  }

  /** Copies of a session, each some minutes later than the one before. @returns their ids in order. */
  async sessionCopies(
    session: Pick<LiveSession, 'id'>,
    count: number,
    { minutes = 1, fields = {} }: { minutes?: number; fields?: Doc } = {},
  ): Promise<string[]> {
    const doc = this.docOf('live_sessions', session.id);
    const idOf = (index: number): string => `${this.store.shopId}.lcopy${digits(index)}`;
    const late = (instant: unknown, index: number): unknown =>
      typeof instant === 'string' ? addMinutes(instant, (index + 1) * minutes) : null;
    await this.copies('live_sessions', doc, count, (index) => {
      const start = late(doc['startedAt'] ?? doc['startAt'], index);
      return {
        _id: idOf(index),
        startAt: late(doc['startAt'], index),
        endAt: late(doc['endAt'], index),
        startedAt: late(doc['startedAt'], index),
        endedAt: late(doc['endedAt'], index),
        sortKey: `${String(start)}#${idOf(index)}`,
        ...fields,
      };
    });
    return Array.from({ length: count }, (_, index) => idOf(index));
  }
}

/** A number with as many digits as any other one, so that texts sort as numbers do. */
export function digits(index: number): string {
  return String(index).padStart(5, '0');
}

/** Everything of a list, page by page; more pages than `maxPages` are an error. */
export async function everyPage<Item>(
  read: (cursor: string | null) => Promise<{ items: readonly Item[]; cursor: string | null }>,
  maxPages = 40,
): Promise<{ items: Item[]; pages: number }> {
  const items: Item[] = [];
  let cursor: string | null = null;
  for (let pages = 1; pages <= maxPages; pages += 1) {
    const page: { items: readonly Item[]; cursor: string | null } = await read(cursor);
    items.push(...page.items);
    ({ cursor } = page);
    if (cursor === null) return { items, pages };
  }
  throw new Error(`more than ${String(maxPages)} pages`);
}
