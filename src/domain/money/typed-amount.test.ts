import { describe, expect, it } from 'vitest';

import { formatMoneyInUnit, formatMoneyPlain, groupTyped } from './typed-amount';

describe('groupTyped', () => {
  it.each([
    ['612900', '612,900'],
    ['1234567.5', '1,234,567.5'],
    ['125', '125'],
    ['12.5万', '12.5万'],
    ['12500万', '12,500万'],
    ['0.', '0.'],
    ['.12345', '.12345'],
    ['', ''],
  ])('%s is %s', (typed, grouped) => expect(groupTyped(typed)).toBe(grouped));
});

describe('formatMoneyPlain', () => {
  it.each([
    [61_290_000, '¥612,900'],
    [-50, '−¥0.50'],
    [0, '¥0'],
  ])('%i fen is %s', (fen, text) => expect(formatMoneyPlain(fen)).toBe(text));
});

describe('formatMoneyInUnit', () => {
  it.each([
    [61_290_000, '61.29万', '612.9K'],
    [12_500_000, '12.5万', '125K'],
    [1_000_001, '1.000001万', '10.00001K'],
    [12_500_013_000_000, '12,500,013万', '125,000,130K'],
    [999_999, null, '9.99999K'],
    [99_999, null, null],
    [0, null, null],
  ])('%i fen', (fen, zh, en) => {
    expect([formatMoneyInUnit(fen, 'zh-CN'), formatMoneyInUnit(fen, 'en-US')]).toEqual([zh, en]);
  });
});
