/** Colours of a cover. Words in {@link INK} have at least 4.5:1 on `ground` and `dark`, on the others never. */
export interface Palette {
  readonly ground: string;
  readonly light: string;
  readonly dark: string;
  readonly accent: string;
}

/** Colour of the letter on a plate, and of words on a cover. */
export const INK = '#FFF8EC';

function palette(ground: string, light: string, dark: string, accent: string): Palette {
  return { ground, light, dark, accent };
}

/** Leather, lychee, tangerine, ginger, bamboo, jade, lake, indigo, bauhinia, clay. The order is kept. */
export const PALETTES: readonly Palette[] = [
  palette('#8A4B2A', '#C4875A', '#5C2F18', '#F0D3A8'),
  palette('#A63446', '#D8727A', '#701F2E', '#F6C9B8'),
  palette('#AE4F17', '#E08D4F', '#76340E', '#F8DCAB'),
  palette('#84610A', '#C59B35', '#594105', '#F3E2A6'),
  palette('#4A6B2A', '#8AAA5E', '#2F4718', '#E5E8B6'),
  palette('#1F6B5A', '#5FA894', '#11443A', '#CFE8D2'),
  palette('#1B6478', '#5C9FB0', '#0E414F', '#D0E7E6'),
  palette('#2F4F8A', '#728FC6', '#1C335E', '#D6E0F2'),
  palette('#7A3B78', '#B47AB0', '#51244D', '#F2D4E5'),
  palette('#66564C', '#A3917F', '#443831', '#EADFCC'),
];
