import { cutLine, textWidth } from './fit-text';
import type { DrawCommand } from '../drawing/commands';
import { CARD_WIDTH } from './types';

/** Free space at both sides of a card, px. */
export const MARGIN = 28;
/** Width of a line between them, px. */
export const INNER = CARD_WIDTH - 2 * MARGIN;
/** Colour of the words. */
export const WHITE = '#FFFFFF';

type TextLook = Partial<Omit<Extract<DrawCommand, { op: 'text' }>, 'op' | 'text' | 'x' | 'y'>>;

/** One line of words; what does not fit its width is cut. */
export function text(words: string, x: number, y: number, look: TextLook): DrawCommand {
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

/** The first of these sizes, px, at which words fit into a width; the last one where none does. */
export function fittingSize(
  words: string,
  sizes: readonly [number, ...number[]],
  width: number = INNER,
): number {
  const fits = sizes.find((size) => textWidth(words, size) <= width);
  return fits ?? sizes[sizes.length - 1] ?? sizes[0];
}
