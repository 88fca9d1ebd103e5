import { plainText } from '../typed-text';
import { MAX_FEN } from './amount';

/** Why a typed amount cannot be read; each reason has its own words in the interface. */
export type AmountProblem = 'empty' | 'not_a_number' | 'negative' | 'too_precise' | 'too_large';

/** A typed amount in fen, or its problem. */
export type ParsedAmount = { ok: true; fen: number } | { ok: false; reason: AmountProblem };

/** Number of zeros of each unit. `w` is often typed for 万. */
const UNIT_ZEROS: Readonly<Record<string, number>> = {
  百: 2,
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
/** Units are not mixed, so one character tells. */
const CHINESE_UNIT = /[百千万亿]/;
const WAN_ZEROS = 4;
const FEN_ZEROS = 2;
const MAX_FEN_DIGITS = String(MAX_FEN);
/** A part before the last one, as the `1亿` of `1亿2000万`: digits, unit, and what follows. */
const HIGHER_PART = /(\d+) ?(百万|千万|[百千万亿]) ?(.*)/;
/**
 * Sign, ¥, higher parts, whole part (plain, or grouped by threes), decimals, unit, digits after it,
 * 元.
 */
const AMOUNT =
  /^([-−])? ?¥? ?([-−])?((?:\d+ ?(?:百万|千万|[百千万亿]) ?)*?)(\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+)?(\.\d*)? ?(?:(百万|千万|[百千万亿kmbw])(\d+)?)? ?元?$/i;

/**
 * Reads an amount of yuan as people type or paste it: `12.5万`, `12万5`, `12万5千`, `1.05亿`,
 * `1亿2000万`, `83,200.50`, `¥ 83200元`, `RMB100`, `100块`, `83.2K`, full-width digits, traditional
 * characters, spaces of any width. It works on digits as text, never on fractions, so no fen is
 * lost; the largest result is {@link MAX_FEN}.
 */
export function parseAmount(text: string): ParsedAmount {
  const plain = plainAmount(text);
  if (plain === '') return { ok: false, reason: 'empty' };
  const match = AMOUNT.exec(plain);
  if (!match) return { ok: false, reason: 'not_a_number' };
  const [, minus, innerMinus, higher = '', integer = '', fraction = '', unit = '', rest = ''] =
    match;
  const zeros = UNIT_ZEROS[unit.toLowerCase()] ?? 0;
  const whole = joinParts(higher, integer.replace(/[, ]/g, ''), unit);
  const decimals = rest === '' ? fraction.slice(1) : decimalsAfterUnit(rest, fraction, unit, zeros);
  if (whole === null || decimals === null) return { ok: false, reason: 'not_a_number' };
  if (whole === '' && decimals === '') return { ok: false, reason: 'not_a_number' };
  if (minus ?? innerMinus) return { ok: false, reason: 'negative' };
  return scale(whole, decimals, zeros);
}

/**
 * The digits of all parts of an amount, counted in its last unit: `1亿` before `2000` of 万 is
 * `12000`. Each part has to fit below the unit before it.
 * @returns null where it does not, or the unit can be meant as another one.
 */
function joinParts(higher: string, whole: string, unit: string): string | null {
  const part = HIGHER_PART.exec(higher);
  if (!part) return whole;
  const [, digits = '', partUnit = '', following = ''] = part;
  const next = HIGHER_PART.exec(following);
  const below = joinParts(following, whole, unit);
  const width = placesBelow(partUnit, next?.[2] ?? unit);
  const count = next?.[1] ?? whole;
  if (below === null || width === null || count.length > width || !/^[1-9]/.test(count)) {
    return null;
  }
  const places = (UNIT_ZEROS[partUnit] ?? 0) - (UNIT_ZEROS[unit] ?? 0);
  return digits + below.padStart(places, '0');
}

/**
 * How many digits of `unit` fit below a higher one, none where it is not higher; null where no such
 * part can follow. After 亿 and 千万, 千 and 百 are also said for 千万 and 百万.
 */
function placesBelow(higher: string, unit: string): number | null {
  const [above = 0, zeros] = [UNIT_ZEROS[higher], UNIT_ZEROS[unit]];
  if (zeros === undefined || !CHINESE_UNIT.test(unit)) return null;
  return above > WAN_ZEROS && zeros < WAN_ZEROS ? null : above - zeros;
}

/**
 * Digits after a unit, as decimals of it: `1万2` is 1.2万 and `1万2345` is 1.2345万. Anything between
 * one digit and as many as the unit has zeros could mean either, and is not read.
 */
function decimalsAfterUnit(
  rest: string,
  fraction: string,
  unit: string,
  zeros: number,
): string | null {
  if (!CHINESE_UNIT.test(unit) || fraction !== '') return null;
  return rest.length === 1 || rest.length === zeros ? rest : null;
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
  const { length } = MAX_FEN_DIGITS;
  return digits.length < length || (digits.length === length && digits <= MAX_FEN_DIGITS);
}

/** Traditional and colloquial forms of what an amount may contain. */
const SAME_MEANING: readonly (readonly [RegExp, string])[] = [
  [/￥/g, '¥'],
  [/。/g, '.'],
  [/萬/g, '万'],
  [/億/g, '亿'],
  [/仟/g, '千'],
  [/佰/g, '百'],
  [/^(?:RMB|CNY|人民币|人民幣)(?: ?¥)?/i, '¥'],
  [/ ?(?:RMB|CNY|人民币|人民幣)$/i, ''],
  [/块钱|塊錢|圆整|元整|块|塊|圆|圓/, '元'],
];

/** The amount with the characters that {@link AMOUNT} knows. */
function plainAmount(text: string): string {
  return SAME_MEANING.reduce(
    (plain, [form, meaning]) => plain.replace(form, meaning),
    plainText(text),
  );
}
