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
export async function shopAtVersion(
  t: Transaction,
  shopId: string,
  version: number,
): Promise<ShopDoc> {
  const shop = await t.get('shops', shopId);
  if (shop === null) throw new Failure('not_found');
  if (shop.version !== version) {
    throw new Failure('stale_version', { info: { version: shop.version } });
  }
  return shop;
}

/** Writes a store whole, one version on. */
export async function saveShop(t: Transaction, shop: ShopDoc): Promise<ShopDoc> {
  const { _id, ...fields } = shop;
  const next = { ...fields, version: shop.version + 1 };
  await t.set('shops', _id, next);
  return { _id, ...next };
}

/** The host of a streamer's own store. */
export function selfHost(shopId: string, name: string, now: string): HostDoc {
  return newHost({ _id: selfHostId(shopId), shopId, name, addedAt: now });
}

/** What sessions to come say of their store. */
export function listingOf(
  shop: ShopDoc,
): Pick<LiveSessionDoc, 'isListed' | 'isShopVerified' | 'shopName'> {
  return {
    isListed: shop.isListed,
    isShopVerified: shop.verification.state === 'verified',
    shopName: shop.name,
  };
}

/**
 * Brings the store's sessions to come up to date with the store as it is now, not as this call
 * left it: a repeat of an old call must not undo a newer one.
 */
export async function relistNow(shopId: string): Promise<void> {
  const shop = await shopById(shopId);
  if (shop !== null) await relist(shopId, listingOf(shop));
}
