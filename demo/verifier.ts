import type { LocalCloud } from 'local-cloud';

import type { OwnShop } from '../src/contract/shop';
import type { InputOf } from '../src/contract/endpoints';
import { seedAs } from './caller';
import { setVerifier } from './verifier-role';
import type { ReviewDoc } from '../cloud/database/review-documents';

/** The verifier of the demonstration, who has no store. */
const DEMO_VERIFIER = 'verifier';

const VERIFIER_SINCE = '2020-12-01T00:00:00.000Z';

/** Decides what a store has handed in, as the verifier of the demonstration. */
export async function decideOn(
  cloud: LocalCloud,
  { id, verification: { receipt } }: Pick<OwnShop, 'id' | 'verification'>,
  decision: Pick<InputOf<'review.decide'>, 'outcome' | 'reasons'>,
): Promise<void> {
  const found = cloud.database.find('reviews', { shopId: id, receipt }) as unknown as ReviewDoc[];
  const [review] = found;
  if (review === undefined) throw new Error('demo: nothing was handed in');
  await setVerifier(cloud, DEMO_VERIFIER, { name: '李核', grantedAt: VERIFIER_SINCE });
  const { _id: reviewId, version } = review;
  await seedAs(cloud, DEMO_VERIFIER)('review.decide', { reviewId, version, ...decision });
}
