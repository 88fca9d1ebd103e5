import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { findableOf, isMatch, rarestOf, searchOf, searchWords } from './search';

/** Parts of a search that are looked up at most. */
const MAX_CANDIDATES = 24;

const INITIALS: Readonly<Record<string, string>> = { 双: 's', 肩: 'j', 包: 'b', 专: 'z', 场: 'c' };

function initialsOf(text: string): string[] {
  return Array.from(text).map((character) => INITIALS[character] ?? character);
}

function finds(typed: string, title: string): boolean {
  const { grams, foundAs } = findableOf(title, initialsOf);
  const search = searchOf(typed);
  const isSelected = search.candidates.every((gram) => grams.includes(gram));
  const isFound = search.words.length > 0 && isMatch(search, { foundAs });
  // A title that lacks a part is never tested, so a match must have all of them.
  if (isFound) expect(isSelected).toBe(true);
  return isFound;
}

describe('a search', () => {
  it.each([
    ['双肩包', '双肩包专场'],
    ['包', '双肩包专场'],
    ['sjbzc', '双肩包专场'],
    ['SJB', '双肩包专场'],
    ['jb', '双肩包专场'],
    ['双11', '双 11 大场'],
    ['s11', '双11 大场'],
    ['１１', '双11大场'],
    ['ｌａｂｕ', 'Labubu 上新'],
    ['上新 labubu', 'LABUBU上新'],
    ['包 zc', '双肩包专场'],
    ['😀双肩', '双肩包😀专场'],
  ])('%s finds %s', (typed, title) => {
    expect(finds(typed, title)).toBe(true);
  });

  it.each([
    ['包双', '双肩包专场'],
    ['sbz', '双肩包专场'],
    ['双肩包 女包', '双肩包专场'],
    ['.*', '双肩包专场'],
    ['[双]', '肩包专场'],
    ['c s', '上新'],
  ])('%s does not find %s', (typed, title) => {
    expect(finds(typed, title)).toBe(false);
  });

  it.each(['', ' ', '.*', '。！？', '😀', '​'])('for %j looks for nothing', (typed) => {
    expect(searchOf(typed)).toEqual({ words: [], candidates: [], isOnePart: false });
  });

  it('selects every title that contains what was typed, whatever it is', () => {
    const anyText = fc.string({
      unit: fc.constantFrom(...'双肩包专场ab1２Ａ .*😀é𠮷ü'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(anyText, anyText, anyText, (before, typed, after) => {
        const isAny = searchWords(typed).length > 0;
        if (isAny) expect(finds(typed, before + typed + after)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('looks for the rarest of at most so many parts, and filters by all words', () => {
    const letters = Array.from({ length: MAX_CANDIDATES + 2 }, (_, at) =>
      String.fromCodePoint(0x4e00 + at),
    );
    const exact = letters.slice(0, MAX_CANDIDATES + 1).join('');
    expect(searchOf(exact).candidates).toHaveLength(MAX_CANDIDATES);
    const longer = letters.join('');
    expect(searchOf(longer).candidates).toEqual(searchOf(exact).candidates);
    expect(finds(longer, longer)).toBe(true);
    expect(finds(longer, exact)).toBe(false);
  });

  it('chooses the part that occurs least, one that does not occur at all first', () => {
    expect(
      rarestOf(
        ['上新', '双肩'],
        new Map([
          ['上新', 40],
          ['双肩', 3],
        ]),
      ),
    ).toBe('双肩');
    expect(rarestOf(['上新', '双肩'], new Map([['上新', 40]]))).toBe('双肩');
    expect(rarestOf([], new Map())).toBeNull();
  });
});
