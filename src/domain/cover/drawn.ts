import type { CoverCommand, Drawing, GroupCommand, Sketch } from '../drawing/commands';
import { coverOf } from './cover';
import { grayOf } from './gray';

function groupOf(cover: CoverCommand): GroupCommand {
  const { x, y, width, height, radius, isGray } = cover;
  const shapes = coverOf(cover);
  const commands = isGray
    ? shapes.map((shape) => ({ ...shape, fill: grayOf(shape.fill) }))
    : shapes;
  return { op: 'group', x, y, width, height, radius, commands };
}

/** A sketch with the shapes of its covers. */
export function drawnSketch({ width, height, commands }: Sketch): Drawing {
  return {
    width,
    height,
    commands: commands.map((command) => (command.op === 'cover' ? groupOf(command) : command)),
  };
}
