import type { Lang } from '../lang';

interface Scale {
  /** Smallest amount, in whole units, written at this scale. */
  from: number;
  unit: number;
  decimals: number;
  suffix: string;
}

const SCALES: Readonly<Record<Lang, readonly Scale[]>> = {
  'zh-CN': [
    { from: 1e8, unit: 1e8, decimals: 2, suffix: '亿' },
    { from: 1e4, unit: 1e4, decimals: 1, suffix: '万' },
  ],
  'en-US': [
    { from: 1e9, unit: 1e9, decimals: 2, suffix: 'B' },
    { from: 1e6, unit: 1e6, decimals: 2, suffix: 'M' },
    { from: 1e4, unit: 1e3, decimals: 1, suffix: 'K' },
  ],
};
const FEN_PER_YUAN = 100;
const MINUS = '−';

/** Whether a figure that falls between two shown values is written as the lower or the upper one. */
type Cut = 'down' | 'up';

/**
 * Abbreviates money: `¥8,320`, `12.5万`, `1,940万`, `1.05亿`; in English `¥8,320`, `¥83.2K`, `¥20.05M`.
 * Cut down, never rounded, so that no threshold looks reached before it is: 999.99万 is written
 * `999.9万`, and −83,800 is written `−8.4万`.
 */
export function formatMoney(fen: number, lang: Lang): string {
  return sign(fen) + moneySize(Math.abs(fen), lang, fen < 0 ? 'up' : 'down');
}

/**
 * Abbreviates money that is still missing, rounded up: 19,999.99 is `2万`, so that what is held and
 * the gap never add up to less than the threshold.
 * @param fen 0 or more.
 * @param isStrict whether the threshold must be passed. The gap then includes the one fen beyond it,
 *   which an abbreviation leaves out: 1,940万 of "more than 2,000万" is `60万`, not `60.1万`.
 */
export function formatMoneyGap(fen: number, lang: Lang, isStrict = false): string {
  const short = compact(beforeLine(fen, isStrict), FEN_PER_YUAN, lang, 'up');
  return withCurrency(short, fen, lang);
}

/** Abbreviates a difference, with its sign: `+12.5万`, `−¥300`; zero has none. */
export function formatMoneyChange(fen: number, lang: Lang): string {
  return (fen > 0 ? '+' : '') + formatMoney(fen, lang);
}

/** Money to the fen: `¥12,345,678.90`. */
export function formatMoneyExact(fen: number): string {
  return `${sign(fen)}¥${exactYuan(Math.abs(fen), 'always')}`;
}

/** A count such as followers, by the same rule as money: `8,320`, `50.1万`, `501.2K`. */
export function formatCount(count: number, lang: Lang): string {
  const size = Math.abs(count);
  return sign(count) + (compact(size, 1, lang, count < 0 ? 'up' : 'down') ?? group(String(size)));
}

/**
 * Abbreviates a missing count, by the rule of {@link formatMoneyGap}.
 * @param count 0 or more.
 */
export function formatCountGap(count: number, lang: Lang, isStrict = false): string {
  return compact(beforeLine(count, isStrict), 1, lang, 'up') ?? group(String(count));
}

/**
 * How many whole percent of `whole` are held, cut down on whole numbers: 8.7万 of 30万 is 29.
 * @param whole more than 0.
 */
export function wholePercent(held: number, whole: number): number {
  const positive = Math.max(0, held);
  let rest = positive % whole;
  let percent = (positive - rest) / whole;
  // Two decimal digits by long division: a product with 100 could pass 2^53.
  for (let digit = 0; digit < 2; digit += 1) {
    const [quotient, next] = tenfold(rest, whole);
    percent = percent * 10 + quotient;
    rest = next;
  }
  return percent;
}

/** Quotient and rest of `rest × 10 ÷ whole`, by additions that stay below `2 × whole`. */
function tenfold(rest: number, whole: number): [quotient: number, rest: number] {
  let quotient = 0;
  let sum = 0;
  for (let times = 0; times < 10; times += 1) {
    // `sum + rest` without the addition, which could pass 2^53.
    const isFull = sum >= whole - rest;
    quotient += isFull ? 1 : 0;
    sum = isFull ? sum - (whole - rest) : sum + rest;
  }
  return [quotient, sum];
}

/** The minus of an amount below zero. */
export function sign(value: number): string {
  return value < 0 ? MINUS : '';
}

/** A gap without the unit by which a strict threshold is passed. */
function beforeLine(gap: number, isStrict: boolean): number {
  return isStrict ? Math.max(0, gap - 1) : gap;
}

function moneySize(fen: number, lang: Lang, cut: Cut): string {
  return withCurrency(compact(fen, FEN_PER_YUAN, lang, cut), fen, lang);
}

/** The abbreviation of an amount with its currency; the exact amount where it has none. */
function withCurrency(short: string | null, fen: number, lang: Lang): string {
  if (short === null) return `¥${exactYuan(fen, 'if_any')}`;
  return lang === 'en-US' ? `¥${short}` : short;
}

/**
 * The abbreviation, or null when the value is small enough to be written exactly.
 * @param perUnit how many of `value` make one whole unit: 100 fen a yuan, 1 for a count.
 */
function compact(value: number, perUnit: number, lang: Lang, cut: Cut): string | null {
  const scales = SCALES[lang];
  const index = scales.findIndex(({ from }) => value >= from * perUnit);
  const scale = scales[index];
  if (!scale) return null;
  const larger = scales[index - 1];
  // Whole-number steps only: the size of one shown decimal is a whole number of fen.
  const step = (scale.unit / 10 ** scale.decimals) * perUnit;
  const rest = value % step;
  const steps = (value - rest) / step + (cut === 'up' && rest > 0 ? 1 : 0);
  if (larger && steps * step >= larger.from * perUnit) {
    return compact(larger.from * perUnit, perUnit, lang, cut);
  }
  const text = String(steps);
  const whole = text.slice(0, -scale.decimals);
  const decimals = text.slice(-scale.decimals).replace(/0+$/, '');
  return group(whole) + (decimals && `.${decimals}`) + scale.suffix;
}

/** Yuan to the fen, without a currency. */
export function exactYuan(fen: number, cents: 'if_any' | 'always'): string {
  const yuan = group(String(Math.trunc(fen / FEN_PER_YUAN)));
  const rest = fen % FEN_PER_YUAN;
  return rest === 0 && cents === 'if_any' ? yuan : `${yuan}.${String(rest).padStart(2, '0')}`;
}

/** Digits in groups of three. */
export function group(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}
