import { describe, expect, it } from 'vitest';

import { LEGAL_FORMS } from '../../domain/shop/shop';
import type { FieldsOf } from '../../stores/drafts';
import { EMPTY_REGISTRATION } from '../../stores/drafts/register-draft';
import { questionsOf } from './questions';

/** The names of the questions that have an answer. */
function answered(fields: Partial<FieldsOf<'shop.register'>>): string[] {
  const [first, second] = questionsOf({ ...EMPTY_REGISTRATION, ...fields });
  return [...first, ...second].filter(({ isAnswered }) => isAnswered).map(({ name }) => name);
}

describe('questionsOf', () => {
  it.each([null, ...LEGAL_FORMS])('asks eight things at most of %s', (legalForm) => {
    const [first, second] = questionsOf({ ...EMPTY_REGISTRATION, legalForm });
    expect(first).toHaveLength(4);
    const asksAge = legalForm === 'individual' || legalForm === 'sole_trader';
    expect(second.map(({ name }) => name)).toEqual([
      ...(asksAge ? ['age'] : []),
      'platform',
      'account',
      'consent',
    ]);
  });

  it('takes nothing for answered in an empty form, nor spaces for a name', () => {
    expect(answered({})).toEqual([]);
    expect(answered({ name: '  ', account: { platform: null, name: ' ' } })).toEqual([]);
  });

  it('takes a place for answered with its town or its day', () => {
    const place = { where: null, town: null, movingOn: null };
    expect(answered({ place: { ...place, where: 'huadu' } })).toEqual([]);
    expect(answered({ place: { ...place, where: 'huadu', town: '狮岭镇' } })).toEqual(['place']);
    expect(answered({ place: { ...place, where: 'moving' } })).toEqual([]);
    expect(answered({ place: { ...place, where: 'moving', movingOn: '2027-01-01' } })).toEqual([
      'place',
    ]);
    expect(answered({ place: { ...place, where: 'elsewhere' } })).toEqual(['place']);
  });
});
