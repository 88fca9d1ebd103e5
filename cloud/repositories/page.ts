/** A page of a list. */
export interface Page<Item> {
  items: Item[];
  /** Key of the last item, from which the list goes on; null at the end. */
  cursor: string | null;
}

/** The page that was read with a limit: a page that is not full is the last one. */
export function pageOf<Item>(
  items: Item[],
  limit: number,
  keyOf: (item: Item) => string,
): Page<Item> {
  const last = items.length < limit ? undefined : items.at(-1);
  return { items, cursor: last === undefined ? null : keyOf(last) };
}
