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
    { from: 1e9, unit: 1e9, decimals: 1, suffix: 'B' },
    { from: 1e6, unit: 1e6, decimals: 1, suffix: 'M' },
    { from: 1e4, unit: 1e3, decimals: 1, suffix: 'K' },
  ],
};
const FEN_PER_YUAN = 100;
const MINUS = '−';

/**
 * Abbreviates money: `¥8,320`, `12.5万`, `1,940万`, `1.05亿`; in English `¥8,320`, `83.2K`, `12.5M`.
 * Cut towards zero, never rounded, so that no threshold looks reached too early: 999.99万 is written
 * `999.9万`.
 */
export function formatMoney(fen: number, lang: Lang): string {
  const size = Math.abs(fen);
  const yuan = Math.trunc(size / FEN_PER_YUAN);
  return sign(fen) + (compact(yuan, lang) ?? `¥${exactYuan(size, 'if_any')}`);
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
  return sign(count) + (compact(size, lang) ?? group(String(size)));
}

function sign(value: number): string {
  return value < 0 ? MINUS : '';
}

/** The abbreviation, or null when the value is small enough to be written exactly. */
function compact(value: number, lang: Lang): string | null {
  const scale = SCALES[lang].find((candidate) => value >= candidate.from);
  if (!scale) return null;
  // Integer division by the size of one shown decimal, so nothing is rounded up.
  const steps = Math.floor(value / (scale.unit / 10 ** scale.decimals));
  const text = String(steps).padStart(scale.decimals + 1, '0');
  const whole = text.slice(0, -scale.decimals);
  const rest = text.slice(-scale.decimals).replace(/0+$/, '');
  return group(whole) + (rest && `.${rest}`) + scale.suffix;
}

function exactYuan(fen: number, cents: 'if_any' | 'always'): string {
  const yuan = group(String(Math.trunc(fen / FEN_PER_YUAN)));
  const rest = fen % FEN_PER_YUAN;
  return rest === 0 && cents === 'if_any' ? yuan : `${yuan}.${String(rest).padStart(2, '0')}`;
}

function group(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}
