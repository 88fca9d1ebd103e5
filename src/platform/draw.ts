import type { DrawCommand, Drawing } from '../domain/share-card';

const FONT = '-apple-system, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif';
/** Text may be squeezed to this share of its width before it is cut. */
const NARROWEST = 0.85;

/** The part of a 2D canvas context that cards need; the same in browsers and in WeChat. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'arc'
  | 'arcTo'
  | 'beginPath'
  | 'closePath'
  | 'fill'
  | 'fillText'
  | 'measureText'
  | 'moveTo'
  | 'fillStyle'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
>;

type Command<Op extends DrawCommand['op']> = Extract<DrawCommand, { op: Op }>;

function rect(pen: Pen, { x, y, width, height, radius }: Command<'rect'>): void {
  pen.beginPath();
  pen.moveTo(x + radius, y);
  pen.arcTo(x + width, y, x + width, y + height, radius);
  pen.arcTo(x + width, y + height, x, y + height, radius);
  pen.arcTo(x, y + height, x, y, radius);
  pen.arcTo(x, y, x + width, y, radius);
  pen.closePath();
  pen.fill();
}

function circle(pen: Pen, { x, y, radius }: Command<'circle'>): void {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fill();
}

function cut(pen: Pen, text: string, width: number): string {
  if (pen.measureText(text).width <= width) return text;
  const characters = Array.from(text);
  while (characters.length > 1 && pen.measureText(`${characters.join('')}…`).width > width) {
    characters.pop();
  }
  return `${characters.join('')}…`;
}

function text(pen: Pen, command: Command<'text'>): void {
  pen.font = `${command.weight} ${command.size}px ${FONT}`;
  pen.textAlign = command.align;
  pen.textBaseline = 'alphabetic';
  const fitting = cut(pen, command.text, command.maxWidth / NARROWEST);
  pen.fillText(fitting, command.x, command.y, command.maxWidth);
}

/** Draws the commands in order. */
export function drawOn(pen: Pen, { commands }: Drawing): void {
  for (const command of commands) {
    pen.fillStyle = command.fill;
    if (command.op === 'rect') rect(pen, command);
    else if (command.op === 'circle') circle(pen, command);
    else text(pen, command);
  }
}
