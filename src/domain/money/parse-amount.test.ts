import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_FEN } from './amount';
import { formatMoneyExact } from './format';
import { parseAmount } from './parse-amount';

describe('parseAmount', () => {
  it.each([
    ['0', 0],
    ['0.01', 1],
    ['.5', 50],
    ['5.', 500],
    ['83200', 8_320_000],
    ['83,200.50', 8_320_050],
    ['83 200.5', 8_320_050],
    ['1 234 567', 123_456_700],
    ['12.5万', 12_500_000],
    ['12.5 万元', 12_500_000],
    ['１２．５万', 12_500_000],
    ['￥８３，２００．５０', 8_320_050],
    ['¥ 8,320 元', 832_000],
    ['  8320　', 832_000],
    ['1.05亿', 10_500_000_000],
    ['2千万', 2_000_000_000],
    ['3百万', 300_000_000],
    ['3千', 300_000],
    ['12.5w', 12_500_000],
    ['83.2K', 8_320_000],
    ['12.5m', 1_250_000_000],
    ['1.2B', 120_000_000_000],
    ['1.000001万', 1_000_001],
    ['12.500', 1250],
    ['007', 700],
    ['00090071992547409.91', MAX_FEN],
    ['90071992547409.91', MAX_FEN],
    ['12萬', 12_000_000],
    ['12.5萬', 12_500_000],
    ['1.05億', 10_500_000_000],
    ['12万5', 12_500_000],
    ['1万2', 1_200_000],
    ['1萬2', 1_200_000],
    ['1万2345', 1_234_500],
    ['1千2', 120_000],
    ['3百5', 35_000],
    ['3仟', 300_000],
    ['5佰', 50_000],
    ['1亿2', 12_000_000_000],
    ['1亿2000万', 12_000_000_000],
    ['1億2000萬', 12_000_000_000],
    ['1亿200万', 10_200_000_000],
    ['1亿2千万', 12_000_000_000],
    ['1亿2000.5万', 12_000_500_000],
    ['1亿2000万5', 12_000_500_000],
    ['1亿2000万5千', 12_000_500_000],
    ['12万5千', 12_500_000],
    ['12万 5千', 12_500_000],
    ['12万5千5', 12_550_000],
    ['12万5百', 12_050_000],
    ['1万2千3百45', 1_234_500],
    ['1.2亿元', 12_000_000_000],
    ['5千5', 550_000],
    ['2百', 20_000],
    ['￥ 1万2千元', 1_200_000],
    ['RMB¥100', 10_000],
    ['rmb ￥ 1万2', 1_200_000],
    ['人民币100元整', 10_000],
    ['12。5万', 12_500_000],
    ['100块', 10_000],
    ['100块钱', 10_000],
    ['100圆', 10_000],
    ['100元整', 10_000],
    ['RMB100', 10_000],
    ['rmb 100', 10_000],
    ['100 CNY', 10_000],
    ['100元人民币', 10_000],
    ['100 块 RMB', 10_000],
    ['人民币12.5万元', 12_500_000],
    ['¥１２，３００', 1_230_000],
    ['\u200b83,200\u00a0', 8_320_000],
    ['83\u2009200', 8_320_000],
    ['83\u202f200.5', 8_320_050],
    ['\ufeff1\u2060万', 1_000_000],
  ])('%s', (text, fen) => {
    expect(parseAmount(text)).toEqual({ ok: true, fen });
  });

  it.each([
    ['', 'empty'],
    ['  　', 'empty'],
    ['一万', 'not_a_number'],
    ['万', 'not_a_number'],
    ['¥', 'not_a_number'],
    ['.', 'not_a_number'],
    ['1.2.3', 'not_a_number'],
    ['12,5', 'not_a_number'],
    ['1,2345', 'not_a_number'],
    ['12 5', 'not_a_number'],
    ['1e5', 'not_a_number'],
    ['5²', 'not_a_number'],
    ['0x10', 'not_a_number'],
    ['NaN', 'not_a_number'],
    ['Infinity', 'not_a_number'],
    ['1e3', 'not_a_number'],
    ['1万23', 'not_a_number'],
    ['1万23456', 'not_a_number'],
    ['1.5万2', 'not_a_number'],
    ['12w5', 'not_a_number'],
    ['1万2万', 'not_a_number'],
    ['1万05', 'not_a_number'],
    ['12万50', 'not_a_number'],
    ['1亿2000', 'not_a_number'],
    ['1亿2千', 'not_a_number'],
    ['1亿2千5', 'not_a_number'],
    ['2千万5百', 'not_a_number'],
    ['5千12万', 'not_a_number'],
    ['3千5百万', 'not_a_number'],
    ['12万15千', 'not_a_number'],
    ['1亿20000万', 'not_a_number'],
    ['12万05千', 'not_a_number'],
    ['1亿0200万', 'not_a_number'],
    ['5RMB5', 'not_a_number'],
    ['5块5', 'not_a_number'],
    ['12万0.5千', 'not_a_number'],
    ['12万.5千', 'not_a_number'],
    ['1.5亿2000万', 'not_a_number'],
    ['12万5k', 'not_a_number'],
    ['12w5千', 'not_a_number'],
    ['1万 2345', 'not_a_number'],
    ['1万2.5', 'not_a_number'],
    ['¥¥100', 'not_a_number'],
    ['RMB¥', 'not_a_number'],
    ['-1亿2000万', 'negative'],
    ['9亿7199254万', 'not_a_number'],
    ['900720亿9999万', 'too_large'],
    ['1万2千.00001', 'not_a_number'],
    ['1万2.000001千', 'too_precise'],
    ['RMB', 'not_a_number'],
    ['块', 'not_a_number'],
    ['\u200b', 'empty'],
    ['{"$gt":""}', 'not_a_number'],
    ['<b>1</b>', 'not_a_number'],
    ['-5', 'negative'],
    ['−12.5万', 'negative'],
    ['¥-5', 'negative'],
    ['－５', 'negative'],
    ['0.001', 'too_precise'],
    ['1.0000001万', 'too_precise'],
    ['90071992547409.92', 'too_large'],
    ['900719925.48万亿', 'not_a_number'],
    ['90071992.548亿', 'too_large'],
    ['1'.repeat(20), 'too_large'],
    ['9'.repeat(400), 'too_large'],
  ])('%s is refused: %s', (text, reason) => {
    expect(parseAmount(text)).toEqual({ ok: false, reason });
  });

  it('reads every exactly written amount', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (fen) => {
        expect(parseAmount(formatMoneyExact(fen))).toEqual({ ok: true, fen });
      }),
    );
  });

  const yuan = fc.nat({ max: 99_999_999_999 });
  it('reads every amount said in parts of 亿, 万, 千 and 百, and nothing else in their place', () => {
    fc.assert(
      fc.property(yuan, fc.constantFrom('', '元', '块'), (amount, end) => {
        const parts = [
          [Math.floor(amount / 1e8), '亿'],
          [Math.floor(amount / 1e4) % 1e4, '万'],
          [Math.floor(amount / 1e3) % 10, '千'],
          [Math.floor(amount / 100) % 10, '百'],
        ] as const;
        // 千 right after 亿 is also said for 千万, so it is not read.
        const isAmbiguous = parts[0][0] > 0 && parts[1][0] === 0 && amount % 1e4 >= 100;
        const written = parts.flatMap(([count, unit]) => (count === 0 ? [] : `${count}${unit}`));
        const text = `${written.join('') || '0'}${end}`;
        const fen = (amount - (amount % 100)) * 100;
        expect(parseAmount(text)).toEqual(
          isAmbiguous ? { ok: false, reason: 'not_a_number' } : { ok: true, fen },
        );
      }),
    );
  });

  it('reads a digit after a unit as its first decimal, and no other number of digits but all', () => {
    const unit = fc.constantFrom(['百', 2], ['千', 3], ['万', 4], ['亿', 8]);
    const digits = fc.stringMatching(/^[0-9]{1,9}$/);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), unit, digits, (count, [name, zeros], rest) => {
        const parsed = parseAmount(`${count}${name}${rest}`);
        expect(parsed).toEqual(
          rest.length === 1 || rest.length === zeros
            ? parseAmount(`${count}.${rest}${name}`)
            : { ok: false, reason: 'not_a_number' },
        );
      }),
    );
  });

  it('answers any text with a whole number of fen or a reason', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const parsed = parseAmount(text);
        if (parsed.ok) expect(Number.isSafeInteger(parsed.fen) && parsed.fen >= 0).toBe(true);
      }),
    );
  });
});
