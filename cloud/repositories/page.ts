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

/** Bytes of a page's documents, at most: WeChat carries no answer above one megabyte. */
const MAX_PAGE_BYTES = 600_000;

/**
 * A page without the items that would make it too large to be answered; the first one stays.
 * @param sizeOf bytes of an item in the answer, at most.
 */
export function fittingPage<Item>(
  page: Page<Item>,
  sizeOf: (item: Item) => number,
  keyOf: (item: Item) => string,
): Page<Item> {
  let bytes = 0;
  const end = page.items.findIndex((item, index) => {
    bytes += sizeOf(item);
    return index > 0 && bytes > MAX_PAGE_BYTES;
  });
  const last = page.items[end - 1];
  return last === undefined ? page : { items: page.items.slice(0, end), cursor: keyOf(last) };
}

/** Bytes of a value as JSON. */
export function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
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
