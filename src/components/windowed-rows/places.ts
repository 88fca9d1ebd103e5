/** Rows of one slot: what is drawn or left out as a whole. */
const SLOT_ROWS = 10;

/** Slots kept on the screen; they are used again for other rows, so nodes do not grow. */
export const SLOTS = 4;

/** Slots of a list that was not scrolled yet: they reach far below the view. */
export const FIRST_SLOTS = 2;

/** When more rows than this are gone, every row gets a new place. */
const MAX_GONE = SLOT_ROWS;

/** Where rows stand. A row that left keeps its place, empty, so that no other one moves. */
export interface Places {
  /** Ids in order, those that left too. */
  readonly ids: readonly string[];
  /** Places of the rows that left, in order. */
  readonly gone: readonly number[];
}

/** No rows yet. */
export const NO_PLACES: Places = { ids: [], gone: [] };

/**
 * Places for a list that was read again: rows that stayed keep theirs, new ones at the end follow.
 * A list in another order, or one that lost many, is placed from its start.
 */
export function placeRows(before: Places, ids: readonly string[]): Places {
  const gone: number[] = [];
  let stayed = 0;
  for (const [place, id] of before.ids.entries()) {
    if (id === ids[stayed]) stayed += 1;
    else gone.push(place);
    if (gone.length > MAX_GONE) return { ids, gone: [] };
  }
  if (gone.length === 0) return { ids, gone };
  const added = ids.slice(stayed);
  const hasMoved = gone.some((place) => added.includes(before.ids[place] ?? ''));
  return hasMoved ? { ids, gone: [] } : { ids: [...before.ids, ...added], gone };
}

/** A slot as it is drawn. */
export interface PlacedSlot {
  /** Place in the list, 0 first. */
  readonly index: number;
  /** Rows above it that are still there. */
  readonly rowsAbove: number;
  /** With the index of each among the rows that are still there; null for one that left. */
  readonly rows: readonly { readonly id: string; readonly at: number | null }[];
}

/**
 * The slots around a row: one above, and what follows to fill `SLOTS`.
 * @param firstRow index of the first row in view, counting only rows still there
 * @param maxSlots slots to draw; fewer than all at the top of a list that was not scrolled yet
 */
export function slotsAround(
  { ids, gone }: Places,
  firstRow: number,
  maxSlots: number = SLOTS,
): PlacedSlot[] {
  const count = Math.ceil(ids.length / SLOT_ROWS);
  const rowsAbove = (place: number): number => place - gone.filter((at) => at < place).length;
  let inView = Math.min(Math.floor(Math.max(0, firstRow) / SLOT_ROWS), count - 1);
  while (inView + 1 < count && rowsAbove((inView + 1) * SLOT_ROWS) <= firstRow) inView += 1;
  const from = Math.min(Math.max(0, inView - 1), Math.max(0, count - SLOTS));
  return Array.from({ length: Math.min(maxSlots, count) }, (_, offset) => {
    const index = from + offset;
    const first = index * SLOT_ROWS;
    const rows = ids.slice(first, first + SLOT_ROWS).map((id, place) => {
      return { id, at: gone.includes(first + place) ? null : rowsAbove(first + place) };
    });
    return { index, rowsAbove: rowsAbove(first), rows };
  });
}
