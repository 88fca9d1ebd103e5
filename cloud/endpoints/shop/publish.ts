import type { CheckedInputOf } from '../../../src/contract/endpoints';
import { Failure, invalidInput, refuseIfAny } from '../../../src/contract/failure';
import { shopPublish } from '../../../src/contract/shop';
import { publication } from '../../../src/domain/shop/listing';
import { namesOfPublicBodies, publicPageProblems } from '../../../src/domain/shop/problems';
import type { ShopDoc } from '../../database/documents';
import { write } from '../../endpoint/write';
import { answerWithPhone, presentOwnShop } from '../../presenters/shops';
import { phoneOf } from '../../repositories/contact';
import { listedKey } from '../../repositories/ids';
import { saveShop, shopAtVersion } from '../../repositories/shops';

function check(input: CheckedInputOf<'shop.publish'>, shop: ShopDoc): void {
  if (!input.isPublished) return;
  if (!input.consent) throw invalidInput({ consent: 'consent_needed' });
  const fields = publicPageProblems(shop);
  for (const { field } of shop.waiting) {
    if (fields[field] !== undefined) fields[field] = 'under_review';
  }
  if (Object.keys(fields).length > 0) throw new Failure('disclosure_incomplete', { fields });
  if (shop.verification.state !== 'verified') refuseIfAny(namesOfPublicBodies(shop));
}

/** Makes the store's page public, or takes it back. */
export const endpoint = write(
  shopPublish,
  { needs: 'shop.edit', after: async ({ shop }, answer) => answerWithPhone(answer, phoneOf(shop)) },
  async ({ input, caller, role, t }) => {
    const shop = await shopAtVersion(t, input.shopId, input.version);
    check(input, shop);
    const published = publication(shop, input.isPublished, caller.now);
    const key = published.isListed ? listedKey(caller.now, shop._id) : '';
    const saved = await saveShop(t, shop, { ...shop, ...published, listedKey: key });
    return { data: { shop: presentOwnShop(saved, role, caller.sight) } };
  },
);
