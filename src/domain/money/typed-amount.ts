import type { Lang } from '../lang';
import { exactYuan, group, sign } from './format';

/** Number of zeros of one unit in fen, and how the unit is written. */
const UNITS: Readonly<Record<Lang, { zeros: number; suffix: string }>> = {
  'zh-CN': { zeros: 6, suffix: '万' },
  'en-US': { zeros: 5, suffix: 'K' },
};

/** An amount as it is typed, with its digits in groups: `612900` is `612,900`, `12.5万` stays. */
export function groupTyped(text: string): string {
  return text.replace(/^\d+/, group);
}

/** Money to the fen, without fen where there are none: `¥612,900`, `−¥0.50`. */
export function formatMoneyPlain(fen: number): string {
  return `${sign(fen)}¥${exactYuan(Math.abs(fen), 'if_any')}`;
}

/**
 * An amount in 万, in English in K, to the fen: `61.29万`. It shows a zero too many at once.
 * @returns null for less than one unit.
 */
export function formatMoneyInUnit(fen: number, lang: Lang): string | null {
  const { zeros, suffix } = UNITS[lang];
  const digits = String(fen);
  if (digits.length <= zeros) return null;
  const decimals = digits.slice(-zeros).replace(/0+$/, '');
  return group(digits.slice(0, -zeros)) + (decimals && `.${decimals}`) + suffix;
}
