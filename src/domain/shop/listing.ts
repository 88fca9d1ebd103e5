import type { Instant } from '../time';
import type { Verification } from './identity';

/** What decides whether a store is shown. */
interface Shown {
  isPublished: boolean;
  verification: Pick<Verification, 'state'>;
  suspension: object | null;
}

/** Whether discovery shows a store: its page is public, and a verifier has found who it is. */
export function isListed({ isPublished, verification, suspension }: Shown): boolean {
  return isPublished && verification.state === 'verified' && suspension === null;
}

/** What changes of a store when its page is made public or taken back. */
export function publication(
  shop: Omit<Shown, 'isPublished'> & { disclosureConsentAt: Instant | null },
  isPublished: boolean,
  now: Instant,
): { isPublished: boolean; isListed: boolean; disclosureConsentAt: Instant | null } {
  return {
    isPublished,
    isListed: isListed({ ...shop, isPublished }),
    // Publishing needs consent; taking the page back leaves the date of the last one on record.
    disclosureConsentAt: isPublished ? now : shop.disclosureConsentAt,
  };
}
