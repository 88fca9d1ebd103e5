import type { InputOf, OutputOf } from '../src/contract/endpoints';
import { addMinutes } from '../src/domain/time';
import type { Disclosure } from '../src/domain/shop/disclosure';
import type { LocalCloud } from 'local-cloud';
import type { SeedCall } from './caller';
import { decideOn } from './verifier';

type ShopWithHosts = OutputOf<'shop.register'>;

/** The instant rounded down to five minutes, as people plan. */
export function wholeFiveMinutes(instant: string): string {
  const minutes = Number(instant.slice(14, 16));
  return `${addMinutes(instant, -(minutes % 5)).slice(0, 16)}:00.000Z`;
}

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
  const { shop: submitted } = await call('shop.submit', { shopId, version: complete.version });
  return { shop: submitted, hosts };
}

/** Registers a store, has it verified, and publishes its page. */
export async function openShop(
  cloud: LocalCloud,
  call: SeedCall,
  registration: InputOf<'shop.register'>,
  page: { intro: string; disclosure: Disclosure; openedAt: string },
): Promise<ShopWithHosts> {
  const { shop, hosts } = await handInShop(cloud, call, registration, page);
  await decideOn(cloud, shop, { outcome: 'approved', reasons: [] });
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
  /** The ordered amount, when no paid amount is known. */
  orderedFen?: number;
  paidFen?: number;
  refundedFen?: number;
  /** When the refund is entered; default: together with the sale. */
  refundedAt?: string;
  /** China day of the refund; default: not known. */
  returnedOn?: string | null;
}

/** Enters a past session through the endpoints, as a merchant would on the next morning. */
export async function enterPast(
  cloud: LocalCloud,
  call: SeedCall,
  past: PastSession,
  enteredAt: string,
): Promise<void> {
  cloud.setNow(enteredAt);
  const { shopId, title, hostId, accountId, startedAt, endedAt } = past;
  const plain = { basis: 'self_reported', source: null, soldFor: null } as const;
  const { orderedFen, paidFen, refundedFen } = past;
  const kind = paidFen === undefined ? 'ordered' : 'paid';
  const amountFen = paidFen ?? orderedFen;
  const { session } = await call('liveSession.backfill', {
    shopId,
    title,
    hostIds: hostId === null ? [] : [hostId],
    accountId,
    when: { precision: 'instant', startedAt, endedAt },
    figure: amountFen === undefined ? null : { kind, amountFen, ...plain },
  });
  if (refundedFen === undefined || refundedFen === 0) return;
  // Buyers send goods back days later, and only then is the refund known.
  cloud.setNow(past.refundedAt ?? enteredAt);
  const target = { of: 'session', sessionId: session.id } as const;
  const { returnedOn = null } = past;
  const refund = { kind: 'refunded', amountFen: refundedFen, returnedOn } as const;
  await call('sales.record', { shopId, target, ...refund, ...plain });
}
