import type { CoverSubject, DrawCommand } from '../drawing/commands';
import { INK, type Palette, PALETTES } from './palettes';
import { type Pattern, PATTERNS } from './patterns';
import { disc, letterAt, rect } from './shapes';

/** FNV-1a with a final mix, 32 bits. */
function hashOf(text: string): number {
  let hash = 2_166_136_261;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 16_777_619);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_507);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** The item that a hash picks. */
function pick<Item>(items: readonly Item[], hash: number): Item {
  return items[hash % items.length] as Item;
}

/** A place in front of a name says nothing about the store. */
const PLACE = /^(广东省?)?(广州市?)?(花都区?)?([一-龥]{2}[镇街])?/;

/** The letter that stands for a store: 花都区狮岭镇阿禾 is 阿. */
export function initialOf(name: string): string {
  const [first = ''] = Array.from(name.replace(PLACE, '') || name);
  return first.toUpperCase();
}

/** The colours of a store's covers. */
export function paletteOf(id: string): Palette {
  return pick(PALETTES, hashOf(id));
}

/** The rows and columns of a pattern, counted from the centre so that every crop shows the same. */
function cellsOf(
  { perSide, rowShare, draw }: Pattern,
  { width, height }: CoverSubject,
  { colors, seed }: { colors: Palette; seed: number },
): DrawCommand[] {
  const size = Math.round(Math.min(width, height) / perSide);
  const rowHeight = size * rowShare;
  // Stripes lean, and begin beside the picture.
  const columns = Math.ceil((perSide === 4 ? width + height : width) / size / 2) + 1;
  const rows = Math.ceil(height / rowHeight / 2) + 1;
  const shapes: DrawCommand[] = [];
  for (let row = -rows; row <= rows; row += 1) {
    for (let column = -columns; column <= columns; column += 1) {
      const x = Math.floor(width / 2) + column * size;
      const y = Math.floor(height / 2) + row * rowHeight;
      let index = 0;
      const next = (): number => {
        const key = `${String(seed)}:${String(column)},${String(row)}:${String(index)}`;
        index += 1;
        return hashOf(key) / 2 ** 32;
      };
      shapes.push(...draw({ column, row, x, y, size, height, colors, next }));
    }
  }
  return shapes;
}

/** A disc, a square or an arch in the middle with a letter; larger on small logos. */
function plateOf(
  { width, height, letter }: CoverSubject,
  colors: Palette,
  hash: number,
): DrawCommand[] {
  const kind = pick(['disc', 'square', 'arch'] as const, hash >>> 9);
  const [x, y, short] = [width / 2, height / 2, Math.min(width, height)];
  const half = short * (short < 64 ? 0.4 : 0.3) * (kind === 'square' ? 0.88 : 1);
  const rim = [
    [1.13, colors.accent],
    [1, colors.dark],
  ] as const;
  const shapes = rim.flatMap(([share, fill]) => {
    const reach = half * share;
    if (kind === 'square') return [rect(x - reach, y - reach, 2 * reach, 2 * reach, fill)];
    const top = disc(x, y, reach, fill);
    return kind === 'disc' ? [top] : [top, rect(x - reach, y, 2 * reach, reach, fill)];
  });
  const size = kind === 'square' ? half * 1.1 : half;
  return [...shapes, letterAt(letter, { x, y }, size, INK)];
}

/**
 * The cover of a store without a picture of its own: its id decides colours, pattern and plate, so
 * that it differs from store to store and stays the same for each.
 */
export function coverOf(subject: CoverSubject): DrawCommand[] {
  const { id, variant, width, height, letter } = subject;
  const hash = hashOf(id);
  const colors = pick(PALETTES, hash);
  const pattern = pick(PATTERNS, hash >>> 5);
  const seed = variant === undefined ? hash : hashOf(variant);
  return [
    rect(0, 0, width, height, colors[pattern.under]),
    ...cellsOf(pattern, subject, { colors, seed }),
    ...(letter === '' ? [] : plateOf(subject, colors, hash)),
  ];
}
