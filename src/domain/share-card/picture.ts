import { initialOf, paletteOf } from '../cover/cover';
import type { CoverCommand, DrawCommand, Sketch } from '../drawing/commands';
import { fittingSize, INNER, MARGIN, text, WHITE } from './card-text';
import { textWidth, wrapText } from './fit-text';
import { type ShownState, STATE_LOOK, type StateMark } from './states';
import { CARD_HEIGHT, CARD_WIDTH } from './types';

/** The picture fills the card to here, px; below it stands one block of words. */
const COVER_HEIGHT = 232;
const CHIP_HEIGHT = 36;
const CHIP_SIZE = 22;
const VEIL = 'rgba(0,0,0,0.62)';

/** What a session's card shows; all words are ready. */
export interface SessionPicture {
  readonly shopId: string;
  readonly shopName: string;
  readonly sessionId: string;
  readonly state: ShownState;
  /** State or day, then the time: both stay true while the card lies in a chat. */
  readonly lines: readonly [string, string];
  /** Whether the store was checked. */
  readonly checked: string;
  /** The zone of the clock; empty without a clock. */
  readonly zone: string;
}

/** What a store's card shows. */
export interface ShopPicture {
  readonly shopId: string;
  readonly name: string;
  /** What it sells. */
  readonly about: string;
  readonly checked: string;
}

function box(
  x: number,
  y: number,
  [width, height]: readonly [number, number],
  fill: string,
): DrawCommand {
  return { op: 'rect', x, y, width, height, radius: 0, fill };
}

/** Small words on a dark ground at the right edge of the cover. */
function chip(words: string, y: number): DrawCommand[] {
  if (words === '') return [];
  const width = Math.ceil(textWidth(words, CHIP_SIZE)) + 24;
  const x = CARD_WIDTH - 16 - width;
  return [
    { op: 'rect', x, y, width, height: CHIP_HEIGHT, radius: 8, fill: VEIL },
    text(words, x + width / 2, y + 26, { size: CHIP_SIZE, align: 'center', maxWidth: width - 16 }),
  ];
}

/** The shape of a state around a point. */
function markAt(mark: StateMark, [x, y]: readonly [number, number], ground: string): DrawCommand[] {
  const disc: DrawCommand = { op: 'circle', x, y, radius: 16, fill: WHITE };
  const ring = [disc, { ...disc, radius: 10, fill: ground }];
  const quarter = Math.PI / 2;
  switch (mark) {
    case 'disc':
      return [disc];
    case 'ring':
      return ring;
    case 'half':
      return [
        ...ring,
        { op: 'sector', x, y, radius: 16, from: quarter, to: 3 * quarter, fill: WHITE },
      ];
    case 'bars':
      return [-13, 4].map((left) => box(x + left, y - 15, [9, 30], WHITE));
    case 'square':
      return [box(x - 15, y - 15, [30, 30], WHITE)];
    case 'cross':
      return [1, -1].map((side) => ({
        op: 'line',
        x: x - 13,
        y: y - 13 * side,
        toX: x + 13,
        toY: y + 13 * side,
        width: 7,
        fill: WHITE,
      }));
  }
}

function coverAtTop(subject: Pick<CoverCommand, 'id' | 'letter' | 'isGray'>): CoverCommand {
  return {
    op: 'cover',
    x: 0,
    y: 0,
    width: CARD_WIDTH,
    height: COVER_HEIGHT,
    radius: 0,
    ...subject,
  };
}

/** A session's card: its cover, and one block of the state's colour with the two lines. */
export function sessionPicture(shown: SessionPicture): Sketch {
  const { shopId, shopName, sessionId, state, lines, checked, zone } = shown;
  const { color, mark } = STATE_LOOK[state];
  const isGray = state === 'over' || state === 'cancelled';
  const cover = coverAtTop({ id: shopId, letter: initialOf(shopName), isGray });
  const [first, second] = lines;
  const left = MARGIN + 48;
  const size = fittingSize(second, [66, 60, 52, 46, 36]);
  const baseline = 374;
  const struck = box(
    MARGIN,
    baseline - size * 0.36,
    [Math.min(INNER, textWidth(second, size)), 5],
    WHITE,
  );
  const commands = [
    { ...cover, variant: sessionId },
    ...chip(checked, 16),
    ...chip(zone, COVER_HEIGHT - CHIP_HEIGHT - 16),
    box(0, COVER_HEIGHT, [CARD_WIDTH, CARD_HEIGHT - COVER_HEIGHT], color),
    ...markAt(mark, [MARGIN + 18, 274], color),
    text(first, left, 290, {
      // Never larger than the time below it.
      size: Math.min(size - 4, fittingSize(first, [46, 42, 36, 30], INNER - 48)),
      weight: 'bold',
      maxWidth: INNER - 48,
    }),
    text(second, MARGIN, baseline, { size, weight: 'bold' }),
    ...(state === 'cancelled' ? [struck] : []),
  ];
  return { width: CARD_WIDTH, height: CARD_HEIGHT, commands };
}

/** A store's card: its pattern, and its name beside its logo on the pattern's dark. */
export function shopPicture({ shopId, name, about, checked }: ShopPicture): Sketch {
  const { dark } = paletteOf(shopId);
  const left = 180;
  const width = CARD_WIDTH - MARGIN - left;
  const short = textWidth(name, 1) <= 6 ? 54 : 40;
  const isLong = textWidth(name, short) > width;
  const names = isLong ? wrapText(name, 34, width, 2) : [name];
  const size = isLong ? 34 : short;
  const commands = [
    coverAtTop({ id: shopId, letter: '', isGray: false }),
    ...chip(checked, 16),
    box(0, COVER_HEIGHT, [CARD_WIDTH, CARD_HEIGHT - COVER_HEIGHT], dark),
    {
      op: 'cover' as const,
      x: MARGIN,
      y: 252,
      width: 128,
      height: 128,
      radius: 28,
      id: shopId,
      letter: initialOf(name),
      isGray: false,
    },
    ...names.map((line, index) =>
      text(line, left, (isLong ? 290 : 312) + index * 42, {
        size,
        weight: 'bold',
        maxWidth: width,
      }),
    ),
    ...(about === '' ? [] : [text(about, left, 366, { size: 28, maxWidth: width })]),
  ];
  return { width: CARD_WIDTH, height: CARD_HEIGHT, commands };
}
