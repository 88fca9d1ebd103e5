import { MAX_FEN } from './amount';

/** Why a typed amount cannot be read; each reason has its own words in the interface. */
export type AmountProblem = 'empty' | 'not_a_number' | 'negative' | 'too_precise' | 'too_large';

/** A typed amount in fen, or its problem. */
export type ParsedAmount = { ok: true; fen: number } | { ok: false; reason: AmountProblem };

/** Number of zeros of each unit. `w` is often typed for 万. */
const UNIT_ZEROS: Readonly<Record<string, number>> = {
  千: 3,
  k: 3,
  万: 4,
  w: 4,
  百万: 6,
  m: 6,
  千万: 7,
  亿: 8,
  b: 9,
};
const FEN_ZEROS = 2;
const MAX_FEN_DIGITS = String(MAX_FEN);
/** Sign, ¥, whole part (plain, or grouped by threes), decimals, unit, 元. */
const AMOUNT =
  /^([-−])? ?¥? ?([-−])?(\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+)?(\.\d*)? ?(百万|千万|[千万亿kmbw])? ?元?$/i;

/**
 * Reads a typed or pasted amount of yuan: `12.5万`, `1.05亿`, `83,200.50`, `¥ 83200元`, `83.2K`,
 * full-width digits. It works on digits as text, never on fractions, so no fen is lost; the largest
 * result is {@link MAX_FEN}.
 */
export function parseAmount(text: string): ParsedAmount {
  const plain = toHalfWidth(text).trim();
  if (plain === '') return { ok: false, reason: 'empty' };
  const match = AMOUNT.exec(plain);
  if (!match) return { ok: false, reason: 'not_a_number' };
  const whole = (match[3] ?? '').replace(/[, ]/g, '');
  const decimals = (match[4] ?? '').slice(1);
  if (whole === '' && decimals === '') return { ok: false, reason: 'not_a_number' };
  if (match[1] ?? match[2]) return { ok: false, reason: 'negative' };
  return scale(whole, decimals, UNIT_ZEROS[(match[5] ?? '').toLowerCase()] ?? 0);
}

/** Moves the decimal point of a written number to fen. */
function scale(whole: string, decimals: string, unitZeros: number): ParsedAmount {
  const zeros = unitZeros + FEN_ZEROS;
  const kept = decimals.slice(0, zeros).padEnd(zeros, '0');
  if (/[1-9]/.test(decimals.slice(zeros))) return { ok: false, reason: 'too_precise' };
  const digits = (whole + kept).replace(/^0+(?=\d)/, '');
  return isWithinMax(digits)
    ? { ok: true, fen: Number(digits) }
    : { ok: false, reason: 'too_large' };
}

/** Compares as text, because `Number` would round a number that is too large. */
function isWithinMax(digits: string): boolean {
  if (digits.length !== MAX_FEN_DIGITS.length) return digits.length < MAX_FEN_DIGITS.length;
  return digits <= MAX_FEN_DIGITS;
}

/**
 * Replaces full-width characters of Chinese keyboards. Unicode normalization would also turn `5²`
 * into `52`.
 */
function toHalfWidth(text: string): string {
  return text
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/￥/g, '¥')
    .replace(/\s+/g, ' ');
}
