import { coverColorOf, pictureCommands } from './plain-picture';
import { CARD_HEIGHT, CARD_WIDTH, type ShareCard } from './types';

/** Words of an invitation's card, in one language. */
export interface TeamCardWords {
  readonly title: string;
  readonly strip: string;
  readonly note: string;
  readonly role: string;
  readonly foot: string;
}

/** The card of an invitation to a team. It is made of the store's name and the role alone. */
export function teamCard(shopName: string, path: string, words: TeamCardWords): ShareCard {
  const { title, strip, note, role, foot } = words;
  const commands = pictureCommands({
    strip: { word: strip, color: '#2A5A7D' },
    note,
    coverColor: coverColorOf(shopName),
    small: '',
    headline: shopName,
    overBig: '',
    big: role,
    foot,
  });
  return { title, path, picture: { width: CARD_WIDTH, height: CARD_HEIGHT, commands } };
}
