import { fittingSize, INNER, MARGIN, text } from './card-text';
import { wrapText } from './fit-text';
import type { DrawCommand } from '../drawing/commands';
import { CARD_HEIGHT, CARD_WIDTH } from './types';

/** What a card without a cover shows; all words are ready. */
export interface PictureParts {
  readonly strip: { readonly word: string; readonly color: string };
  /** Right end of the strip. */
  readonly note: string;
  readonly coverColor: string;
  readonly small: string;
  readonly headline: string;
  /** Read in the chat list: the largest words of the picture. */
  readonly big: string;
  readonly overBig: string;
  readonly foot: string;
}

const STRIP_HEIGHT = 68;
const SOFT_WHITE = 'rgba(255,255,255,0.82)';

const COVER_COLORS = ['#1F3A4D', '#3B2F4A', '#4A3328', '#24443A', '#4B2D38', '#2F3B57', '#40402A'];

/** A calm dark colour that stays with a name. */
export function coverColorOf(name: string): string {
  let hash = 0;
  for (const character of Array.from(name)) {
    hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  }
  return COVER_COLORS[hash % COVER_COLORS.length] ?? '#1F3A4D';
}

function stripCommands({ strip, note }: PictureParts): DrawCommand[] {
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
    text(strip.word, MARGIN, y, { size: 34, weight: 'bold', maxWidth: 250 }),
    text(note, CARD_WIDTH - MARGIN, y - 2, right),
  ];
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
