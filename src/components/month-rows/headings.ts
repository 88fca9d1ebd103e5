import type { ChinaMonth } from '../../domain/time';

/** What the rows of a list depend on besides its ids. */
export interface ListedSessions {
  /** Sessions that stand elsewhere on the page. */
  readonly without: readonly string[];
  /** The month of a session; null for one that is not known. */
  readonly monthOf: (sessionId: string) => ChinaMonth | null;
  /** Changes whenever the month of a session does. */
  readonly moves: number;
}

/** Sessions in order, with the headings of their months. */
export type RowIdsOf = (ids: readonly string[], listed: ListedSessions) => readonly string[];

const MONTH = 'month/';

/** The month of a heading; null for a session, and where there is no row. */
export function headingMonth(rowId: string | undefined): ChinaMonth | null {
  return rowId?.startsWith(MONTH) ? rowId.slice(MONTH.length) : null;
}

/**
 * Keeps the rows of one list. A list grows by a page at a time, so only its new sessions are looked
 * at; the same rows stay the same list, so that a change of one session draws only its row.
 */
export function createRowIds(): RowIdsOf {
  let from: readonly string[] = [];
  let rowIds: readonly string[] = [];
  let basis = '';
  return (ids, { without, monthOf, moves }) => {
    const key = `${String(moves)}/${without.join()}`;
    const isLonger = key === basis && startsWith(ids, from);
    const start = isLonger ? rowIds : [];
    const more = ids.slice(isLonger ? from.length : 0);
    const shown = without.length === 0 ? more : more.filter((id) => !without.includes(id));
    const next = [...start, ...withHeadings(shown, lastMonth(start, monthOf), monthOf)];
    const isSame = next.length === rowIds.length && startsWith(next, rowIds);
    [from, basis, rowIds] = [ids, key, isSame ? rowIds : next];
    return rowIds;
  };
}

function startsWith(ids: readonly string[], start: readonly string[]): boolean {
  return start.length <= ids.length && start.every((id, at) => id === ids[at]);
}

function lastMonth(
  rowIds: readonly string[],
  monthOf: ListedSessions['monthOf'],
): ChinaMonth | null {
  for (let at = rowIds.length - 1; at >= 0; at -= 1) {
    const month = monthOf(rowIds[at] ?? '');
    if (month !== null) return month;
  }
  return null;
}

/** Puts a heading before the first session of each month. A session without one stands as it is. */
function withHeadings(
  ids: readonly string[],
  above: ChinaMonth | null,
  monthOf: ListedSessions['monthOf'],
): string[] {
  let last = above;
  return ids.flatMap((id) => {
    const month = monthOf(id);
    if (month === null || month === last) return [id];
    last = month;
    return [MONTH + month, id];
  });
}
