import type { LocalCloud } from 'local-cloud';

import { followCountIds } from '../../cloud/repositories/ids';
import type { EndpointName } from '../../src/contract/endpoints';
import { newKey } from '../../tests/testkit/cloud';
import { inputsAbout, type TestStore } from '../../tests/testkit/stores';
import { callOf, NO_IDS, OWNER, type PreparedCall } from './prepared-call';

/** Endpoints that follow a store, or list what is followed. */
export const OF_FOLLOWS: readonly EndpointName[] = ['follow.list', 'follow.set'];

/**
 * A call of a person who follows the store, or of one who is about to. The counts of the store are
 * there: the first person of each costs one call more.
 */
export async function prepareFollow(
  cloud: LocalCloud,
  endpoint: EndpointName,
  store: TestStore,
): Promise<PreparedCall> {
  const { owner, shopId } = store;
  for (const id of followCountIds(shopId)) {
    await cloud.database.put('follow_counts', id, { shopId, count: 0 });
  }
  const input = inputsAbout(store, NO_IDS)[endpoint];
  if (endpoint === 'follow.set') return callOf(endpoint, input, `new-${newKey()}`);
  await owner.ok('follow.set', { shopId, isFollowing: true });
  return callOf(endpoint, input, OWNER);
}
