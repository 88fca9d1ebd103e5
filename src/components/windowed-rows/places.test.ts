import { describe, expect, it } from 'vitest';

import { FIRST_SLOTS, NO_PLACES, placeRows, SLOTS, slotsAround } from './places';

/** Rows of a slot. */
const SLOT_ROWS = 10;

function ids(count: number, from = 0): string[] {
  return Array.from({ length: count }, (_, index) => `row-${from + index}`);
}

describe('places of rows', () => {
  it('puts new rows at the end and moves none', () => {
    const first = placeRows(NO_PLACES, ids(20));
    const second = placeRows(first, ids(40));
    expect(second.ids).toEqual(ids(40));
    expect(second.ids.slice(0, 20)).toEqual(first.ids);
  });

  it('leaves an empty place where a row left', () => {
    const placed = placeRows(
      placeRows(NO_PLACES, ids(20)),
      ids(20).filter((id) => id !== 'row-3'),
    );
    expect(placed.ids).toEqual(ids(20));
    expect(placed.gone).toEqual([3]);
  });

  it('places every row again in another order, with a row in front, or when many left', () => {
    const first = placeRows(NO_PLACES, ids(40));
    for (const next of [[...ids(40)].reverse(), ['new', ...ids(40)], ids(20)]) {
      expect(placeRows(first, next)).toEqual({ ids: next, gone: [] });
    }
  });

  it('places every row again when one that left comes back elsewhere', () => {
    const without = ids(20).filter((id) => id !== 'row-3');
    const placed = placeRows(placeRows(NO_PLACES, ids(20)), without);
    expect(placeRows(placed, ids(20))).toEqual({ ids: ids(20), gone: [] });
    const moved = [...without, 'row-3'];
    expect(placeRows(placed, moved)).toEqual({ ids: moved, gone: [] });
  });

  it('puts a page after a list that a row left', () => {
    const placed = placeRows(
      placeRows(NO_PLACES, ids(20)),
      ids(20).filter((id) => id !== 'row-3'),
    );
    const longer = ids(40).filter((id) => id !== 'row-3');
    expect(placeRows(placed, longer)).toEqual({ ids: ids(40), gone: [3] });
  });
});

describe('slots around a row', () => {
  const many = placeRows(NO_PLACES, ids(5_000));

  it('are as many for any length and place', () => {
    for (const firstRow of [0, 57, 2_500, 4_999, 1e9, -3]) {
      expect(slotsAround(many, firstRow)).toHaveLength(SLOTS);
    }
    expect(slotsAround(placeRows(NO_PLACES, ids(15)), 0)).toHaveLength(2);
    expect(slotsAround(NO_PLACES, 0)).toEqual([]);
  });

  it('are fewer while the list was not scrolled, and from its top', () => {
    const indexes = slotsAround(many, 0, FIRST_SLOTS).map(({ index }) => index);
    expect(indexes).toEqual([0, 1]);
  });

  it('hold the row in view, one slot above it and two below', () => {
    const indexes = slotsAround(many, 2_505).map(({ index }) => index);
    expect(indexes).toEqual([249, 250, 251, 252]);
    expect(new Set(indexes.map((index) => index % SLOTS)).size).toBe(SLOTS);
  });

  it('reach the last row', () => {
    const last = slotsAround(many, 4_999).at(-1);
    expect(last?.rows.at(-1)).toEqual({ id: 'row-4999', at: 4_999 });
    expect(last?.rowsAbove).toBe(5_000 - SLOT_ROWS);
  });

  it('count only rows that are still there above them', () => {
    const placed = placeRows(
      placeRows(NO_PLACES, ids(60)),
      ids(60).filter((id) => id !== 'row-3'),
    );
    const [first, second] = slotsAround(placed, 0);
    expect(second?.rowsAbove).toBe(SLOT_ROWS - 1);
    expect(first?.rows.slice(2, 5).map(({ at }) => at)).toEqual([2, null, 3]);
  });

  it('follow the first row in view past rows that left', () => {
    const left = Array.from({ length: SLOT_ROWS }, (_, at) => `row-${at * 5}`);
    const placed = placeRows(
      many,
      ids(5_000).filter((id) => !left.includes(id)),
    );
    // Row 2,490 of those that are there stands on place 2,500.
    expect(slotsAround(placed, 2_490)[1]).toMatchObject({ index: 250, rowsAbove: 2_490 });
    expect(slotsAround(placed, 2_489)[1]).toMatchObject({ index: 249, rowsAbove: 2_480 });
  });
});
