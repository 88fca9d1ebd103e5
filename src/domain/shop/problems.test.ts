import { describe, expect, it } from 'vitest';

import { EMPTY_DISCLOSURE } from './disclosure';
import { asksAge, publicPageProblems, registrationProblems, shopProblems } from './problems';

const ELSEWHERE = { where: 'elsewhere', town: null, movingOn: null } as const;
/** 24 November 2026, 10:00 in China. */
const NOW = '2026-11-24T02:00:00.000Z';

describe('asksAge', () => {
  it.each([
    ['individual', true],
    ['sole_trader', true],
    ['company', false],
    [null, false],
  ] as const)('%s: %s', (legalForm, isAsked) => {
    expect(asksAge(legalForm)).toBe(isAsked);
  });
});

describe('registrationProblems', () => {
  const company = { legalForm: 'company', place: ELSEWHERE, age: null } as const;

  it('finds nothing wrong with a company elsewhere', () => {
    expect(registrationProblems(company, NOW)).toEqual({});
  });

  it('requires the age of a natural person', () => {
    const person = { ...company, legalForm: 'individual' } as const;
    expect(registrationProblems(person, NOW)).toEqual({ age: 'required' });
    expect(registrationProblems({ ...person, age: 'minor_with_consent' }, NOW)).toEqual({});
  });

  it('requires the town in Huadu', () => {
    const place = { where: 'huadu', town: null, movingOn: null } as const;
    expect(registrationProblems({ ...company, place }, NOW)).toEqual({ 'place.town': 'required' });
    expect(registrationProblems({ ...company, place: { ...place, town: '狮岭镇' } }, NOW)).toEqual(
      {},
    );
  });

  it('requires the day of a move to Huadu', () => {
    const place = { where: 'moving', town: null, movingOn: null } as const;
    expect(registrationProblems({ ...company, place }, NOW)).toEqual({
      'place.movingOn': 'required',
    });
    const dated = { ...place, movingOn: '2026-12-01' };
    expect(registrationProblems({ ...company, place: dated }, NOW)).toEqual({});
  });

  it('takes a move of at most two years ahead', () => {
    const moving = (movingOn: string) => ({ where: 'moving', town: null, movingOn }) as const;
    const problems = { 'place.movingOn': 'too_far_ahead' };
    const near = moving('2028-11-24');
    const far = moving('2028-11-25');
    expect(registrationProblems({ ...company, place: near }, NOW)).toEqual({});
    expect(registrationProblems({ ...company, place: far }, NOW)).toEqual(problems);
    expect(shopProblems({ place: near }, NOW)).toEqual({});
    expect(shopProblems({ place: far }, NOW)).toEqual(problems);
  });

  it('requires no town and no age before place and legal form are chosen', () => {
    const empty = { legalForm: null, place: { ...ELSEWHERE, where: null }, age: null };
    expect(registrationProblems(empty, NOW)).toEqual({});
  });
});

describe('publicPageProblems', () => {
  it('names each missing field that the law requires', () => {
    expect(publicPageProblems({ legalForm: 'individual', disclosure: EMPTY_DISCLOSURE })).toEqual({
      'disclosure.address': 'required',
      'disclosure.contact': 'required',
    });
    const disclosure = { ...EMPTY_DISCLOSURE, address: '狮岭镇 1 号', contact: '020-1' };
    expect(publicPageProblems({ legalForm: 'individual', disclosure })).toEqual({});
  });
});
