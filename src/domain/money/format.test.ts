import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Lang } from '../lang';
import { MAX_FEN, addFen, sumFits } from './amount';
import {
  formatCount,
  formatCountGap,
  formatMoney,
  formatMoneyChange,
  formatMoneyExact,
  formatMoneyGap,
  wholePercent,
} from './format';
import { parseAmount } from './parse-amount';

const YUAN = 100;
const WAN = 10_000 * YUAN;

describe('abbreviated money', () => {
  it.each([
    [0, '¥0', '¥0'],
    [1, '¥0.01', '¥0.01'],
    [8320 * YUAN, '¥8,320', '¥8,320'],
    [832_050, '¥8,320.50', '¥8,320.50'],
    [WAN - 1, '¥9,999.99', '¥9,999.99'],
    [WAN, '1万', '¥10K'],
    [12.5 * WAN, '12.5万', '¥125K'],
    [83_200 * YUAN, '8.3万', '¥83.2K'],
    [1000 * WAN - 1, '999.9万', '¥9.99M'],
    [1000 * WAN, '1,000万', '¥10M'],
    [1250 * WAN, '1,250万', '¥12.5M'],
    [1940 * WAN, '1,940万', '¥19.4M'],
    [2000 * WAN - 1, '1,999.9万', '¥19.99M'],
    [2000 * WAN, '2,000万', '¥20M'],
    [2005 * WAN, '2,005万', '¥20.05M'],
    [10_000 * WAN - 1, '9,999.9万', '¥99.99M'],
    [10_000 * WAN, '1亿', '¥100M'],
    [10_500 * WAN, '1.05亿', '¥105M'],
    [15_000 * WAN, '1.5亿', '¥150M'],
    [10_999_999_999, '1.09亿', '¥109.99M'],
    [120_000 * WAN, '12亿', '¥1.2B'],
    [MAX_FEN, '900,719.92亿', '¥90,071.99B'],
    [-8320 * YUAN, '−¥8,320', '−¥8,320'],
    [-12.5 * WAN, '−12.5万', '−¥125K'],
    [-83_800 * YUAN, '−8.4万', '−¥83.8K'],
    [1 - 1000 * WAN, '−1,000万', '−¥10M'],
  ])('%d fen', (fen, zh, en) => {
    expect(formatMoney(fen, 'zh-CN')).toBe(zh);
    expect(formatMoney(fen, 'en-US')).toBe(en);
  });

  it('writes the sign of a change', () => {
    expect(formatMoneyChange(12.5 * WAN, 'zh-CN')).toBe('+12.5万');
    expect(formatMoneyChange(-300 * YUAN, 'zh-CN')).toBe('−¥300');
    expect(formatMoneyChange(0, 'zh-CN')).toBe('¥0');
  });

  it('never exceeds the amount, and differs by less than one unit of the last shown place', () => {
    const lang = fc.constantFrom<Lang>('zh-CN', 'en-US');
    fc.assert(
      fc.property(fc.maxSafeNat(), lang, (fen, language) => {
        const shown = parseAmount(formatMoney(fen, language));
        if (!shown.ok) throw new Error(`${formatMoney(fen, language)} cannot be read back`);
        expect(shown.fen).toBeLessThanOrEqual(fen);
        expect(shown.fen).toBeGreaterThan(fen * 0.9 - 1);
      }),
    );
  });
});

describe('a gap in short', () => {
  it.each([
    [0, '¥0', '¥0'],
    [1, '¥0.01', '¥0.01'],
    [WAN - 1, '¥9,999.99', '¥9,999.99'],
    [2 * WAN - 1, '2万', '¥20K'],
    [2 * WAN, '2万', '¥20K'],
    [2 * WAN + 1, '2.1万', '¥20.1K'],
    [9_999_999 * YUAN, '1,000万', '¥10M'],
    [99_999_999 * YUAN, '1亿', '¥100M'],
    [999_999 * YUAN, '100万', '¥1M'],
    [10_000 * WAN + 1, '1.01亿', '¥100.01M'],
  ])('of %d fen is rounded up', (fen, zh, en) => {
    expect(formatMoneyGap(fen, 'zh-CN')).toBe(zh);
    expect(formatMoneyGap(fen, 'en-US')).toBe(en);
  });

  it('and what is held never add up to less than the threshold', () => {
    const lang = fc.constantFrom<Lang>('zh-CN', 'en-US');
    const fen = fc.nat({ max: 10 ** 12 });
    fc.assert(
      fc.property(fen, fen, lang, (held, gap, language) => {
        const read = (text: string): number => {
          const amount = parseAmount(text);
          if (!amount.ok) throw new Error(`${text} cannot be read back`);
          return amount.fen;
        };
        const shownHeld = read(formatMoney(held, language));
        const shownGap = read(formatMoneyGap(gap, language));
        expect(shownHeld).toBeLessThanOrEqual(held);
        expect(shownGap).toBeGreaterThanOrEqual(gap);
      }),
    );
  });

  it.each([
    [60 * WAN + 1, '60万', '¥600K'],
    [60 * WAN + 2, '60.1万', '¥600.1K'],
    [WAN, '¥10,000', '¥10,000'],
    [1, '¥0.01', '¥0.01'],
  ])('of %d fen to a line that must be passed leaves out the fen beyond it', (fen, zh, en) => {
    expect(formatMoneyGap(fen, 'zh-CN', true)).toBe(zh);
    expect(formatMoneyGap(fen, 'en-US', true)).toBe(en);
  });

  it('of one follower is 1', () => {
    expect(formatCountGap(1, 'zh-CN', true)).toBe('1');
    expect(formatCountGap(8_321, 'zh-CN', true)).toBe('8,321');
    expect(formatCountGap(10_001, 'zh-CN', true)).toBe('1万');
    expect(formatCountGap(1, 'zh-CN')).toBe('1');
    expect(formatCountGap(10_001, 'zh-CN')).toBe('1.1万');
    expect(formatCountGap(499_999, 'en-US')).toBe('500K');
  });
});

describe('a percentage', () => {
  it.each([
    [8.7 * WAN, 30 * WAN, 29],
    [17.1 * WAN, 30 * WAN, 57],
    [17.4 * WAN, 30 * WAN, 58],
    [30 * WAN - 1, 30 * WAN, 99],
    [30 * WAN, 30 * WAN, 100],
    [61 * WAN, 30 * WAN, 203],
    [0, 30 * WAN, 0],
    [-5, 30 * WAN, 0],
    [-61 * WAN, 30 * WAN, 0],
    [MAX_FEN - 1, MAX_FEN, 99],
  ])('of %d in %d is %d', (held, whole, percent) => {
    expect(wholePercent(held, whole)).toBe(percent);
  });

  it('is cut down on whole numbers, never by binary fractions', () => {
    const whole = fc.integer({ min: 1, max: 10 ** 13 });
    fc.assert(
      fc.property(fc.nat({ max: 10 ** 13 }), whole, (held, total) => {
        const expected = (BigInt(held) * 100n) / BigInt(total);
        expect(BigInt(wholePercent(held, total))).toBe(expected);
      }),
    );
  });
});

describe('money to the fen', () => {
  it.each([
    [0, '¥0.00'],
    [5, '¥0.05'],
    [1_234_567_890, '¥12,345,678.90'],
    [-1_234_567_890, '−¥12,345,678.90'],
    [MAX_FEN, '¥90,071,992,547,409.91'],
  ])('%d fen is %s', (fen, text) => {
    expect(formatMoneyExact(fen)).toBe(text);
  });
});

describe('counts', () => {
  it.each([
    [0, '0', '0'],
    [8320, '8,320', '8,320'],
    [499_999, '49.9万', '499.9K'],
    [500_000, '50万', '500K'],
    [501_234, '50.1万', '501.2K'],
    [123_456_789, '1.23亿', '123.45M'],
    [-8320, '−8,320', '−8,320'],
    [-501_234, '−50.2万', '−501.3K'],
  ])('%d', (count, zh, en) => {
    expect(formatCount(count, 'zh-CN')).toBe(zh);
    expect(formatCount(count, 'en-US')).toBe(en);
  });
});

describe('sums', () => {
  it('are refused beyond what is exact', () => {
    expect(addFen(MAX_FEN - 1, 1)).toEqual({ ok: true, fen: MAX_FEN });
    expect(addFen(MAX_FEN, 1)).toEqual({ ok: false, reason: 'too_large' });
    expect(addFen(MAX_FEN, MAX_FEN)).toEqual({ ok: false, reason: 'too_large' });
    expect(sumFits(MAX_FEN, -1, 1)).toBe(true);
    expect(sumFits(MAX_FEN, 2)).toBe(false);
    expect(sumFits()).toBe(true);
  });

  it('are of whole fen', () => {
    expect([-1, 0, 1, MAX_FEN].every((fen) => sumFits(fen))).toBe(true);
    expect([0.5, NaN, Infinity, MAX_FEN + 1].some((fen) => sumFits(fen))).toBe(false);
  });
});
