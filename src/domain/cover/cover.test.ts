import { createHash } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { coverOf, initialOf, paletteOf } from './cover';
import { drawnSketch } from './drawn';
import { grayOf } from './gray';
import { PALETTES } from './palettes';

const LOGO = { width: 48, height: 48, letter: '阿' };

/** A short name for a drawing: the same for the same commands. */
function printOf(id: string): string {
  const commands = JSON.stringify(coverOf({ id, ...LOGO }));
  return createHash('sha256').update(commands).digest('hex').slice(0, 16);
}

describe('the cover of a store without a picture', () => {
  it('is for good the one of its id', () => {
    expect(['s1', 's2', 's3', 's4', 's5', 's8'].map(printOf)).toMatchInlineSnapshot(`
      [
        "da1fda76c25d9e27",
        "2f815c8e56d7f2e6",
        "1874011f35c43e93",
        "26d4f72868d9dbdd",
        "4d7db24ace75c7ff",
        "bf6f6b557a8db1c0",
      ]
    `);
  });

  it('differs from store to store', () => {
    const ids = Array.from({ length: 200 }, (_v, index) => `s${String(index)}`);
    expect(new Set(ids.map(printOf)).size).toBe(ids.length);
    expect(new Set(ids.map((id) => paletteOf(id))).size).toBe(PALETTES.length);
  });

  it('gives a session other cells of the same colours', () => {
    const own = { id: 's3', width: 96, height: 96, letter: '' };
    const session = coverOf({ ...own, variant: 's3.l1' });
    expect(session).not.toEqual(coverOf(own));
    const colors = new Set(Object.values(paletteOf('s3')));
    expect(session.filter(({ fill }) => !colors.has(fill))).toEqual([]);
  });

  it.each(['s1', 's2', 's4', 's5', 's7', 's8'])(
    'shows the same middle in every crop, for %s',
    (id) => {
      const wide = { width: 200, height: 80, letter: '' };
      const square = { width: 80, height: 80, letter: '' };
      const near = (subject: typeof wide) =>
        coverOf({ id, ...subject }).flatMap((each) => {
          if (each.op !== 'circle' && each.op !== 'sector') return [];
          const [x, y] = [each.x - subject.width / 2, each.y - subject.height / 2];
          return Math.hypot(x, y) < 30 ? [{ ...each, x, y }] : [];
        });
      expect(near(square)).toEqual(near(wide));
    },
  );

  it.each([
    ['花都区狮岭镇阿禾箱包', '阿'],
    ['广州市花都区岭南好物', '岭'],
    ['狮岭镇', '狮'],
    ['abc', 'A'],
    ['𠮷野家', '𠮷'],
  ])('carries the letter of %s: %s', (name, letter) => {
    expect(initialOf(name)).toBe(letter);
  });

  it('without colours is as bright as before', () => {
    expect([grayOf('#FFFFFF'), grayOf('#000000'), grayOf('#FF0000')]).toEqual([
      '#ffffff',
      '#000000',
      '#363636',
    ]);
  });

  it.each([
    [false, /^#(?!(..)\1\1$)/],
    [true, /^#(..)\1\1$/],
  ])('is a group of its sketch; without colours: %s', (isGray, color) => {
    const cover = { op: 'cover', id: 's1', x: 2, y: 3, radius: 4, isGray, ...LOGO } as const;
    const [group] = drawnSketch({ width: 500, height: 400, commands: [cover] }).commands;
    expect(group).toMatchObject({ op: 'group', x: 2, y: 3, width: 48, height: 48, radius: 4 });
    const shapes = group?.op === 'group' ? group.commands : [];
    expect(shapes).toHaveLength(coverOf({ id: 's1', ...LOGO }).length);
    // The letter is nearly white, so that its grey may be one as well.
    for (const { fill } of shapes.filter(({ op }) => op !== 'text')) expect(fill).toMatch(color);
  });
});
