import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type Mark, placeLabels } from './labels';

const VIEW = { foot: 0, top: 372 };
const ME = { at: 100, heightPx: 30 };

function mark<Kind extends string>(kind: Kind, from: number, to = from, heightPx = 32) {
  return { kind, from, to, heightPx };
}

describe('placeLabels', () => {
  it('puts a label at the middle of its span, which is a bracket from 24 px on', () => {
    expect(placeLabels(ME, [mark('year-end', 200, 224)], VIEW)).toEqual([
      { kind: 'year-end', at: 212, place: 212, isBracket: true, isMoved: false },
    ]);
    const [short] = placeLabels(ME, [mark('year-end', 200, 223)], VIEW);
    expect(short?.isBracket).toBe(false);
  });

  it('moves a label that would touch the marker, and leads to its place', () => {
    const [above, below] = placeLabels(ME, [mark('year-end', 105), mark('returns', 90)], VIEW);
    expect(above).toMatchObject({ kind: 'year-end', at: 135, place: 105, isMoved: true });
    expect(below).toMatchObject({ kind: 'returns', at: 65, place: 90, isMoved: true });
  });

  it('meets a bracket at the height of its label', () => {
    const [label] = placeLabels(ME, [mark('year-end', 101, 160)], VIEW);
    expect(label).toMatchObject({ at: 135, place: 135, isBracket: true, isMoved: false });
  });

  it('keeps a label whose place is out of view in the view', () => {
    const [label] = placeLabels(ME, [mark('year-end', 500, 600)], VIEW);
    expect(label).toMatchObject({ at: 372 - 16, isMoved: true });
  });

  it('leaves out what matters least where there is no room', () => {
    const me = { at: 330, heightPx: 30 };
    const marks = [mark('high', 340, 340, 16), mark('unknown', 335)];
    expect(placeLabels(me, marks, VIEW).map(({ kind }) => kind)).toEqual(['high']);
  });

  it('never lets two labels touch, for any marks', () => {
    const anyMark = (kind: string): fc.Arbitrary<Mark<string>> =>
      fc
        .record({
          from: fc.integer({ min: -50, max: 450 }),
          length: fc.nat({ max: 200 }),
          heightPx: fc.constantFrom(16, 32, 48),
        })
        .map(({ from, length, heightPx }) => ({ kind, from, to: from + length, heightPx }));
    const marks = fc.tuple(anyMark('a'), anyMark('b'), anyMark('c'), anyMark('d'));
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 350 }), marks, (at, given) => {
        const me = { kind: 'me', at, heightPx: 30 };
        const placed = placeLabels(me, given, VIEW).map((label) => {
          const own = given.find(({ kind }) => kind === label.kind);
          return { ...label, heightPx: own?.heightPx ?? 0 };
        });
        const all = [me, ...placed].sort((a, b) => a.at - b.at);
        all.slice(1).forEach((label, index) => {
          const below = all[index];
          if (!below) return;
          const space = label.at - below.at - (label.heightPx + below.heightPx) / 2;
          expect(space).toBeGreaterThanOrEqual(0);
        });
        for (const { at: middle, heightPx } of placed) {
          expect(middle + heightPx / 2).toBeLessThanOrEqual(VIEW.top);
          expect(middle - heightPx / 2).toBeGreaterThanOrEqual(VIEW.foot);
        }
      }),
    );
  });
});
