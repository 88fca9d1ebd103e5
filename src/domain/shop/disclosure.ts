import type { LegalForm } from './shop';

/**
 * What the law makes a seller show to everyone, kept apart from private contact
 * (Order 117 of 2025 art. 25, E-Commerce Law art. 15).
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
  /** Contact shown to the public; may differ from the private phone. */
  contact: string | null;
  /** Why an individual needs no business registration (E-Commerce Law art. 10). */
  exemption: string | null;
}

/** Nothing filled in yet. */
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

/** The disclosure fields that apply to a legal form, in the order to ask and to show them. */
export function disclosureFields(legalForm: LegalForm): readonly (keyof Disclosure)[] {
  return legalForm === 'individual' ? [...REQUIRED.individual, 'exemption'] : REQUIRED[legalForm];
}

/** The fields that are still needed before the store's page may be public; empty when complete. */
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
 * modulus 31). A right code may still be nobody's.
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
