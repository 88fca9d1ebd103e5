import { Failure, limitReached } from '../../../src/contract/failure';
import { MAX_HOSTS, MAX_KEPT_HOSTS } from '../../../src/domain/shop/shop';
import type { ShopDoc } from '../../database/documents';
import { countLeft } from '../../repositories/hosts';

/** How many hosts of a store have left, counted after the store was read at a version. */
export interface LeftHosts {
  readonly version: number;
  readonly count: number;
}

/** Counts those who left, outside the transaction; null where `hostCount` leaves room in any case. */
export async function leftHosts(shop: ShopDoc, roomBelow: number): Promise<LeftHosts | null> {
  if (shop.hostCount < roomBelow) return null;
  return { version: shop.version, count: await countLeft(shop._id) };
}

/**
 * Refuses one host more who is present, in a store as it is in the transaction.
 * @throws Failure `limit_reached`; `busy` when the store changed since those who left were counted:
 *   one may have come back. Tried again, the count sees it.
 */
export function requireRoom({ hostCount, version }: ShopDoc, left: LeftHosts | null): void {
  if (hostCount < MAX_HOSTS) return;
  if (left?.version !== version) throw new Failure('busy');
  if (hostCount - left.count >= MAX_HOSTS) throw limitReached(MAX_HOSTS);
}

/** @throws Failure `limit_reached` when a store keeps as many hosts as it may. */
export function requireKeptRoom({ hostCount }: ShopDoc): void {
  if (hostCount >= MAX_KEPT_HOSTS) throw limitReached(MAX_KEPT_HOSTS);
}
