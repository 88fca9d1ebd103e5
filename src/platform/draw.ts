import type { DrawCommand, Drawing, GroupCommand } from '../domain/drawing/commands';

const FONT = '-apple-system, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif';
/** Text may be squeezed to this share of its width before it is cut. */
const NARROWEST = 0.85;

/** The part of a 2D canvas context that cards need; the same in browsers and in WeChat. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'arc'
  | 'arcTo'
  | 'beginPath'
  | 'clip'
  | 'closePath'
  | 'fill'
  | 'fillRect'
  | 'fillText'
  | 'lineTo'
  | 'stroke'
  | 'translate'
  | 'measureText'
  | 'moveTo'
  | 'restore'
  | 'save'
  | 'fillStyle'
  | 'lineCap'
  | 'lineWidth'
  | 'strokeStyle'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
>;

type Command<Op extends DrawCommand['op']> = Extract<DrawCommand, { op: Op }>;

/** The outline of a rectangle with round corners. */
function outline(pen: Pen, box: Omit<Command<'rect'>, 'op' | 'fill'>): void {
  const { x, y, width, height, radius } = box;
  pen.beginPath();
  pen.moveTo(x + radius, y);
  pen.arcTo(x + width, y, x + width, y + height, radius);
  pen.arcTo(x + width, y + height, x, y + height, radius);
  pen.arcTo(x, y + height, x, y, radius);
  pen.arcTo(x, y, x + width, y, radius);
  pen.closePath();
}

function rect(pen: Pen, command: Command<'rect'>): void {
  const { x, y, width, height, radius } = command;
  if (radius === 0) return pen.fillRect(x, y, width, height);
  outline(pen, command);
  pen.fill();
}

function circle(pen: Pen, { x, y, radius }: Command<'circle'>): void {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fill();
}

function sector(pen: Pen, { x, y, radius, from, to }: Command<'sector'>): void {
  pen.beginPath();
  pen.moveTo(x, y);
  pen.arc(x, y, radius, from, to);
  pen.fill();
}

function line(pen: Pen, { x, y, toX, toY, width, fill }: Command<'line'>): void {
  pen.lineCap = 'round';
  pen.lineWidth = width;
  pen.strokeStyle = fill;
  pen.beginPath();
  pen.moveTo(x, y);
  pen.lineTo(toX, toY);
  pen.stroke();
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

function draw(pen: Pen, command: DrawCommand): void {
  pen.fillStyle = command.fill;
  switch (command.op) {
    case 'rect':
      return rect(pen, command);
    case 'circle':
      return circle(pen, command);
    case 'sector':
      return sector(pen, command);
    case 'line':
      return line(pen, command);
    case 'text':
      return text(pen, command);
  }
}

function group(pen: Pen, command: GroupCommand): void {
  pen.save();
  outline(pen, command);
  pen.clip();
  pen.translate(command.x, command.y);
  for (const part of command.commands) draw(pen, part);
  pen.restore();
}

/** Draws the commands in order. */
export function drawOn(pen: Pen, { commands }: Drawing): void {
  for (const command of commands) {
    if (command.op === 'group') group(pen, command);
    else draw(pen, command);
  }
}
