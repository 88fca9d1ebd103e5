import type { CheckedInputOf } from '../../src/contract/endpoints';
import { Failure, invalidInput } from '../../src/contract/failure';
import { publicPageProblems } from '../../src/domain/shop/problems';
import type { ShopDoc } from '../database/documents';
import { presentOwnShop } from '../presenters/shops';
import { writeOnce } from '../repositories/changes';
import { relist } from '../repositories/live-sessions';
import { admit } from './admit';
import { listingOf, relistNow, saveShop, shopAtVersion } from './edit-shop';
import { type Handler, intend } from './handler';

function check(input: CheckedInputOf<'shop.publish'>, shop: ShopDoc): void {
  if (!input.isPublished) return;
  if (!input.consent) throw invalidInput({ consent: 'consent_needed' });
  const fields = publicPageProblems(shop);
  if (Object.keys(fields).length > 0) throw new Failure('disclosure_incomplete', { fields });
}

function published(shop: ShopDoc, isPublished: boolean, now: string): ShopDoc {
  const isListed = isPublished && shop.verification.state === 'verified';
  return {
    ...shop,
    isPublished,
    isListed,
    listedKey: isListed ? `${now}#${shop._id}` : '',
    disclosureConsentAt: isPublished ? now : shop.disclosureConsentAt,
  };
}

/** Makes the store's page public, or takes it back. */
export const shopPublish: Handler<'shop.publish'> = async (input, caller) => {
  const { role, shop: before } = await admit(input.shopId, caller, 'shop.edit');
  // Taking back: sessions leave discovery first, so that nothing is shown if the rest fails.
  if (!input.isPublished && before.version === input.version) {
    await relist(input.shopId, listingOf({ ...before, isListed: false }));
  }
  const answer = await writeOnce(intend('shop.publish', input, caller), async (t) => {
    const shop = await shopAtVersion(t, input.shopId, input.version);
    check(input, shop);
    const saved = await saveShop(t, published(shop, input.isPublished, caller.now));
    return { shopId: input.shopId, data: { shop: presentOwnShop(saved, role) } };
  });
  await relistNow(input.shopId);
  return answer;
};
