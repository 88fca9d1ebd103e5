/**
 * Rows of one slot: what is drawn or left out as a whole.
 * @internal exported for its tests
 */
export const SLOT_ROWS = 10;

/** Slots kept on the screen; they are used again for other rows, so nodes do not grow. */
export const SLOTS = 4;

/** When more rows than this are gone, every row gets a new place. */
const MAX_GONE = SLOT_ROWS;

/** Where rows stand. A row that left keeps its place, empty, so that no other one moves. */
export interface Places {
  /** Ids in order, those that left too. */
  readonly ids: readonly string[];
  readonly gone: ReadonlySet<string>;
}

/** No rows yet. */
export const NO_PLACES: Places = { ids: [], gone: new Set() };

/**
 * Places for a list that was read again: rows that stayed keep theirs, new ones at the end follow.
 * A list in another order, or one that lost many, is placed from its start.
 */
export function placeRows(before: Places, ids: readonly string[]): Places {
  // A page was appended: by far the most common, and a list may be long.
  const isLonger = before.gone.size === 0 && before.ids.every((id, index) => id === ids[index]);
  if (isLonger) return { ids, gone: before.gone };
  const present = new Set(ids);
  const stayed = before.ids.filter((id) => present.has(id));
  const gone = before.ids.filter((id) => !present.has(id));
  const isSameOrder = stayed.every((id, index) => id === ids[index]);
  if (!isSameOrder || gone.length > MAX_GONE) return { ids, gone: new Set() };
  return { ids: [...before.ids, ...ids.slice(stayed.length)], gone: new Set(gone) };
}

/** A slot as it is drawn. */
export interface PlacedSlot {
  /** Place in the list, 0 first. */
  readonly index: number;
  /** Rows above it that are still there. */
  readonly rowsAbove: number;
  readonly ids: readonly string[];
}

/**
 * The slots around a row: one above, and what follows to fill `SLOTS`.
 * @param firstRow index of the first row in view, counting only rows still there
 */
export function slotsAround({ ids, gone }: Places, firstRow: number): PlacedSlot[] {
  const count = Math.ceil(ids.length / SLOT_ROWS);
  const above = rowsAboveSlots(count, { ids, gone });
  const inView =
    count - 1 - [...above].reverse().findIndex((rows) => rows <= Math.max(0, firstRow));
  const from = Math.min(Math.max(0, inView - 1), Math.max(0, count - SLOTS));
  return above.slice(from, from + SLOTS).map((rowsAbove, offset) => {
    const index = from + offset;
    return { index, rowsAbove, ids: ids.slice(index * SLOT_ROWS, (index + 1) * SLOT_ROWS) };
  });
}

/** For each slot, how many rows still there stand above it. */
function rowsAboveSlots(count: number, { ids, gone }: Places): number[] {
  const above = Array.from({ length: count }, (_, index) => index * SLOT_ROWS);
  if (gone.size === 0) return above;
  const goneAt = ids.flatMap((id, at) => (gone.has(id) ? [at] : []));
  return above.map((rows) => rows - goneAt.filter((at) => at < rows).length);
}
