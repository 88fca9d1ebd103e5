import type { LocalCloud } from 'local-cloud';

import type { EndpointName } from '../../src/contract/endpoints';
import { newKey } from '../../tests/testkit/cloud';
import { prepareWrite } from '../../tests/testkit/prepared-writes';
import { inputsAbout, openStore, verifierIn } from '../../tests/testkit/stores';
import { callOf, NO_IDS, type PreparedCall } from './prepared-call';

/** What a verifier does, and handing in what they look at. */
export const OF_VERIFIER: readonly EndpointName[] = [
  'report.decide',
  'review.decide',
  'review.get',
  'review.hold',
  'review.list',
  'shop.submit',
];

/** A call about a store of its own that waits to be looked at. */
export async function prepareReview(
  cloud: LocalCloud,
  endpoint: EndpointName,
): Promise<PreparedCall> {
  const person = `looks-${newKey()}`;
  if (endpoint === 'review.list') {
    await verifierIn(cloud, person);
    const store = await openStore(cloud, `own-${newKey()}`);
    return callOf(endpoint, inputsAbout(store, NO_IDS)[endpoint], person);
  }
  const prepared = await prepareWrite(
    cloud,
    endpoint === 'review.get' ? 'review.decide' : endpoint,
    person,
  );
  const { reviewId } = prepared.input as { reviewId?: string };
  return callOf(endpoint, endpoint === 'review.get' ? { reviewId } : prepared.input, person);
}
