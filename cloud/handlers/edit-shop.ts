import { Failure } from '../../src/contract/failure';
import type { Transaction } from '../database/database';
import type { HostDoc, LiveSessionDoc, ShopDoc } from '../database/documents';
import { selfHostId } from '../repositories/ids';
import { relist } from '../repositories/live-sessions';
import { shopById } from '../repositories/shops';
import { newHost } from './new-host';

/**
 * Reads a store inside the transaction and checks that nobody changed it since `version` was read.
 * @throws Failure `stale_version` with the current version.
 */
export const shopAtVersion = async (
  t: Transaction,
  shopId: string,
  version: number,
): Promise<ShopDoc> => {
  const shop = await t.get('shops', shopId);
  if (shop === null) throw new Failure('not_found');
  if (shop.version !== version) {
    throw new Failure('stale_version', { info: { version: shop.version } });
  }
  return shop;
};

/** Writes a store whole, one version on. */
export const saveShop = async (t: Transaction, shop: ShopDoc): Promise<ShopDoc> => {
  const { _id, ...fields } = shop;
  const next = { ...fields, version: shop.version + 1 };
  await t.set('shops', _id, next);
  return { _id, ...next };
};

/** The host of a streamer's own store. */
export const selfHost = (shopId: string, name: string, now: string): HostDoc =>
  newHost({ _id: selfHostId(shopId), shopId, name, addedAt: now });

/** What sessions to come say of their store. */
export const listingOf = (
  shop: ShopDoc,
): Pick<LiveSessionDoc, 'isListed' | 'isShopVerified' | 'shopName'> => ({
  isListed: shop.isListed,
  isShopVerified: shop.verification.state === 'verified',
  shopName: shop.name,
});

/**
 * Brings the store's sessions to come up to date with the store as it is now, not as this call
 * left it: a repeat of an old call must not undo a newer one.
 */
export const relistNow = async (shopId: string): Promise<void> => {
  const shop = await shopById(shopId);
  if (shop !== null) await relist(shopId, listingOf(shop));
};
