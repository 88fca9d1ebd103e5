/** Characters without a width that come along when a figure is copied. */
const INVISIBLE =
  // eslint-disable-next-line no-misleading-character-class -- single code points, listed one by one
  /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * Typed or pasted text without invisible characters, with full-width characters of Chinese keyboards
 * replaced, and spaces of any width as one space. Unicode normalization would also turn `5²` into
 * `52`.
 */
export function plainText(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\s+/g, ' ')
    .trim();
}
