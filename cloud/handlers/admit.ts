import { Failure, invalidInput } from '../../src/contract/failure';
import { can, type Capability } from '../access/capabilities';
import type { Caller } from '../access/caller';
import type { AccountRecord, HostDoc, ShopDoc } from '../database/documents';
import type { Role } from '../../src/domain/shop/shop';
import { seatOf } from '../repositories/shops';
import { selfHostId } from '../repositories/ids';

/** A person let in: their role, the store as it stands, and the host they named. */
export interface Admission {
  role: Role;
  shop: ShopDoc;
  /** The host asked for, if it is of this store; for null, the one that a streamer's store has. */
  host: HostDoc | null;
}

/**
 * Lets a person into a store, or refuses before anything else is read. A store that is not theirs
 * is `not_found`: whether it exists is nobody's business. One call, host included.
 * @param hostId a host that the call is about, or null for the streamer's own; absent, none is read.
 * @throws Failure `not_found` or `not_allowed`.
 */
export async function admit(
  shopId: string,
  { person }: Caller,
  capability: Capability,
  hostId?: string | null,
): Promise<Admission> {
  const wanted = hostId === null ? selfHostId(shopId) : hostId;
  const seat = await seatOf(shopId, person, wanted);
  if (seat === null) throw new Failure('not_found');
  const { role } = seat.membership;
  if (!can(role, capability)) throw new Failure('not_allowed');
  return { role, shop: seat.shop, host: seat.host?.shopId === shopId ? seat.host : null };
}

/**
 * The host something is recorded for. A streamer's own store has one host, themself: where none is
 * named, they are meant, so that nothing of theirs is left out of their own sum.
 * @throws Failure when the host is not this store's.
 */
export function hostOfShop({ shop, host }: Admission, hostId: string | null): HostDoc | null {
  if (hostId === null) return shop.lineOfBusiness === 'streamer' ? host : null;
  if (host === null) throw invalidInput({ hostId: 'not_in_store' });
  return host;
}

/** The account of a store by id; null for none. @throws Failure when it is not this store's. */
export function accountOfShop(shop: ShopDoc, accountId: string | null): AccountRecord | null {
  if (accountId === null) return null;
  const account = shop.accounts.find(({ id }) => id === accountId);
  if (account === undefined) throw invalidInput({ accountId: 'not_in_store' });
  return account;
}
