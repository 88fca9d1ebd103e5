import type { LocalCloud } from 'local-cloud';

import { countIds } from '../../cloud/repositories/ids';
import type { EndpointName } from '../../src/contract/endpoints';
import { newKey } from '../../tests/testkit/cloud';
import { inputsAbout, type TestStore } from '../../tests/testkit/stores';
import { callOf, NO_IDS, OWNER, type PreparedCall } from './prepared-call';

/** Endpoints that follow a store, list what is followed, or count openings of its page. */
export const OF_AUDIENCE: readonly EndpointName[] = [
  'audience.count',
  'audience.read',
  'follow.list',
  'follow.set',
];

/**
 * A call of a viewer or of a person who follows the store, or is about to. The counts of the store
 * are there: the first event of each costs some calls more.
 */
export async function prepareAudience(
  cloud: LocalCloud,
  endpoint: EndpointName,
  store: TestStore,
): Promise<PreparedCall> {
  const { owner, shopId } = store;
  for (const id of countIds(shopId)) {
    await cloud.database.put('follow_counts', id, { shopId, count: 0 });
    await cloud.database.put('page_counts', id, { shopId, counts: { chat: 1 } });
  }
  const input = { ...inputsAbout(store, NO_IDS)[endpoint] };
  if ('event' in input || endpoint === 'audience.read') Object.assign(input, { sessionId: null });
  if (endpoint === 'follow.set') return callOf(endpoint, input, `new-${newKey()}`);
  if (endpoint === 'follow.list') await owner.ok('follow.set', { shopId, isFollowing: true });
  return callOf(endpoint, input, OWNER);
}
