import { describe, expect, it } from 'vitest';

import { countOf, fenOf, fenOrNull, isBlank, textOrNull, typedFen, yuanText } from './amounts';

describe('fenOf', () => {
  it('reads a typed amount and leaves a number as it is', () => {
    expect(fenOf('12.5万')).toBe(12_500_000);
    expect(fenOf(12_500_000)).toBe(12_500_000);
  });

  it.each(['', 'abc', '-5', '0.001', '1' + '0'.repeat(20)])(
    'reads %j as a value that is no amount',
    (text) => {
      expect(Number.isSafeInteger(fenOf(text)) && Number(fenOf(text)) >= 0).toBe(false);
      expect(typedFen(text)).toBeNull();
    },
  );
});

describe('fenOrNull', () => {
  it('reads an empty field as no amount', () => {
    expect([null, '', ' ', '3'].map(fenOrNull)).toEqual([null, null, null, 300]);
  });
});

describe('countOf', () => {
  it('counts people, not hundredths', () => {
    expect(['50.1万', '501,200', 7].map(countOf)).toEqual([501_000, 501_200, 7]);
    expect(countOf('0.5')).toBe(0.5);
  });
});

describe('typedFen', () => {
  it('is the amount as far as it is typed', () => {
    expect(['', '8', '8.', '8.5万', 850].map(typedFen)).toEqual([null, 800, 800, 8_500_000, 850]);
  });
});

describe('isBlank', () => {
  it('is true without anything but spaces', () => {
    expect(['', '  ', '0', 0].map(isBlank)).toEqual([true, true, false, false]);
  });
});

describe('textOrNull', () => {
  it('trims, and is null when nothing is left', () => {
    expect([null, '', '  ', ' a '].map(textOrNull)).toEqual([null, null, null, 'a']);
  });
});

describe('yuanText', () => {
  it('writes amounts as they would be typed', () => {
    expect([0, 5, 50, 123_400, 123_456].map(yuanText)).toEqual([
      '0',
      '0.05',
      '0.5',
      '1234',
      '1234.56',
    ]);
  });
});
