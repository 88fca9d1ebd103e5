import { Failure } from '../../src/contract/failure';
import { type PageCounts, type PageEvent, sumOfCounts } from '../../src/domain/audience/audience';
import { command, DuplicateKey, increment, readList, tx, updateById } from '../database/database';
import { oneForEach } from '../database/read-limit';
import { countIds, pageCountId } from './ids';
import { isShown } from './shops';

/** A public page: of a session, or without one of the store. */
export interface PublicPage {
  shopId: string;
  sessionId: string | null;
}

/** Adds one to a count that exists. One call. @returns whether it exists */
function addTo(id: string, event: PageEvent): Promise<boolean> {
  return updateById('page_counts', id, { [`counts.${event}`]: increment(1) });
}

/**
 * Begins a count of a page. Five calls, four for a store.
 * @throws Failure `not_found` when the page is not shown; DuplicateKey when the count exists by now.
 */
async function begin(id: string, { shopId, sessionId }: PublicPage, event: PageEvent) {
  await tx(async (t) => {
    const shop = await t.pick('shops', shopId, ['isPublished', 'suspension']);
    if (shop === null || !isShown(shop)) throw new Failure('not_found');
    if (sessionId !== null && (await t.pick('live_sessions', sessionId, ['_id'])) === null) {
      throw new Failure('not_found');
    }
    await t.add('page_counts', { _id: id, shopId, counts: { [event]: 1 } });
  });
}

/**
 * Counts an event of a page on one of its shards: an increment that reads nothing. Only the first
 * event of a shard looks whether there is such a page. One call; then up to seven.
 * @throws Failure `not_found`.
 */
export async function countEvent(page: PublicPage, event: PageEvent): Promise<void> {
  const id = pageCountId(page.sessionId ?? page.shopId);
  if (await addTo(id, event)) return;
  try {
    await begin(id, page, event);
  } catch (cause) {
    if (!(cause instanceof DuplicateKey)) throw cause;
    await addTo(id, event);
  }
}

/** How often each thing happened on a page. One call. */
export async function countsOf({ shopId, sessionId }: PublicPage): Promise<PageCounts> {
  const ids = countIds(sessionId ?? shopId);
  const shards = await readList(
    'page_counts',
    { _id: command.in(ids) },
    { orderBy: [['_id', 'asc']], limit: oneForEach(ids) },
  );
  return sumOfCounts(shards.map(({ counts }) => counts));
}
