import { selfHostIdOf } from './ids';

/**
 * Legal form decides identity and disclosure (E-Commerce Law art. 15; Order 117 of 2025 art. 25).
 */
export const LEGAL_FORMS = ['company', 'sole_trader', 'individual'] as const;
/** One of {@link LEGAL_FORMS}. */
export type LegalForm = (typeof LEGAL_FORMS)[number];

/** The line of business determines the awards of a store. It is independent of the legal form. */
export const LINES_OF_BUSINESS = [
  'streamer',
  'mcn',
  'platform',
  'brokerage',
  'brand_or_shop',
] as const;
/** One of {@link LINES_OF_BUSINESS}. */
export type LineOfBusiness = (typeof LINES_OF_BUSINESS)[number];

/**
 * Whether a store is a streamer's own: its one host is the streamer, and stands for the store where no
 * host is named.
 */
export function hasOwnHost({ lineOfBusiness }: { lineOfBusiness: LineOfBusiness }): boolean {
  return lineOfBusiness === 'streamer';
}

/** Id of the streamer in their own store, whatever other hosts it has; null in any other store. */
export function ownHostId(shop: { id: string; lineOfBusiness: LineOfBusiness }): string | null {
  return hasOwnHost(shop) ? selfHostIdOf(shop.id) : null;
}

/** Whether a streamer's own store has no host but the streamer: one subject only. */
export function isOwnHostAlone(
  shop: { id: string; lineOfBusiness: LineOfBusiness },
  hosts: readonly { id: string }[],
): boolean {
  return hosts.length === 1 && hosts[0]?.id === ownHostId(shop);
}

/** The place of a store in relation to the district. */
export const PLACES = ['huadu', 'moving', 'elsewhere'] as const;
/** One of {@link PLACES}. */
export type PlaceKind = (typeof PLACES)[number];

/**
 * Huadu's towns and sub-districts. The list is from general knowledge, not from a source in this
 * repository: check it before an official use.
 */
export const HUADU_TOWNS = [
  '新华街',
  '新雅街',
  '秀全街',
  '花城街',
  '花山镇',
  '花东镇',
  '狮岭镇',
  '炭步镇',
  '赤坭镇',
  '梯面镇',
] as const;
/** One of {@link HUADU_TOWNS}. */
export type HuaduTown = (typeof HUADU_TOWNS)[number];

/** The role of a person in a store. A store has one owner; the other roles come by invitation. */
export const ROLES = ['owner', 'operator', 'host', 'floor_manager', 'finance'] as const;
/** One of {@link ROLES}. */
export type Role = (typeof ROLES)[number];

/** Age, asked of natural persons only (Online Live-stream Marketing Measures 2021: 16 and over). */
export const AGES = ['adult', 'minor_with_consent'] as const;
/** One of {@link AGES}. */
export type Age = (typeof AGES)[number];

/** Stores that one person may belong to. */
export const MAX_SHOPS = 20;

/** Hosts that may be present in a store: those who left do not count. */
export const MAX_HOSTS = 500;

/** Hosts that a store may keep, those who left included: as many fit into one answer of the ladder. */
export const MAX_KEPT_HOSTS = 1_250;

/** Stores that one person may be a host of. */
export const MAX_HOST_SHOPS = 100;

/** Accounts that a store may have: one of each host, and 30 of its own. */
export const MAX_ACCOUNTS = MAX_HOSTS + 30;

/** Characters of a store's introduction. */
export const MAX_INTRO_LENGTH = 300;
