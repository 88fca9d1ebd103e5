import { changedFields, type ReviewClaims, type ReviewReason } from '../review/review';
import { type ChinaDay, chinaDayOf, type Instant, monthsAfter } from '../time';
import { type Disclosure, disclosureFields } from './disclosure';
import type { LegalForm } from './shop';

/** The fields that say who a store is, in the order in which they are looked at. */
const IDENTITY_FIELDS = [
  'name',
  'legalForm',
  'legalName',
  'operatorName',
  'creditCode',
  'where',
  'town',
  'address',
  'exemption',
] as const;

/** Those, and what is looked at beside them: another contact is the same store. */
export const CLAIM_FIELDS = [...IDENTITY_FIELDS, 'contact'] as const;
/** One of {@link CLAIM_FIELDS}. */
export type ClaimField = (typeof CLAIM_FIELDS)[number];

const DISCLOSED = [
  'legalName',
  'operatorName',
  'creditCode',
  'address',
  'exemption',
  'contact',
] as const;

/** Months after which a verified store is looked at again. */
const CHECK_MONTHS = 6;

/**
 * Whether the operator has looked at who a store is. `waiting` and `returned` show as unverified to
 * everyone else.
 */
export interface Verification {
  readonly state: 'unverified' | 'waiting' | 'returned' | 'verified';
  /** China day on which it was verified; null unless it is. */
  readonly on: ChinaDay | null;
  /** What was handed in last; null: nothing yet. */
  readonly reviewId: string | null;
  /** Receipt number and moment of that. */
  readonly receipt: string | null;
  readonly submittedAt: Instant | null;
  /** How often it was handed in since it was last verified. */
  readonly attempt: number;
  /** Why it was returned; empty unless it is. */
  readonly reasons: readonly ReviewReason[];
  /** What was verified the last time; null: never. */
  readonly checked: { readonly on: ChinaDay; readonly claims: ReviewClaims } | null;
}

/** A new store's. */
export const NOT_VERIFIED: Verification = {
  state: 'unverified',
  on: null,
  reviewId: null,
  receipt: null,
  submittedAt: null,
  attempt: 0,
  reasons: [],
  checked: null,
};

/** What a store says of itself. */
export interface Claimant {
  readonly name: string;
  readonly legalForm: LegalForm;
  readonly place: { readonly where: string; readonly town: string | null };
  readonly disclosure: Disclosure;
}

/** What is looked at, by field: what the store shows of itself; null where nothing is shown. */
export function claimsOf({ name, legalForm, place, disclosure }: Claimant) {
  const fields = disclosureFields(legalForm);
  const shown = (field: keyof Disclosure): string | null =>
    fields.includes(field) ? disclosure[field] : null;
  return {
    name,
    legalForm,
    legalName: shown('legalName'),
    operatorName: shown('operatorName'),
    creditCode: shown('creditCode'),
    where: place.where,
    town: place.town,
    address: shown('address'),
    exemption: shown('exemption'),
    contact: shown('contact'),
  } satisfies Record<ClaimField, string | null>;
}

/** Fields of a store that are not as they were verified the last time; none before the first time. */
export function changedSinceCheck(shop: Claimant & { verification: Verification }): string[] {
  const { checked } = shop.verification;
  return checked === null ? [] : changedFields(claimsOf(shop), checked.claims);
}

/** Whether the disclosure that everyone sees is the same: showing another one needs consent. */
export function isDisclosureSame(a: Claimant, b: Claimant): boolean {
  return isSame(['legalForm', ...DISCLOSED], a, b);
}

function isSame(fields: readonly ClaimField[], a: Claimant, b: Claimant): boolean {
  const [before, after] = [claimsOf(a), claimsOf(b)];
  return fields.every((field) => before[field] === after[field]);
}

/**
 * The verification of a store after a change. The mark belongs to an identity: another name, legal
 * form, registered name, operator, code or address takes it away until someone has looked again. What
 * waits to be looked at must be what the store says, so that any change of it takes it back.
 */
export function verificationAfter(
  before: Claimant & { verification: Verification },
  after: Claimant,
): Verification {
  const { verification } = before;
  const isTakenBack =
    (verification.state === 'verified' && !isSame(IDENTITY_FIELDS, before, after)) ||
    (verification.state === 'waiting' && !isSame(CLAIM_FIELDS, before, after));
  return isTakenBack ? { ...verification, state: 'unverified', on: null } : verification;
}

/** The verification of a store that is handed in to be looked at. */
export function handedIn(
  verification: Verification,
  { reviewId, receipt, now }: { reviewId: string; receipt: string; now: Instant },
): Verification {
  return {
    ...verification,
    state: 'waiting',
    on: null,
    reviewId,
    receipt,
    submittedAt: now,
    attempt: verification.attempt + 1,
    reasons: [],
  };
}

/** The verification of a store that was found to be who it says. */
export function approved(
  shop: Claimant & { verification: Verification },
  now: Instant,
): Verification {
  const on = chinaDayOf(now);
  const checked = { on, claims: claimsOf(shop) };
  return { ...shop.verification, state: 'verified', on, attempt: 0, reasons: [], checked };
}

/** The verification of a store that has to change something first. */
export function returned(
  verification: Verification,
  reasons: readonly ReviewReason[],
): Verification {
  return { ...verification, state: 'returned', on: null, reasons };
}

/** The China day from which a store that is verified at a moment is looked at again. */
export function checkDueOn(now: Instant): ChinaDay {
  return monthsAfter(chinaDayOf(now), CHECK_MONTHS);
}
