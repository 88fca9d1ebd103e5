import type { InputOf, OutputOf } from '../src/contract/endpoints';
import { addMinutes, type Instant } from '../src/domain/time';
import type { Disclosure } from '../src/domain/shop/disclosure';
import type { LocalCloud } from 'local-cloud';
import type { SeedCall } from './caller';
import { decideOn } from './verifier';

type ShopWithHosts = OutputOf<'shop.register'>;

/** Minutes from the registration until a store is handed in. */
const COMPLETE_AFTER = 70;
/** Minutes from then until it is verified, two days later. */
const VERIFIED_AFTER = 2 * 24 * 60 + 190;
/** Minutes from then until its page is published. */
const PUBLISHED_AFTER = 55;

/** Registers a store, completes its page and hands it in to be verified. */
export async function handInShop(
  cloud: LocalCloud,
  call: SeedCall,
  registration: InputOf<'shop.register'>,
  page: { intro: string; disclosure: Disclosure; openedAt: string },
): Promise<ShopWithHosts> {
  cloud.setNow(page.openedAt);
  const { shop, hosts } = await call('shop.register', registration);
  const { id: shopId, name, legalForm, lineOfBusiness, place, phone, accounts } = shop;
  const { shop: complete } = await call('shop.update', {
    shopId,
    version: shop.version,
    name,
    legalForm,
    lineOfBusiness,
    place,
    phone,
    accounts,
    intro: page.intro,
    disclosure: page.disclosure,
  });
  cloud.setNow(addMinutes(page.openedAt, COMPLETE_AFTER));
  const { shop: submitted } = await call('shop.submit', { shopId, version: complete.version });
  return { shop: submitted, hosts };
}

/** When a store that registered at an instant is verified. */
export function verifiedAt(openedAt: Instant): Instant {
  return addMinutes(openedAt, COMPLETE_AFTER + VERIFIED_AFTER);
}

/** Registers a store, has it verified two days later, and publishes its page. */
export async function openShop(
  cloud: LocalCloud,
  call: SeedCall,
  registration: InputOf<'shop.register'>,
  page: { intro: string; disclosure: Disclosure; openedAt: string },
): Promise<ShopWithHosts> {
  const { shop, hosts } = await handInShop(cloud, call, registration, page);
  const decidedAt = verifiedAt(page.openedAt);
  cloud.setNow(decidedAt);
  await decideOn(cloud, shop, { outcome: 'approved', reasons: [] });
  cloud.setNow(addMinutes(decidedAt, PUBLISHED_AFTER));
  const { shop: published } = await call('shop.publish', {
    shopId: shop.id,
    version: shop.version + 1,
    isPublished: true,
    consent: true,
  });
  return { shop: published, hosts };
}

/** A past session with its amounts. */
export interface PastSession {
  shopId: string;
  hostId: string | null;
  accountId: string | null;
  title: string;
  startedAt: string;
  endedAt: string;
  /** null or absent: not known. */
  orderedFen?: number | null;
  paidFen?: number;
  refundedFen?: number;
  /** When the refund is entered; default: together with the sale. */
  refundedAt?: string;
  /** China day of the refund; default: not known. */
  returnedOn?: string | null;
}

/** Enters a past session through the endpoints, as a merchant would afterwards. */
export async function enterPast(
  cloud: LocalCloud,
  call: SeedCall,
  past: PastSession,
  enteredAt: string,
): Promise<void> {
  cloud.setNow(enteredAt);
  const { shopId, title, hostId, accountId, startedAt, endedAt } = past;
  const plain = { basis: 'self_reported', source: null, soldFor: null } as const;
  const { orderedFen = null, paidFen, refundedFen } = past;
  const kind = paidFen === undefined ? 'ordered' : 'paid';
  const amountFen = paidFen ?? orderedFen;
  const { session } = await call('liveSession.backfill', {
    shopId,
    title,
    hostIds: hostId === null ? [] : [hostId],
    accountId,
    when: { precision: 'instant', startedAt, endedAt },
    figure: amountFen === null ? null : { kind, amountFen, ...plain },
  });
  const target = { of: 'session', sessionId: session.id } as const;
  if (paidFen !== undefined && orderedFen !== null) {
    const ordered = { kind: 'ordered', amountFen: orderedFen } as const;
    await call('sales.record', { shopId, target, ...ordered, ...plain });
  }
  if (refundedFen === undefined || refundedFen === 0) return;
  // Buyers send goods back days later, and only then is the refund known.
  cloud.setNow(past.refundedAt ?? enteredAt);
  const { returnedOn = null } = past;
  const refund = { kind: 'refunded', amountFen: refundedFen, returnedOn } as const;
  await call('sales.record', { shopId, target, ...refund, ...plain });
}
