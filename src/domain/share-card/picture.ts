import type { PublicPhase } from '../live-session/public-phase';
import { cutLine, textWidth, wrapText } from './fit-text';
import { CARD_HEIGHT, CARD_WIDTH, type DrawCommand } from './types';

/** The mark of a state: a shape besides the colour, for people who cannot tell colours apart. */
export type CardMark = 'disc' | 'ring' | 'target' | 'bars' | 'square' | 'cross' | 'none';

/** What the layout places; all words are ready. */
export interface PictureParts {
  readonly strip: { readonly mark: CardMark; readonly word: string; readonly color: string };
  /** Right end of the strip: verified or not. */
  readonly note: string;
  readonly coverColor: string;
  readonly small: string;
  readonly headline: string;
  /** Read in the chat list: the largest words of the picture. */
  readonly big: string;
  readonly overBig: string;
  readonly foot: string;
}

const MARGIN = 28;
const INNER = CARD_WIDTH - 2 * MARGIN;
const STRIP_HEIGHT = 68;
const WHITE = '#FFFFFF';
const SOFT_WHITE = 'rgba(255,255,255,0.82)';

/** Strip colours: white words on each have a contrast of at least 4.5. */
export const STRIP_BY_PHASE: Readonly<Record<PublicPhase, { mark: CardMark; color: string }>> = {
  upcoming: { mark: 'ring', color: '#2A5A7D' },
  should_be_on_air: { mark: 'target', color: '#A04F00' },
  on_air: { mark: 'disc', color: '#CF3430' },
  paused: { mark: 'bars', color: '#8A4745' },
  over: { mark: 'square', color: '#5F6165' },
  cancelled: { mark: 'cross', color: '#2C2C2E' },
};

const COVER_COLORS = ['#1F3A4D', '#3B2F4A', '#4A3328', '#24443A', '#4B2D38', '#2F3B57', '#40402A'];

/** A calm dark colour that stays with a name. */
export function coverColorOf(name: string): string {
  let hash = 0;
  for (const character of Array.from(name)) {
    hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  }
  return COVER_COLORS[hash % COVER_COLORS.length] ?? '#1F3A4D';
}

function markCommands(mark: CardMark, stripColor: string): DrawCommand[] {
  const x = MARGIN + 13;
  const y = STRIP_HEIGHT / 2;
  const disc: DrawCommand = { op: 'circle', x, y, radius: 12, fill: WHITE };
  const block = { op: 'rect', y: y - 11, height: 22, radius: 2, fill: WHITE } as const;
  const ring = [disc, { ...disc, radius: 8, fill: stripColor }];
  switch (mark) {
    case 'disc':
      return [disc];
    case 'ring':
      return ring;
    case 'target':
      return [...ring, { ...disc, radius: 4 }];
    case 'bars':
      return [x - 10, x + 3].map((left) => ({ ...block, x: left, width: 7 }));
    case 'square':
      return [{ ...block, x: x - 11, width: 22 }];
    case 'cross':
      return [text('×', x, y + 15, { size: 44, weight: 'bold', align: 'center', maxWidth: 40 })];
    case 'none':
      return [];
  }
}

type TextLook = Partial<Omit<Extract<DrawCommand, { op: 'text' }>, 'op' | 'text' | 'x' | 'y'>>;

function text(words: string, x: number, y: number, look: TextLook): DrawCommand {
  const usual = {
    size: 26,
    weight: 'normal',
    fill: WHITE,
    align: 'left',
    maxWidth: INNER,
  } as const;
  const command = { ...usual, ...look };
  return { op: 'text', text: cutLine(words, command.size, command.maxWidth), x, y, ...command };
}

function stripCommands({ strip, note }: PictureParts): DrawCommand[] {
  const left = strip.mark === 'none' ? MARGIN : MARGIN + 38;
  const y = STRIP_HEIGHT / 2 + 12;
  const right = { size: 24, align: 'right', maxWidth: 150 } as const;
  return [
    {
      op: 'rect',
      x: 0,
      y: 0,
      width: CARD_WIDTH,
      height: STRIP_HEIGHT,
      radius: 0,
      fill: strip.color,
    },
    ...markCommands(strip.mark, strip.color),
    text(strip.word, left, y, { size: 34, weight: 'bold', maxWidth: 250 }),
    text(note, CARD_WIDTH - MARGIN, y - 2, right),
  ];
}

/** The first of these sizes, px, at which words fit into a line; the last one where none does. */
function fittingSize(words: string, sizes: readonly [number, ...number[]]): number {
  const fits = sizes.find((size) => textWidth(words, size) <= INNER);
  return fits ?? sizes[sizes.length - 1] ?? sizes[0];
}

/** The picture's drawing, top to bottom. Without a time the headline takes its place. */
export function pictureCommands(parts: PictureParts): DrawCommand[] {
  const hasBig = parts.big !== '';
  const size = hasBig ? 38 : 48;
  const top = STRIP_HEIGHT + 44;
  const height = CARD_HEIGHT - STRIP_HEIGHT;
  const commands: DrawCommand[] = [
    {
      op: 'rect',
      x: 0,
      y: STRIP_HEIGHT,
      width: CARD_WIDTH,
      height,
      radius: 0,
      fill: parts.coverColor,
    },
    ...stripCommands(parts),
    text(parts.small, MARGIN, top, { fill: SOFT_WHITE }),
    ...wrapText(parts.headline, size, INNER, hasBig ? 2 : 3).map((line, index) =>
      text(line, MARGIN, top + 52 + index * size * 1.26, { size, weight: 'bold' as const }),
    ),
    text(parts.overBig, MARGIN, 278, {
      size: fittingSize(parts.overBig, [32, 28, 24]),
      fill: SOFT_WHITE,
    }),
    text(parts.big, MARGIN, 340, {
      size: fittingSize(parts.big, [64, 56, 48, 40]),
      weight: 'bold',
    }),
    text(parts.foot, MARGIN, 382, { size: 24, fill: SOFT_WHITE }),
  ];
  return commands.filter((command) => command.op !== 'text' || command.text !== '');
}
