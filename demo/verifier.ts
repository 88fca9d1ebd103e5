import type { LocalCloud } from 'local-cloud';

import type { OwnShop } from '../src/contract/shop';
import type { InputOf } from '../src/contract/endpoints';
import { seedAs } from './caller';
import { withVerifier } from '../cloud/access/verifier-role';
import type { PersonDoc, ReviewDoc, VerifierRecord } from '../cloud/database/documents';

/** The verifier of the demonstration, who has no store. */
export const DEMO_VERIFIER = 'verifier';

const VERIFIER_SINCE = '2020-12-01T00:00:00.000Z';

/** Gives a person of a local cloud the role of a verifier, or (null) takes it away. */
export async function setVerifier(
  { database }: Pick<LocalCloud, 'database'>,
  person: string,
  verifier: VerifierRecord | null,
): Promise<void> {
  const [known] = database.find('people', { _id: person });
  const { _id, ...fields } = withVerifier(person, (known ?? null) as PersonDoc | null, verifier);
  await database.put('people', _id, fields);
}

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
