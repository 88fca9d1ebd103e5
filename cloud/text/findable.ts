import { type Findable, findableOf } from '../../src/domain/live-session/search';

/** The initials of Chinese characters: letters, or the character itself where it has no reading. */
type InitialsOf = (text: string) => string[];

let initials: Promise<InitialsOf> | null = null;

/** The dictionary takes 100 ms to load, so the first write that needs it loads it, and no reading. */
async function loadInitials(): Promise<InitialsOf> {
  const { pinyin } = await import('pinyin-pro');
  return (text) => {
    const found = pinyin(text, { pattern: 'first', toneType: 'none', type: 'array' });
    const characters = Array.from(text);
    if (found.length !== characters.length) return characters;
    return characters.map((character, at) => {
      const initial = found[at]?.toLowerCase() ?? '';
      return /^[a-z]$/.test(initial) ? initial : character;
    });
  };
}

/** What a session with this title is found by. */
export async function findableTitle(title: string): Promise<Findable> {
  initials ??= loadInitials();
  return findableOf(title, await initials);
}
