import { describe, expect, it } from 'vitest';

import { NO_PLACES, placeRows, SLOT_ROWS, SLOTS, slotsAround } from './places';

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
    expect([...placed.gone]).toEqual(['row-3']);
  });

  it('places every row again in another order, with a row in front, or when many left', () => {
    const first = placeRows(NO_PLACES, ids(40));
    for (const next of [[...ids(40)].reverse(), ['new', ...ids(40)], ids(20)]) {
      expect(placeRows(first, next)).toEqual({ ids: next, gone: new Set() });
    }
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

  it('hold the row in view, one slot above it and two below', () => {
    const indexes = slotsAround(many, 2_505).map(({ index }) => index);
    expect(indexes).toEqual([249, 250, 251, 252]);
    expect(new Set(indexes.map((index) => index % SLOTS)).size).toBe(SLOTS);
  });

  it('reach the last row', () => {
    const last = slotsAround(many, 4_999).at(-1);
    expect(last?.ids.at(-1)).toBe('row-4999');
    expect(last?.rowsAbove).toBe(5_000 - SLOT_ROWS);
  });

  it('count only rows that are still there above them', () => {
    const placed = placeRows(
      placeRows(NO_PLACES, ids(60)),
      ids(60).filter((id) => id !== 'row-3'),
    );
    expect(slotsAround(placed, 0)[1]?.rowsAbove).toBe(SLOT_ROWS - 1);
  });
});
