/**
 * Why a text cannot be stored: characters that nothing shows (they make two names look alike),
 * characters that turn the direction of what follows them, or half of a character.
 */
export type TextFault = 'invisible_characters' | 'direction_characters' | 'broken_characters';

// Ranges in place of Unicode's properties: older phones cannot read those, and every device and the
// cloud must decide alike.

const EMOJI = String.raw`[#*0-9\u00a9\u00ae\u203c-\u3299\u{1f000}-\u{1faff}]`;
const IN_COLOUR = String.raw`${EMOJI}(?:\ufe0f|[\u{1f3fb}-\u{1f3ff}])?`;
const HAN = String.raw`[\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3fffd}]`;

/**
 * What may hold characters that are otherwise refused: emoji joined by U+200D or in colour by U+FE0F,
 * keycaps, flags of regions, and variants of Chinese characters.
 */
const SEQUENCES = new RegExp(
  [
    `${IN_COLOUR}(?:\\u200d${IN_COLOUR})+`,
    String.raw`${EMOJI}[\ufe0e\ufe0f]\u20e3?`,
    String.raw`\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]+\u{e007f}`,
    String.raw`${HAN}[\ufe00-\ufe02\u{e0100}-\u{e01ef}]`,
  ].join('|'),
  'gu',
);

/** Unicode's Default_Ignorable_Code_Point, the blank Braille cell, and annotation marks. */
const INVISIBLE =
  // eslint-disable-next-line no-misleading-character-class -- single code points are meant
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/u;
/** Unicode's Bidi_Control. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
/** Half of a character: whole ones are not seen as halves under the flag `u`. */
const BROKEN = /[\ud800-\udfff]/u;
const SPACES_AND_MARKS =
  // eslint-disable-next-line no-misleading-character-class -- marks without a letter are meant
  /[\s\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u2800\ufe00-\ufe0f\ufe20-\ufe2f]/gu;

/** The first fault of a text; null for none. Rare characters, emoji and any script are plain text. */
export function textFault(text: string): TextFault | null {
  if (BROKEN.test(text)) return 'broken_characters';
  const rest = text.replace(SEQUENCES, '');
  if (DIRECTION.test(rest)) return 'direction_characters';
  return INVISIBLE.test(rest) ? 'invisible_characters' : null;
}

/** Whether a text shows anything: a name of spaces or of combining marks alone does not. */
export function isVisible(text: string): boolean {
  return text.replace(SPACES_AND_MARKS, '') !== '';
}
