import { observer } from 'mobx-react-lite';
import { useMemo, type ReactNode } from 'react';

import type { ChinaMonth } from '../../domain/time';
import { WindowedRows } from '../windowed-rows';

/** Props of {@link MonthRows}. */
export interface MonthRowsProps {
  id: string;
  /** Sessions and the headings of their months, in order: see {@link useMonthHeadings}. */
  rowIds: readonly string[];
  firstRow: number;
  renderMonth: (month: ChinaMonth) => ReactNode;
  /** @param place the class of a row at the start or the end of its month. */
  renderRow: (rowId: string, place: string, isGone: boolean) => ReactNode;
}

const MONTH = 'month/';

/** Puts a heading before the first session of each month. A session without one stands as it is. */
function withMonths(ids: readonly string[], monthOf: (id: string) => ChinaMonth | null): string[] {
  let before: ChinaMonth | null = null;
  return ids.flatMap((id) => {
    const month = monthOf(id);
    if (month === null || month === before) return [id];
    before = month;
    return [MONTH + month, id];
  });
}

/**
 * Sessions with the headings of their months, in order. The same rows stay the same list, so that a
 * change of one session draws only its row.
 */
export function useMonthHeadings(
  ids: readonly string[],
  monthOf: (id: string) => ChinaMonth | null,
): readonly string[] {
  const rowIds = withMonths(ids, monthOf);
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the joined ids stand for the list
  return useMemo(() => rowIds, [rowIds.join()]);
}

function isRow(id: string | undefined): boolean {
  return id !== undefined && !id.startsWith(MONTH);
}

/** A long list by month, of which only the rows around the view are drawn. */
export function MonthRows({ id, rowIds, firstRow, renderMonth, renderRow }: MonthRowsProps) {
  const places = useMemo(
    () =>
      new Map(
        rowIds.map((rowId, at) => [
          rowId,
          (isRow(rowIds[at - 1]) ? '' : ' hl-live--first') +
            (isRow(rowIds[at + 1]) ? '' : ' hl-live--last'),
        ]),
      ),
    [rowIds],
  );
  return (
    <WindowedRows
      id={id}
      rowIds={rowIds}
      firstRow={firstRow}
      renderRow={(rowId, isGone) =>
        isRow(rowId)
          ? renderRow(rowId, places.get(rowId) ?? '', isGone)
          : !isGone && <Heading render={() => renderMonth(rowId.slice(MONTH.length))} />
      }
    />
  );
}

/** A heading follows what its sums are read from: rows are drawn apart from the list. */
const Heading = observer(function Heading({ render }: { render: () => ReactNode }) {
  return render();
});
