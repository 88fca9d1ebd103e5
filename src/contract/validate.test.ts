import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import {
  businessDayField,
  businessInstantField,
  businessYearField,
  dayField,
  exactly,
  fenField,
  flagField,
  instantField,
  nameField,
  paragraphField,
  phoneField,
  requestKeyField,
  yearField,
} from './fields';
import { validate } from './validate';

const schema = exactly({
  name: nameField,
  amountFen: fenField,
  note: v.nullable(nameField),
  rows: v.array(exactly({ isOpen: flagField })),
});
const right = { name: '甲', amountFen: 1, note: null, rows: [{ isOpen: true }] };
function without(key: keyof typeof right): object {
  const { [key]: _left, ...rest } = right;
  return rest;
}

describe('validate', () => {
  it('returns the checked value, trimmed', () => {
    const name = '  甲\u3000';
    expect(validate(schema, { ...right, name })).toEqual({ ok: true, value: right });
  });

  it.each([
    ['a field left out', without('name'), { name: 'required' }],
    ['a nullable field left out', without('note'), { note: 'required' }],
    ['undefined', { ...right, name: undefined }, { name: 'required' }],
    ['null where there must be something', { ...right, name: null }, { name: 'required' }],
    ['null for a list', { ...right, rows: null }, { rows: 'required' }],
    ['another type', { ...right, name: 7 }, { name: 'wrong_type' }],
    ['an object for text', { ...right, name: { $gt: '' } }, { name: 'wrong_type' }],
    ['not a number', { ...right, amountFen: Number.NaN }, { amountFen: 'wrong_type' }],
    ['an object for a list', { ...right, rows: {} }, { rows: 'wrong_type' }],
    ['an unknown field', { ...right, extra: 1 }, { extra: 'unknown_field' }],
    ['an unknown field that is null', { ...right, extra: null }, { extra: 'unknown_field' }],
    ['deep in a list', { ...right, rows: [{ isOpen: true }, {}] }, { 'rows.1.isOpen': 'required' }],
    [
      'deep and unknown',
      { ...right, rows: [{ isOpen: true, x: 1 }] },
      { 'rows.0.x': 'unknown_field' },
    ],
    ['several', { rows: [] }, { name: 'required', amountFen: 'required', note: 'required' }],
  ])('%s', (_what, input, fields) => {
    expect(validate(schema, input)).toEqual({ ok: false, fields });
  });

  it.each([
    [null, 'required'],
    [undefined, 'required'],
    ['text', 'wrong_type'],
    [7, 'wrong_type'],
  ])('gives the issue of the whole input %j', (input, issue) => {
    expect(validate(schema, input)).toEqual({ ok: false, fields: { input: issue } });
  });

  it.each(['constructor', 'toString', 'hasOwnProperty', '__proto__'])(
    'names the unknown field %s, which every object inherits',
    (key) => {
      const input: unknown = JSON.parse(
        `{${JSON.stringify(key)}:1,${JSON.stringify(right).slice(1)}`,
      );
      const result = validate(schema, input);
      expect(result.ok ? [] : Object.entries(result.fields)).toEqual([[key, 'unknown_field']]);
    },
  );

  it('gives the first issue of a field', () => {
    const input = { ...right, amountFen: -0.5 };
    expect(validate(schema, input)).toEqual({ ok: false, fields: { amountFen: 'fractional' } });
  });
});

describe('fields', () => {
  const issueOf = (field: v.GenericSchema, input: unknown): string | null => {
    const result = validate(field, input);
    return result.ok ? null : (result.fields['input'] ?? '');
  };
  it.each([
    ['40 emoji', nameField, '🎉'.repeat(40), null],
    ['41 emoji', nameField, '🎉'.repeat(41), 'too_long'],
    ['40 beyond the BMP', nameField, '𠮷'.repeat(40), null],
    ['spaces', nameField, '  ', 'required'],
    ['a line break', nameField, 'a\nb', 'control_characters'],
    ['a line separator', nameField, 'a\u2028b', 'control_characters'],
    ['a paragraph of two lines', paragraphField(9), 'a\nb', null],
    ['a character without a width', nameField, '花\u200b都', 'invisible_characters'],
    ['it alone', nameField, '\u200b', 'invisible_characters'],
    ['a mark without a letter', nameField, '\u0301', 'required'],
    ['a mark in a paragraph', paragraphField(9), '\u0301', null],
    ['a turned paragraph', paragraphField(9), 'a\u202eb', 'direction_characters'],
    ['half a character', nameField, '\ud842', 'broken_characters'],
    ['a family as a name', nameField, '👩‍👩‍👧‍👦', null],
    ['a bell in a paragraph', paragraphField(9), 'a\u0007b', 'control_characters'],
    ['2^53−1', fenField, Number.MAX_SAFE_INTEGER, null],
    ['2^53', fenField, 2 ** 53, 'too_large'],
    ['nothing', fenField, 0, null],
    ['endless', fenField, Number.POSITIVE_INFINITY, 'fractional'],
    ['2014', yearField, 2014, 'too_small'],
    ['2015', yearField, 2015, null],
    ['2101', yearField, 2101, 'too_large'],
    ['2015 for business', businessYearField, 2015, 'too_early'],
    ['2016 for business', businessYearField, 2016, null],
    ['a day of 2015', dayField, '2015-12-31', null],
    ['a day of 2015 for business', businessDayField, '2015-12-31', 'too_early'],
    ['the first day of business', businessDayField, '2016-01-01', null],
    ['no day for business', businessDayField, '2016-02-30', 'bad_format'],
    ['an instant of 2015', instantField, '2015-12-31T15:59:59.999Z', null],
    [
      'an instant of 2015 for business',
      businessInstantField,
      '2015-12-31T15:59:59.999Z',
      'too_early',
    ],
    ['the first instant of business', businessInstantField, '2015-12-31T16:00:00.000Z', null],
    ['29 February 2026', dayField, '2026-02-29', 'bad_format'],
    ['29 February 2028', dayField, '2028-02-29', null],
    ['25 o’clock', instantField, '2026-11-25T25:00:00.000Z', 'bad_format'],
    ['another zone', instantField, '2026-11-25T12:00:00.000+08:00', 'bad_format'],
    ['a phone', phoneField, '+86 138-0000 0000', null],
    ['a phone of full-width digits', phoneField, '１３８ ００００　００００', null],
    ['a phone with invisible characters', phoneField, '\u202d13800000000\u202c', null],
    ['4 digits', phoneField, '1-2-3-4', 'bad_format'],
    ['5 digits', phoneField, '1-2-3-4-5', null],
    ['dashes for a phone', phoneField, '-----', 'bad_format'],
    ['a phone with letters', phoneField, '138abc', 'bad_format'],
    ['7 characters', requestKeyField, 'a'.repeat(7), 'bad_format'],
    ['64 characters', requestKeyField, 'a'.repeat(64), null],
  ] as const)('%s', (_what, field, input, issue) => {
    expect(issueOf(field, input)).toBe(issue);
  });
});

describe('a list in place of an object', () => {
  it('is refused, also where no field is required', () => {
    const ofNothing = exactly({ cursor: v.optional(nameField) });
    expect(validate(ofNothing, {})).toMatchObject({ ok: true });
    expect(validate(ofNothing, [])).toEqual({ ok: false, fields: { input: 'wrong_type' } });
    expect(validate(v.pipe(ofNothing), [])).toMatchObject({ ok: false });
  });
});
