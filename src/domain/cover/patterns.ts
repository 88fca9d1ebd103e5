import type { DrawCommand } from '../drawing/commands';
import type { Palette } from './palettes';
import { disc, line, QUARTER, rect, sector } from './shapes';

/** One cell of a pattern, in columns and rows from the centre of the picture. */
export interface Cell {
  readonly column: number;
  readonly row: number;
  /** Its left and top edge, px. */
  readonly x: number;
  readonly y: number;
  /** Its width, px. */
  readonly size: number;
  /** Height of the whole picture, px. */
  readonly height: number;
  readonly colors: Palette;
  /** The next number of the cell, 0 to 1: the same ones at every size and in every crop. */
  readonly next: () => number;
}

/** A family of patterns. */
export interface Pattern {
  /** Cells on the short side of the picture. */
  readonly perSide: number;
  /** Height of a row, as a share of a cell's width. */
  readonly rowShare: number;
  /** Which colour lies under all cells. */
  readonly under: 'ground' | 'dark';
  readonly draw: (cell: Cell) => DrawCommand[];
}

/** Light half of the time, else accent or dark. */
function anyOf({ next, colors }: Cell): string {
  const share = next();
  if (share < 0.5) return colors.light;
  return share < 0.75 ? colors.accent : colors.dark;
}

/** Three bands, across or upright in turn. */
function weave(cell: Cell): DrawCommand[] {
  const { column, row, x, y, size, colors, next } = cell;
  const fill = next() < 0.2 ? colors.accent : next() < 0.4 ? colors.ground : colors.light;
  const [inset, long, wide] = [size * 0.03, size * 0.94, size * 0.27];
  const isAcross = ((column + row) & 1) === 1;
  return [0, 1, 2].map((band) => {
    const offset = ((band + 0.1) * size) / 3;
    return isAcross
      ? rect(x + inset, y + offset, long, wide, fill)
      : rect(x + offset, y + inset, wide, long, fill);
  });
}

/** Rings, of which lower rows lie over upper ones. */
function scallop({ row, x, y, size, colors, next }: Cell): DrawCommand[] {
  const centre = x + ((row & 1) === 1 ? size / 2 : 0);
  const core = next() < 0.18 ? colors.accent : colors.dark;
  const rings = [
    [0.5, colors.light],
    [0.45, colors.ground],
    [0.3, colors.light],
    [0.17, core],
  ] as const;
  return rings.map(([share, fill]) => disc(centre, y, size * share, fill));
}

/** The grain of leather: nine dots out of line. */
function grain({ x, y, size, colors, next }: Cell): DrawCommand[] {
  return Array.from({ length: 9 }, (_v, dot) => {
    const radius = size * (0.05 + 0.085 * next());
    const left = x + (size * ((dot % 3) + 0.25 + 0.5 * next())) / 3;
    const top = y + (size * (Math.floor(dot / 3) + 0.25 + 0.5 * next())) / 3;
    const fill = next() < 0.12 ? colors.accent : next() < 0.5 ? colors.light : colors.dark;
    return disc(left, top, radius, fill);
  });
}

/** Slanted stripes: the cell in the middle row decides for its column. */
function stripes(cell: Cell): DrawCommand[] {
  const { row, x, size, height, next } = cell;
  if (row !== 0) return [];
  const width = size * (0.16 + 0.5 * next());
  return [line([x - height, height * 1.5], [x + height, -height * 0.5], width, anyOf(cell))];
}

/** Half discs and rods. */
function terrazzo(cell: Cell): DrawCommand[] {
  const { x, y, size, next } = cell;
  return Array.from({ length: 7 }, () => {
    const angle = next() * 4 * QUARTER;
    const [left, top] = [x + size * next(), y + size * next()];
    const radius = size * (0.07 + 0.11 * next());
    if (next() < 0.6) {
      return sector({ x: left, y: top, radius }, angle, angle + 2 * QUARTER, anyOf(cell));
    }
    const end = [
      left + radius * 1.6 * Math.cos(angle),
      top + radius * 1.6 * Math.sin(angle),
    ] as const;
    return line([left, top], end, radius * 0.6, anyOf(cell));
  });
}

/** A quarter disc in one corner, and a smaller one on it. */
function arcs({ x, y, size, colors, next }: Cell): DrawCommand[] {
  const corner = Math.floor(next() * 4);
  const centre = {
    x: x + (corner === 1 || corner === 2 ? size : 0),
    y: y + (corner > 1 ? size : 0),
  };
  const isDark = next() < 0.5;
  const large = isDark ? colors.light : next() < 0.4 ? colors.accent : colors.dark;
  const from = corner * QUARTER;
  return [
    // Half a pixel more hides the seam between cells.
    rect(x, y, size + 0.5, size + 0.5, isDark ? colors.dark : colors.ground),
    sector({ ...centre, radius: size }, from, from + QUARTER, large),
    sector(
      { ...centre, radius: size / 2 },
      from,
      from + QUARTER,
      isDark ? colors.accent : colors.light,
    ),
  ];
}

/** Every family. The order is kept: an id picks by it. */
export const PATTERNS: readonly Pattern[] = [
  { perSide: 3, rowShare: 1, under: 'dark', draw: weave },
  { perSide: 3, rowShare: 0.5, under: 'ground', draw: scallop },
  { perSide: 3, rowShare: 1, under: 'ground', draw: grain },
  { perSide: 4, rowShare: 1, under: 'ground', draw: stripes },
  { perSide: 2, rowShare: 1, under: 'ground', draw: terrazzo },
  { perSide: 2, rowShare: 1, under: 'ground', draw: arcs },
];
