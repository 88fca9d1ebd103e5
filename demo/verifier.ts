import type { LocalCloud } from 'local-cloud';

import type { OwnShop } from '../src/contract/shop';
import type { InputOf } from '../src/contract/endpoints';
import { checkDueOn } from '../src/domain/shop/identity';
import { addDays, type Instant, instantInChina } from '../src/domain/time';
import { seedAs, type SeedCall } from './caller';
import { setVerifier } from './verifier-role';
import type { ReviewDoc } from '../cloud/database/review-documents';

/** The verifier of the demonstration, who has no store. */
const DEMO_VERIFIER = 'verifier';

const VERIFIER_SINCE = '2020-12-01T00:00:00.000Z';

type Decision = Pick<InputOf<'review.decide'>, 'outcome' | 'reasons'>;

/** A call as the verifier, who has had the role since before the first store. */
async function asVerifier(cloud: LocalCloud): Promise<SeedCall> {
  await setVerifier(cloud, DEMO_VERIFIER, { name: '李核', grantedAt: VERIFIER_SINCE });
  return seedAs(cloud, DEMO_VERIFIER);
}

/** The review of a store that was handed in last. */
function lastReviewOf(
  cloud: LocalCloud,
  shopId: string,
  kind: ReviewDoc['kind'],
): Pick<ReviewDoc, '_id' | 'version'> {
  const found = cloud.database.find('reviews', { shopId, kind }) as unknown as ReviewDoc[];
  const review = found.sort((a, b) => (a.submittedAt < b.submittedAt ? 1 : -1))[0];
  if (review === undefined) throw new Error('demo: nothing was handed in');
  return review;
}

/** Decides what a store has handed in, as the verifier of the demonstration. */
export async function decideOn(
  cloud: LocalCloud,
  { id }: Pick<OwnShop, 'id'>,
  decision: Decision,
  kind: 'identity' | 'words' = 'identity',
): Promise<void> {
  const { _id: reviewId, version } = lastReviewOf(cloud, id, kind);
  await (
    await asVerifier(cloud)
  )('review.decide', { reviewId, version, ...decision });
}

/** Verifies a store again two days after each day on which it is due, until `now`. */
export async function renewUntil(
  cloud: LocalCloud,
  shop: Pick<OwnShop, 'id'>,
  verifiedAt: Instant,
  now: Instant,
): Promise<void> {
  const next = (at: Instant): Instant => instantInChina(addDays(checkDueOn(at), 2), '10:20');
  for (let at = next(verifiedAt); at <= now; at = next(at)) {
    cloud.setNow(at);
    await decideOn(cloud, shop, { outcome: 'approved', reasons: [] });
  }
}

/** Takes the pages of a store down because of the last report about it. */
export async function suspend(cloud: LocalCloud, shopId: string, words: string): Promise<void> {
  const { _id: reviewId, version } = lastReviewOf(cloud, shopId, 'report');
  const decision = { outcome: 'suspended', words } as const;
  await (
    await asVerifier(cloud)
  )('report.decide', { reviewId, version, ...decision });
}
