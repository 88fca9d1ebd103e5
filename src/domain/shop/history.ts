import type { Instant } from '../time';
import type { LineOfBusiness } from './shop';

/** Whose an account is from a moment on; `hostId` null: no host's own, but the store's. */
export interface Ownership {
  readonly hostId: string | null;
  readonly since: Instant;
}

/** What a store did from a moment on. */
export interface PastBusiness {
  readonly lineOfBusiness: LineOfBusiness;
  readonly since: Instant;
}

/** An account with its owners, oldest first; the last one is `hostId`. */
export interface OwnedAccount {
  readonly hostId: string | null;
  readonly owners: readonly Ownership[];
}

/** A store as far as its answers depend on when they are asked for. */
export interface ChangingShop {
  readonly lineOfBusiness: LineOfBusiness;
  /** Oldest first; the last one is `lineOfBusiness`. */
  readonly businesses: readonly PastBusiness[];
  readonly accounts: readonly OwnedAccount[];
}

/** The owners of an account once it belongs to a host, or to the store. */
export function withOwner(
  owners: readonly Ownership[],
  hostId: string | null,
  since: Instant,
): Ownership[] {
  const last = owners[owners.length - 1];
  return last?.hostId === hostId ? [...owners] : [...owners, { hostId, since }];
}

/** What a store has done once it does something else. */
export function withBusiness(
  businesses: readonly PastBusiness[],
  lineOfBusiness: LineOfBusiness,
  since: Instant,
): PastBusiness[] {
  const last = businesses[businesses.length - 1];
  return last?.lineOfBusiness === lineOfBusiness
    ? [...businesses]
    : [...businesses, { lineOfBusiness, since }];
}

/** The last one that began by a moment. */
function lastBy<Part extends { since: Instant }>(parts: readonly Part[], moment: Instant) {
  return parts.filter(({ since }) => since <= moment).pop();
}

/**
 * A store as it was at a moment: its accounts of then with their owners of then, and its line of
 * business. Names and everything else are today's.
 */
export function shopAt<Shop extends ChangingShop>(shop: Shop, moment: Instant): Shop {
  const accounts = shop.accounts.flatMap((account) => {
    const owner = lastBy(account.owners, moment);
    return owner === undefined ? [] : [{ ...account, hostId: owner.hostId }];
  });
  const business = lastBy(shop.businesses, moment) ?? shop;
  return { ...shop, accounts, lineOfBusiness: business.lineOfBusiness };
}
