import { describe, expect, it } from 'vitest';

import { isVisible, textFault } from './visible-text';

const point = (hex: string): string => String.fromCodePoint(Number.parseInt(hex, 16));

describe('textFault', () => {
  it.each(
    '200B 200C 200D 2060 2063 00AD 034F 115F 1160 3164 FFA0 2800 180E 17B4 FE0F FE00 FEFF E0001 E0041 E0100 FFF9 1D173'.split(
      ' ',
    ),
  )('refuses U+%s between letters and alone', (hex) => {
    expect(textFault(`花${hex === 'FE00' || hex === 'E0100' ? 'a' : ''}${point(hex)}都`)).toBe(
      'invisible_characters',
    );
    expect(textFault(point(hex))).toBe('invisible_characters');
  });

  it.each('200E 200F 061C 202A 202B 202D 202E 2066 2067 2069'.split(' '))(
    'refuses U+%s, which turns the direction',
    (hex) => {
      expect(textFault(`花${point(hex)}都`)).toBe('direction_characters');
    },
  );

  it.each([
    ['the first half of a pair', '花\ud842'],
    ['the second half of a pair', '\udfb7都'],
    ['two halves in the wrong order', '\udfb7\ud842'],
  ])('refuses %s', (_what, text) => {
    expect(textFault(text)).toBe('broken_characters');
  });

  it.each([
    ['a joined emoji after a letter', 'a\u200d🎉'],
    ['a joiner at the end', '👩\u200d'],
    ['two joiners', '👩\u200d\u200d👧'],
    ['a colour sign after a letter', 'a\ufe0f'],
    ['two colour signs', '❤\ufe0f\ufe0f'],
    ['a flag that does not end', '🏴\u{e0067}\u{e0062}'],
    ['a tag without its flag', '花\u{e0067}\u{e007f}'],
  ])('refuses %s', (_what, text) => {
    expect(textFault(text)).toBe('invisible_characters');
  });

  it.each([
    ['a family', '👩‍👩‍👧‍👦'],
    ['a person with a skin tone and a trade', '👩🏽‍🍳'],
    ['a heart on fire', '❤️‍🔥'],
    ['a pride flag', '🏳️‍🌈'],
    ['a keycap', '1️⃣'],
    ['a national flag', '🇨🇳'],
    ['a flag of a region', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    ['a sun in colour', '☀️'],
    ['a sun as text', '☀︎'],
    ['a character beyond the BMP', '𠮷野家'],
    ['a variant of a Chinese character', '葛\u{e0100}飾'],
    ['Uyghur, Tibetan, Mongolian and Arabic', 'ئۇيغۇر བོད ᠮᠣᠩᠭᠣᠯ عربي'],
    ['accents as marks of their own', 'e\u0301te\u0301'],
    ['an ideographic space', '花都　箱包'],
    ['nothing', ''],
  ])('takes %s', (_what, text) => {
    expect(textFault(text)).toBeNull();
  });
});

describe('textFault over all of Unicode', () => {
  it('refuses every character that Unicode calls ignorable or a control of direction, and no other', () => {
    const annotations = (code: number): boolean => code >= 0xfff9 && code <= 0xfffb;
    for (let code = 0; code <= 0x10ffff; code += 1) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const text = String.fromCodePoint(code);
      const isTurning = /\p{Bidi_Control}/u.test(text);
      const isUnseen = /[\p{Default_Ignorable_Code_Point}\u2800]/u.test(text) || annotations(code);
      const fault = isTurning ? 'direction_characters' : isUnseen ? 'invisible_characters' : null;
      if (textFault(text) !== fault) expect.fail(`U+${code.toString(16)}: ${textFault(text)}`);
    }
  });

  it('takes every emoji in colour, in a skin tone and joined', () => {
    for (let code = 0xa9; code <= 0x1ffff; code += 1) {
      const text = String.fromCodePoint(code);
      if (!/\p{Emoji_Presentation}|\p{Emoji}/u.test(text)) continue;
      for (const sequence of [`${text}\ufe0f`, `${text}\u{1f3fd}`, `👩\u200d${text}\ufe0f`]) {
        if (textFault(sequence) !== null) expect.fail(`U+${code.toString(16)}`);
      }
    }
  });
});

describe('isVisible', () => {
  it.each(['花', 'a', '7', '！', '🎉', '☀️', '𠮷', '￥'])('sees %s', (text) => {
    expect(isVisible(text)).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['spaces of several widths', ' \u3000\u2003'],
    ['a mark without a letter', '\u0301'],
    ['a blank Braille cell', '\u2800'],
  ])('sees nothing in %s', (_what, text) => {
    expect(isVisible(text)).toBe(false);
  });
});
