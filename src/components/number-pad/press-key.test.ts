import { describe, expect, it } from 'vitest';

import { pressKey, type PadKey } from './press-key';

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

  it('stops before an amount no store could have', () => {
    expect(type(...Array<PadKey>(30).fill('9'))).toHaveLength(18);
  });
});
