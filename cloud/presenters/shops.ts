import type { ApiWarning } from '../../src/contract/errors';
import type { Host, OwnShop } from '../../src/contract/shop';
import {
  MAX_PUBLIC_ACCOUNTS,
  type PublicShop,
  type PublicShopCard,
} from '../../src/contract/public';
import { accountsTwice, ownFirst } from '../../src/domain/shop/accounts';
import { disclosureFields, EMPTY_DISCLOSURE, isCreditCode } from '../../src/domain/shop/disclosure';
import { changedSinceCheck } from '../../src/domain/shop/identity';
import type { Role } from '../../src/domain/shop/shop';
import { sees, type Sight } from '../../src/domain/shop/sight';
import { asTyped } from '../../src/domain/words/waiting';
import type {
  HostDoc,
  LiveSessionDoc,
  ReadingRecord,
  ShopCardRecord,
  ShopDoc,
} from '../database/documents';
import { presentWaiting } from './waiting';

/**
 * A store as its own people see it, without the private phone, which {@link withPhone} adds: a kept
 * answer never holds it.
 */
export function presentOwnShop(stored: ShopDoc, role: Role, { isWhole: isTold }: Sight): OwnShop {
  const shop = asTyped(stored);
  return {
    id: shop._id,
    name: shop.name,
    legalForm: shop.legalForm,
    lineOfBusiness: shop.lineOfBusiness,
    place: { where: shop.place.where, town: shop.place.town, movingOn: shop.place.movingOn },
    intro: shop.intro,
    phone: null,
    accounts: shop.accounts.map(({ id, platform, name, hostId, finderUserName }) => ({
      id,
      platform,
      name,
      hostId,
      finderUserName,
    })),
    disclosure: presentDisclosure(shop, true),
    isPublished: shop.isPublished,
    verification: presentOwnVerification(shop),
    suspension: presentSuspension(shop),
    facts: isTold ? [...shop.facts] : [],
    followers: isTold ? presentReadings(shop) : [],
    hostCount: shop.hostCount,
    role,
    registeredAt: shop.registeredAt,
    waiting: presentWaiting(stored),
    version: shop.version,
  };
}

/** A store with the private phone, for the owner and for operators. */
export function withPhone(shop: OwnShop, phone: string | null): OwnShop {
  return { ...shop, phone: shop.role === 'owner' || shop.role === 'operator' ? phone : null };
}

/** An answer whose store has its phone: it is added to the first answer and to every repeat. */
export function answerWithPhone<A extends { data: { shop: OwnShop } }>(
  answer: A,
  phone: string | null,
): A {
  return { ...answer, data: { ...answer.data, shop: withPhone(answer.data.shop, phone) } };
}

/** A warning for each account that the store lists twice. */
export function presentAccountWarnings({ accounts }: Pick<ShopDoc, 'accounts'>): ApiWarning[] {
  return accountsTwice(accounts).map((name) => ({ code: 'account_twice', info: { name } }));
}

/** A warning where the check digit of a credit code does not fit; a code may still be right. */
export function presentCreditCodeWarnings(code: string | null): ApiWarning[] {
  if (code === null || isCreditCode(code)) return [];
  return [{ code: 'credit_code_unlikely', info: { code } }];
}

/** The readings of all years in one list, latest day first. */
export function presentReadings({
  followersByYear,
}: Pick<HostDoc, 'followersByYear'>): ReadingRecord[] {
  return Object.values(followersByYear)
    .flatMap((byAccount) => Object.values(byAccount))
    .map(({ accountId, platform, count, readOn }) => ({ accountId, platform, count, readOn }))
    .sort((a, b) => (a.readOn < b.readOn ? 1 : -1));
}

/** A host as the store's people see it; hosts see what is stated of themselves only. */
export function presentHost(stored: HostDoc, sight: Sight): Host {
  const host = asTyped(stored);
  const isTold = sees(sight, host._id);
  return {
    id: host._id,
    shopId: host.shopId,
    name: host.name,
    facts: isTold ? [...host.facts] : [],
    followers: isTold ? presentReadings(host) : [],
    isRetired: host.isRetired,
    isLinked: host.personId !== null,
    isSharingSums: isTold && host.isSharingSums,
    addedAt: host.addedAt,
    waiting: presentWaiting(stored),
    version: host.version,
  };
}

function presentDisclosure(shop: ShopDoc, isOwn: boolean): OwnShop['disclosure'] {
  const shown = { ...EMPTY_DISCLOSURE };
  const fields = isOwn
    ? (Object.keys(EMPTY_DISCLOSURE) as (keyof typeof EMPTY_DISCLOSURE)[])
    : disclosureFields(shop.legalForm);
  for (const field of fields) shown[field] = shop.disclosure[field];
  return shown;
}

/** Why the pages are not shown, as the store's people read it. */
function presentSuspension({ suspension }: ShopDoc): OwnShop['suspension'] {
  if (suspension === null) return null;
  const { at, words, appealedAt } = suspension;
  return { at, words, appealedAt };
}

function presentOwnVerification(shop: ShopDoc): OwnShop['verification'] {
  const { state, on, receipt, submittedAt, reasons, checked } = shop.verification;
  return {
    state,
    on,
    receipt,
    submittedAt,
    reasons: reasons.map(({ field, reason, words }) => ({ field, reason, words })),
    checkedOn: checked?.on ?? null,
    changed: changedSinceCheck(shop),
  };
}

function presentVerification({
  verification: { state, on },
}: {
  verification: Pick<ShopDoc['verification'], 'state' | 'on'>;
}): PublicShop['verification'] {
  return { state: state === 'verified' ? 'verified' : 'unverified', on };
}

/** A published store's page: no money, no private contact, no people's ids. */
export function presentPublicShop(shop: ShopDoc): PublicShop {
  return {
    id: shop._id,
    name: shop.name,
    intro: shop.intro,
    legalForm: shop.legalForm,
    place: {
      where: shop.place.where,
      town: shop.place.where === 'huadu' ? shop.place.town : null,
    },
    accounts: ownFirst(shop.accounts)
      .slice(0, MAX_PUBLIC_ACCOUNTS)
      .map(({ platform, name, finderUserName }) => ({ platform, name, finderUserName })),
    accountCount: shop.accounts.length,
    verification: presentVerification(shop),
    disclosure: presentDisclosure(shop, false),
  };
}

/** The Channels account on which a session is; null for another platform, and where none is known. */
export function presentFinder(
  { accounts }: Pick<ShopDoc, 'accounts'>,
  { accountId }: Pick<LiveSessionDoc, 'accountId'>,
): string | null {
  return accounts.find(({ id }) => id === accountId)?.finderUserName ?? null;
}

/** A store as a row of discovery. */
export function presentShopCard(id: string, card: ShopCardRecord): PublicShopCard {
  return {
    id,
    name: card.name,
    intro: card.intro,
    platforms: [...new Set(card.accounts.map((account) => account.platform))],
    verification: presentVerification(card),
  };
}
