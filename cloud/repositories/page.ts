/** A page of a list. */
export interface Page<Item> {
  items: Item[];
  /** Key of the last item, from which the list goes on; null at the end. */
  cursor: string | null;
}

/** Everything that a list holds, read page by page; `cursor` is the key of the last item. */
export async function allPages<Item>(
  limit: number,
  read: (cursor: string | null) => Promise<Item[]>,
  keyOf: (item: Item) => string,
): Promise<Item[]> {
  const all: Item[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Item> = pageOf(await read(cursor), limit, keyOf);
    all.push(...page.items);
    ({ cursor } = page);
  } while (cursor !== null);
  return all;
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
