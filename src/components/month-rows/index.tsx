import { useState, type ReactNode } from 'react';

import type { ChinaMonth } from '../../domain/time';
import { WindowedRows } from '../windowed-rows';
import { createRowIds, headingMonth, type ListedSessions } from './headings';

/** Props of {@link MonthRows}. */
export interface MonthRowsProps {
  id: string;
  /** Sessions and the headings of their months, in order: see {@link useMonthHeadings}. */
  rowIds: readonly string[];
  firstRow: number;
  renderMonth: (month: ChinaMonth, isGone: boolean) => ReactNode;
  /** @param place the class of a row at the start or the end of its month. */
  renderRow: (rowId: string, place: string, isGone: boolean) => ReactNode;
}

/** Sessions with the headings of their months, in order. */
export function useMonthHeadings(
  ids: readonly string[],
  listed: ListedSessions,
): readonly string[] {
  const [rowIdsOf] = useState(createRowIds);
  return rowIdsOf(ids, listed);
}

function isRow(id: string | undefined): boolean {
  return id !== undefined && headingMonth(id) === null;
}

/** A long list by month, of which only the rows around the view are drawn. */
export function MonthRows({ id, rowIds, firstRow, renderMonth, renderRow }: MonthRowsProps) {
  const placeOf = (at: number): string =>
    (isRow(rowIds[at - 1]) ? '' : ' hl-live--first') +
    (isRow(rowIds[at + 1]) ? '' : ' hl-live--last');
  return (
    <WindowedRows
      id={id}
      rowIds={rowIds}
      firstRow={firstRow}
      renderRow={(rowId, at) => {
        const month = headingMonth(rowId);
        if (month !== null) return renderMonth(month, at === null);
        return renderRow(rowId, at === null ? '' : placeOf(at), at === null);
      }}
    />
  );
}
