import type { CallError } from '../contract/envelope';

/** A list read page by page. `items` holds no item twice. */
export interface Paged<Item> {
  readonly status: 'idle' | 'loading' | 'ready' | 'error';
  readonly items: readonly Item[];
  /** Place of the next page; null when the list is complete or was never read. */
  readonly cursor: string | null;
  /** Whether the last page was read. */
  readonly isComplete: boolean;
  /** Instant at which the first page was read; null before that. */
  readonly at: string | null;
  readonly isCopy: boolean;
  readonly error: CallError | null;
}

/** Not asked for yet. */
export const NO_PAGES: Paged<never> = {
  status: 'idle',
  items: [],
  cursor: null,
  isComplete: false,
  at: null,
  isCopy: false,
  error: null,
};

/** One page as an endpoint answers it. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly cursor: string | null;
}

/** The list, while its first or next page is being read. */
export function pageLoading<Item>(list: Paged<Item>): Paged<Item> {
  return {
    ...list,
    status: 'loading',
  };
}

/** The list with its first page, whatever was there before. */
export function firstPage<Item>(page: Page<Item>, at: string): Paged<Item> {
  return {
    status: 'ready',
    items: page.items,
    cursor: page.cursor,
    isComplete: page.cursor === null,
    at,
    isCopy: false,
    error: null,
  };
}

/**
 * The list with its first page read again: what followed the page's last item stays, so that a
 * person who comes back finds the place. Where that item was not in the list, the page replaces it.
 */
export function firstPageAgain<Item>(
  list: Paged<Item>,
  page: Page<Item>,
  at: string,
  idOf: (item: Item) => string,
): Paged<Item> {
  const last = page.items[page.items.length - 1];
  const end = last === undefined ? -1 : list.items.findIndex((item) => idOf(item) === idOf(last));
  if (end < 0 || list.isCopy || page.cursor === null) return firstPage(page, at);
  const fresh = new Set(page.items.map(idOf));
  const tail = list.items.slice(end + 1).filter((item) => !fresh.has(idOf(item)));
  if (tail.length === 0) return firstPage(page, at);
  const { cursor, isComplete } = list;
  return { ...firstPage(page, at), items: [...page.items, ...tail], cursor, isComplete };
}

/** The list with its next page; an item that has moved between two readings is kept once. */
export function withNextPage<Item>(
  list: Paged<Item>,
  page: Page<Item>,
  idOf: (item: Item) => string,
): Paged<Item> {
  const known = new Set(list.items.map(idOf));
  return {
    ...list,
    status: 'ready',
    items: [...list.items, ...page.items.filter((item) => !known.has(idOf(item)))],
    cursor: page.cursor,
    isComplete: page.cursor === null,
    error: null,
  };
}

/** Reading failed; earlier items stay and the same page can be read again. */
export function pageFailed<Item>(list: Paged<Item>, error: CallError): Paged<Item> {
  return {
    ...list,
    status: 'error',
    error,
  };
}

/** A first page kept on this device. */
export function pageCopy<Item>(items: readonly Item[], at: string): Paged<Item> {
  return {
    ...NO_PAGES,
    items,
    at,
    isCopy: true,
  };
}
