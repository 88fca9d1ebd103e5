import type { DrawCommand } from '../drawing/commands';

/** A quarter turn, radians. */
export const QUARTER = Math.PI / 2;

/** A rectangle. */
export function rect(
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
): DrawCommand {
  return { op: 'rect', x, y, width, height, radius: 0, fill };
}

/** A disc. */
export function disc(x: number, y: number, radius: number, fill: string): DrawCommand {
  return { op: 'circle', x, y, radius, fill };
}

/** A sector of a disc, clockwise from one angle to another. */
export function sector(
  centre: { x: number; y: number; radius: number },
  from: number,
  to: number,
  fill: string,
): DrawCommand {
  return { op: 'sector', ...centre, from, to, fill };
}

/** A line with round ends. */
export function line(
  [x, y]: readonly [number, number],
  [toX, toY]: readonly [number, number],
  width: number,
  fill: string,
): DrawCommand {
  return { op: 'line', x, y, toX, toY, width, fill };
}

/** One letter, centred on a point. */
export function letterAt(
  letter: string,
  { x, y }: { x: number; y: number },
  size: number,
  fill: string,
): DrawCommand {
  // The middle of a letter lies above its baseline by about a third of its size.
  const baseline = y + size * 0.36;
  return {
    op: 'text',
    text: letter,
    x,
    y: baseline,
    size,
    weight: 'bold',
    fill,
    align: 'center',
    maxWidth: size * 1.2,
  };
}
