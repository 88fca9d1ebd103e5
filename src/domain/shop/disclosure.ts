import type { LegalForm } from './shop';

/**
 * The public disclosure that the law requires of a seller, separate from private contact (Order 117
 * of 2025 art. 25, E-Commerce Law art. 15).
 */
export interface Disclosure {
  /** Registered name: company or sole trader. */
  legalName: string | null;
  /** Name of the operator of a sole trader. */
  operatorName: string | null;
  /** Unified social credit code, 18 characters. */
  creditCode: string | null;
  /** Real business address. */
  address: string | null;
  /** Public contact; may differ from the private phone. */
  contact: string | null;
  /** Why an individual needs no business registration (E-Commerce Law art. 10). */
  exemption: string | null;
}

/** An empty disclosure. */
export const EMPTY_DISCLOSURE: Disclosure = {
  legalName: null,
  operatorName: null,
  creditCode: null,
  address: null,
  contact: null,
  exemption: null,
};

const REQUIRED: Record<LegalForm, readonly (keyof Disclosure)[]> = {
  company: ['legalName', 'creditCode', 'address', 'contact'],
  sole_trader: ['legalName', 'operatorName', 'creditCode', 'address', 'contact'],
  individual: ['address', 'contact'],
};

/** The disclosure fields of a legal form, in the order of the form and of the page. */
export function disclosureFields(legalForm: LegalForm): readonly (keyof Disclosure)[] {
  return legalForm === 'individual' ? [...REQUIRED.individual, 'exemption'] : REQUIRED[legalForm];
}

/** The missing fields of a disclosure; the store's page may be public when there are none. */
export function missingDisclosure(
  legalForm: LegalForm,
  disclosure: Disclosure,
): (keyof Disclosure)[] {
  return REQUIRED[legalForm].filter(
    (field) => disclosure[field] === null || disclosure[field] === '',
  );
}

// GB 32100: 18 characters of a set without I, O, S, V, Z; weights 3^i mod 31.
const CODE_SET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/**
 * Whether a unified social credit code has the right form and check character (GB 32100-2015,
 * modulus 31). A valid code need not be in use.
 */
export function isCreditCode(code: string): boolean {
  const values = Array.from(code, (character) => CODE_SET.indexOf(character));
  if (values.length !== 18 || values.includes(-1)) return false;
  let weight = 1;
  let sum = 0;
  for (const value of values.slice(0, 17)) {
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return (31 - (sum % 31)) % 31 === values[17];
}

// GB 11643: weights of the first 17 characters modulo 11, and the check character of each remainder.
const IDENTITY_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const IDENTITY_CHECKS = '10X98765432';

/**
 * Whether a code is built as the number of a resident's identity card (GB 11643-1999: region, day of
 * birth, check character), which is never asked for here.
 */
export function isIdentityNumber(code: string): boolean {
  if (!/^[1-8]\d{5}(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dX]$/.test(code)) {
    return false;
  }
  const sum = IDENTITY_WEIGHTS.reduce((total, weight, at) => total + weight * Number(code[at]), 0);
  return IDENTITY_CHECKS[sum % 11] === code[17];
}
