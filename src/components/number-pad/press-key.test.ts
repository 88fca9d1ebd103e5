import { describe, expect, it } from 'vitest';

import { pressKey, replaceByKey, type PadKey } from './press-key';

const type = (...keys: PadKey[]) => keys.reduce<string>(pressKey, '');

describe('pressKey', () => {
  it('types 12.5万 as it is said', () => {
    expect(type('1', '2', '.', '5', '万')).toBe('12.5万');
  });

  it('ignores what cannot lead to an amount', () => {
    expect(type('1', '.', '.', '5')).toBe('1.5');
    expect(type('3', '万', '5')).toBe('3万');
    expect(type('万')).toBe('');
    expect(type('1', '.', '万')).toBe('1.');
  });

  it('begins with 0. for a point and drops a leading zero', () => {
    expect(type('.', '5')).toBe('0.5');
    expect(type('0', '7')).toBe('7');
  });

  it('takes back one character at a time', () => {
    expect(pressKey('12.5万', 'back')).toBe('12.5');
    expect(pressKey('', 'back')).toBe('');
  });

  it('puts the first key in place of an amount that is selected', () => {
    expect(replaceByKey('602900', '6')).toBe('6');
    expect(replaceByKey('602900', '.')).toBe('0.');
    expect(replaceByKey('602900', 'back')).toBe('');
    expect(replaceByKey('602900', '万')).toBe('602900');
    const rest: PadKey[] = ['3', '万'];
    expect(rest.reduce<string>(pressKey, replaceByKey('125000', '1'))).toBe('13万');
  });

  it('stops before an amount no store could have', () => {
    expect(type(...Array<PadKey>(30).fill('9'))).toHaveLength(18);
  });
});
