import { View } from '@tarojs/components';
import { Fragment, useState, type ReactNode } from 'react';

import { FIRST_SLOTS, NO_PLACES, placeRows, SLOTS, slotsAround } from './places';
import './index.css';

/** Props of {@link WindowedRows}. */
export interface WindowedRowsProps {
  /** Found by it on the page, to measure where the list is. */
  id: string;
  /** Every row read so far, in order. */
  rowIds: readonly string[];
  /** Index of the first row in view, as the page measured it. */
  firstRow: number;
  /**
   * Draws a row, or its empty place once it is gone. All rows are of one height.
   * @param at index of the row; null once it is gone
   */
  renderRow: (rowId: string, at: number | null) => ReactNode;
}

/**
 * A long list that draws only the rows around the view: a few slots of rows, used again as the
 * person scrolls. Each step sends one slot to the screen, however long the list is.
 */
export function WindowedRows({ id, rowIds, firstRow, renderRow }: WindowedRowsProps) {
  const [kept, keep] = useState({ rowIds, places: placeRows(NO_PLACES, rowIds) });
  let { places } = kept;
  if (kept.rowIds !== rowIds) {
    places = placeRows(places, rowIds);
    keep({ rowIds, places });
  }
  // Slots that were drawn stay: taking one away would send all others again.
  const [hasMoved, setMoved] = useState(false);
  if (!hasMoved && firstRow > 0) setMoved(true);
  const slots = slotsAround(places, firstRow, hasMoved ? SLOTS : FIRST_SLOTS);
  return (
    <View id={id} className="hl-rows" style={`--rows:${rowIds.length}`}>
      {[...slots]
        .sort((a, b) => (a.index % SLOTS) - (b.index % SLOTS))
        .map(({ index, rowsAbove, rows }) => (
          <View key={index % SLOTS} className="hl-rows__slot" style={`--above:${rowsAbove}`}>
            {rows.map(({ id: rowId, at }, place) => (
              <Fragment key={place}>{renderRow(rowId, at)}</Fragment>
            ))}
          </View>
        ))}
    </View>
  );
}
