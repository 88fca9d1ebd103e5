/** Characters of a search, at most. */
export const MAX_SEARCH_LENGTH = 40;

/** Parts of a search of which the rarest one is looked for; further ones only filter. */
const MAX_CANDIDATES = 24;

/** The latest sessions with any part of a search, by which the rarest part is chosen. */
export const MAX_SAMPLED = 50;

/** Sessions of which one call tests the titles, at most: with the sample and a page below 200. */
export const MAX_SEARCHED = 120;

/** What a title is found by. */
export interface Findable {
  /** All its parts of one and two characters, and of one to three letters: see {@link findableOf}. */
  readonly grams: readonly string[];
  /** Its characters, and after a space the same with initials in place of Chinese ones. */
  readonly foundAs: string;
}

/** What an evening is found by: the titles of all its pieces. */
export function findableTogether(titles: readonly Findable[]): Findable {
  return {
    grams: [...new Set(titles.flatMap(({ grams }) => grams))],
    foundAs: [...new Set(titles.map(({ foundAs }) => foundAs))].join(' '),
  };
}

/**
 * The letters, digits and Chinese characters of a text, by its words. Full-width forms become plain
 * ones, capitals small. Signs and emoji separate words.
 */
export function searchWords(text: string): string[] {
  const folded = text.normalize('NFKC').toLowerCase();
  return folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** All parts of a word of a length; none when it is shorter. */
function partsOf(word: readonly string[], length: number): string[] {
  const count = Math.max(0, word.length - length + 1);
  return Array.from({ length: count }, (_, at) => word.slice(at, at + length).join(''));
}

/**
 * What a title is found by. A person may leave spaces out, so the words of a title are one text.
 * @param initialsOf the initial of each Chinese character of a text, in order.
 */
export function findableOf(title: string, initialsOf: (text: string) => string[]): Findable {
  const text = searchWords(title).join('');
  const letters = text.replace(/\p{Script=Han}+/gu, (run) => initialsOf(run).join(''));
  const [characters, initials] = [Array.from(text), Array.from(letters)];
  const grams = [
    ...characters,
    ...partsOf(characters, 2),
    ...initials,
    ...partsOf(initials, 2),
    ...partsOf(initials, 3),
  ];
  return { grams: [...new Set(grams)], foundAs: `${text} ${letters}` };
}

const LETTERS = /^[a-z0-9]+$/;

/** Length of the parts by which a word is looked for: longer ones are rarer. */
function partLength(word: string): number {
  return LETTERS.test(word) ? 3 : 2;
}

/** What is looked for, worked out from what a person typed. */
export interface Search {
  readonly words: readonly string[];
  /** Parts that every match has; the rarest one selects. Empty: there is nothing to look for. */
  readonly candidates: readonly string[];
  /** Whether a title with the one candidate is a match, so that nothing has to be filtered. */
  readonly isOnePart: boolean;
}

/** Reads what a person typed. */
export function searchOf(typed: string): Search {
  const words = searchWords(typed);
  const parts = words.flatMap((word) => {
    const characters = Array.from(word);
    return partsOf(characters, Math.min(characters.length, partLength(word)));
  });
  const candidates = [...new Set(parts)].slice(0, MAX_CANDIDATES);
  return { words, candidates, isOnePart: words.length === 1 && words[0] === parts[0] };
}

/** Whether a title matches: it contains every word, in its characters or in its initials. */
export function isMatch({ words }: Search, { foundAs }: Pick<Findable, 'foundAs'>): boolean {
  return words.every((word) => foundAs.includes(word));
}

/**
 * The rarest part, by how often each occurs in a sample; of equally rare ones the longest.
 * @param counts a part that is missing in the sample occurs 0 times.
 */
export function rarestOf(
  candidates: readonly string[],
  counts: ReadonlyMap<string, number>,
): string | null {
  const rarity = (gram: string): number => (counts.get(gram) ?? 0) - gram.length / 10;
  return [...candidates].sort((a, b) => rarity(a) - rarity(b))[0] ?? null;
}
