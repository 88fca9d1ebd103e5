import type { Follow } from '../../src/domain/follow/follows';
import { command, increment, readById, readList, type Transaction } from '../database/database';
import { readByIds } from '../database/by-ids';
import type { StorefrontDoc } from '../database/documents';
import type { FollowsDoc } from '../database/audience-documents';
import { oneForEach } from '../database/read-limit';
import { countIds, followCountId } from './ids';
import { isShown } from './shops';

/** Reads what a person follows inside a transaction; one who follows nothing has no document. One call. */
export async function openFollows(t: Transaction, person: string): Promise<FollowsDoc> {
  return (await t.get('follows', person)) ?? { _id: person, shops: [] };
}

/**
 * Writes what a person follows, and counts them for the store. The count comes last, because others
 * wait for its document until the transaction ends. Two calls; three for the first one of a shard.
 * @param change 1 for one who follows the store now, -1 for one who does not any more.
 */
export async function keepFollows(
  t: Transaction,
  { _id: person, shops }: FollowsDoc,
  { shopId, change }: { shopId: string; change: 1 | -1 },
): Promise<void> {
  await t.set('follows', person, { shops });
  const countId = followCountId(shopId, person);
  const isKept = await t.update('follow_counts', countId, { count: increment(change) });
  if (!isKept) await t.set('follow_counts', countId, { shopId, count: change });
}

/** How many people follow a store. One call. */
export async function followersOf(shopId: string): Promise<number> {
  const ids = countIds(shopId);
  const counts = await readList(
    'follow_counts',
    { _id: command.in(ids) },
    { orderBy: [['_id', 'asc']], limit: oneForEach(ids) },
  );
  return counts.reduce((sum, { count }) => sum + count, 0);
}

/** What the list of followed stores needs of a storefront. */
const STOREFRONT_FIELDS = ['_id', 'card', 'hostNames', 'sessions', 'completeUntil'] as const;

/** A store that is followed, with what lists show of it; null while its pages are not shown. */
export interface FollowedStore {
  follow: Follow;
  storefront: Pick<StorefrontDoc, (typeof STOREFRONT_FIELDS)[number]> | null;
}

/** Every store that a person follows, the latest first. Two calls; one for a person who follows none. */
export async function followedStores(person: string): Promise<FollowedStore[]> {
  const { shops: follows } = (await readById('follows', person)) ?? { shops: [] };
  if (follows.length === 0) return [];
  const ids = follows.map(({ shopId }) => shopId);
  const { shops, storefronts } = await readByIds(
    { from: 'follows', id: person },
    {
      shops: { from: 'shops', ids, fields: ['_id', 'isPublished', 'suspension'] },
      storefronts: { from: 'storefronts', ids, fields: STOREFRONT_FIELDS },
    },
  );
  const shown = new Set(shops.filter(isShown).map(({ _id }) => _id));
  return follows.map((follow) => {
    const found = storefronts.find(({ _id }) => _id === follow.shopId);
    return { follow, storefront: found !== undefined && shown.has(found._id) ? found : null };
  });
}
