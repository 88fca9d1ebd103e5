/** A key of the pad. */
export type PadKey =
  '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '.' | '万' | 'back';

/** Beyond this many characters an amount is a slip of the finger (2^53−1 fen has 17 digits). */
const LONGEST = 18;

/**
 * The text after a key that takes the place of all of it, as a key does when the text is selected.
 * A key that cannot begin an amount does nothing.
 */
export function replaceByKey(text: string, key: PadKey): string {
  const next = pressKey('', key);
  return next === '' && key !== 'back' ? text : next;
}

/**
 * The text after a key. Keys that could not lead to an amount do nothing: a second point, a digit
 * behind 万, a leading zero.
 */
export function pressKey(text: string, key: PadKey): string {
  if (key === 'back') return Array.from(text).slice(0, -1).join('');
  if (text.length >= LONGEST || text.endsWith('万')) return text;
  if (key === '万') return /\d$/.test(text) ? `${text}万` : text;
  if (key === '.') {
    if (text.includes('.')) return text;
    return text === '' ? '0.' : `${text}.`;
  }
  return text === '0' ? key : text + key;
}
