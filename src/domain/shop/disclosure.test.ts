import { describe, expect, it } from 'vitest';

import {
  disclosureFields,
  EMPTY_DISCLOSURE,
  isCreditCode,
  isIdentityNumber,
  missingDisclosure,
} from './disclosure';

const CODE_SET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** The weights printed in GB 32100-2015, not computed by a formula. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** The check character of 17 characters, computed from the printed table. */
function checkOf(body: string): string {
  const sum = WEIGHTS.reduce(
    (all, weight, i) => all + weight * CODE_SET.indexOf(body.charAt(i)),
    0,
  );
  return CODE_SET.charAt((31 - (sum % 31)) % 31);
}

describe('credit code', () => {
  const bodies = [
    '92000000MADEMA001',
    '91440101MA5FAKE01',
    '00000000000000000',
    'YYYYYYYYYYYYYYYYY',
  ];

  it.each(bodies)('%s accepts one check character of 31', (body) => {
    const right = [...CODE_SET].filter((character) => isCreditCode(body + character));
    expect(right).toEqual([checkOf(body)]);
  });

  it('finds every single wrong character', () => {
    const code = '92000000MADEMA0016';
    expect(isCreditCode(code)).toBe(true);
    for (let place = 0; place < code.length; place += 1) {
      for (const other of CODE_SET) {
        if (other === code[place]) continue;
        const wrong = code.slice(0, place) + other + code.slice(place + 1);
        expect(isCreditCode(wrong), wrong).toBe(false);
      }
    }
  });

  it.each([
    ['nothing', ''],
    ['17 characters', '92000000MADEMA001'],
    ['19 characters', '92000000MADEMA00166'],
    ['small letters', '92000000madema0016'],
    ['a space', '92000000MADEMA001 '],
    ['the letter O', '92OOOOOOMADEMA0016'],
    ['full-width digits', '９2000000MADEMA0016'],
  ])('is not %s', (_what, code) => {
    expect(isCreditCode(code)).toBe(false);
  });

  it.each(['I', 'O', 'S', 'V', 'Z'])('never holds %s', (letter) => {
    for (const last of CODE_SET)
      expect(isCreditCode(`9${letter}000000MADEMA001${last}`)).toBe(false);
  });
});

describe('the disclosure required by law', () => {
  it.each([
    ['company', ['legalName', 'creditCode', 'address', 'contact']],
    ['sole_trader', ['legalName', 'operatorName', 'creditCode', 'address', 'contact']],
    ['individual', ['address', 'contact']],
  ] as const)('%s', (legalForm, needed) => {
    expect(missingDisclosure(legalForm, EMPTY_DISCLOSURE)).toEqual(needed);
    const optional = legalForm === 'individual' ? ['exemption'] : [];
    expect(disclosureFields(legalForm)).toEqual([...needed, ...optional]);
    const complete = Object.fromEntries(needed.map((field) => [field, 'x']));
    const disclosure = { ...EMPTY_DISCLOSURE, ...complete };
    expect(missingDisclosure(legalForm, disclosure)).toEqual([]);
    for (const field of needed) {
      expect(missingDisclosure(legalForm, { ...disclosure, [field]: '' })).toEqual([field]);
    }
  });
});

describe('isIdentityNumber', () => {
  // The example of GB 11643-1999 itself.
  it('knows one by its region, day of birth and check character', () => {
    expect(isIdentityNumber('11010519491231002X')).toBe(true);
    expect(isIdentityNumber('110105194912310021')).toBe(false);
    expect(isIdentityNumber('11010519491331002X')).toBe(false);
    expect(isIdentityNumber('92000000MADEMA0016')).toBe(false);
  });
});
