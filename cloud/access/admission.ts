import { invalidInput } from '../../src/contract/failure';
import { type Role, hasOwnHost } from '../../src/domain/shop/shop';
import type {
  AccountRecord,
  HostDoc,
  LiveSessionDoc,
  ShopDoc,
  StorefrontDoc,
  UncheckedRecord,
} from '../database/documents';

/** A person who is let into a store. The documents are as they were before any transaction. */
export interface Admission {
  role: Role;
  shop: ShopDoc;
  /** The host asked for, if it is of this store; for null, the one that a streamer's store has. */
  host: HostDoc | null;
  /** The session asked for, if it is of this store. */
  session: LiveSessionDoc | null;
  /** Current names of the store's hosts by the suffix of their id, where they were asked for. */
  hostNames: StorefrontDoc['hostNames'];
  /** What the person wrote while the check of words gave no answer. */
  unchecked: readonly UncheckedRecord[];
}

/**
 * The host for whom something is recorded. Where a streamer's own store names none, its one host is
 * meant, so that nothing is left out of the streamer's sum.
 * @param field where the input names the host.
 * @throws Failure when the host is not this store's.
 */
export function hostOfShop(
  { shop, host }: Pick<Admission, 'shop' | 'host'>,
  hostId: string | null,
  field = 'hostId',
): HostDoc | null {
  if (hostId === null) return hasOwnHost(shop) ? host : null;
  if (host === null) throw invalidInput({ [field]: 'not_in_store' });
  return host;
}

/**
 * The host who sold something. Where a store has hosts one of them did: an amount that names none
 * would be in no host's sum.
 * @throws Failure when none is named although there are any, or the host is not this store's.
 */
export function sellerOfShop(
  admission: Pick<Admission, 'shop' | 'host'>,
  hostId: string | null,
): HostDoc | null {
  const host = hostOfShop(admission, hostId, 'target.hostId');
  if (host === null && admission.shop.hostCount > 0) {
    throw invalidInput({ 'target.hostId': 'required' });
  }
  return host;
}

/** The account of a store by id; null for none. @throws Failure when it is not this store's. */
export function accountOfShop(shop: ShopDoc, accountId: string | null): AccountRecord | null {
  if (accountId === null) return null;
  const account = shop.accounts.find(({ id }) => id === accountId);
  if (account === undefined) throw invalidInput({ accountId: 'not_in_store' });
  return account;
}
