import Taro, { getCurrentInstance, type SelectorQuery, usePageScroll } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';

/** The list on the page, for measuring. */
export const ROWS_ID = 'session-rows';

interface Rect {
  readonly top: number;
  readonly height: number;
}

/** A page of WeChat; in the browser a page has no queries of its own. */
interface QueryingPage {
  createSelectorQuery?(): SelectorQuery;
}

/**
 * A query of the shown page. Taro's own first waits up to 100 ms for an update of the screen; by
 * then a thumb is past the drawn rows.
 */
function createQuery(): SelectorQuery {
  const page = getCurrentInstance().page as QueryingPage | null;
  return page?.createSelectorQuery?.() ?? Taro.createSelectorQuery();
}

/** The list's place and height, CSS px from the top of the view; null when it is not there. */
function measure(): Promise<Rect | null> {
  return new Promise((resolve) => {
    createQuery()
      .select(`#${ROWS_ID}`)
      .boundingClientRect((rect) => resolve((rect as Rect | null) ?? null))
      .exec();
  });
}

/** Rows the view must have moved by before the screen follows. */
const STEP = 4;

/**
 * Index of the first row in view. Measured while the page scrolls, one measurement at a time, and
 * changed only when it moved by half a view: the content above the list may change at any moment.
 * @param count rows in the list; all are of one height
 */
export function useFirstRow(count: number): number {
  const [firstRow, setFirstRow] = useState(0);
  const isMeasuring = useRef(false);
  const hasMoved = useRef(false);
  // A page may be appended while the list is measured: its height goes with the rows of that moment.
  const shownCount = useRef(count);
  useEffect(() => {
    shownCount.current = count;
  }, [count]);
  const follow = async (): Promise<void> => {
    isMeasuring.current = true;
    // The page may have moved on while it was measured, and no scroll comes after the last one.
    do {
      hasMoved.current = false;
      const rect = await measure();
      if (!rect || rect.height === 0) break;
      const row = Math.max(0, Math.floor(-rect.top / (rect.height / shownCount.current)));
      setFirstRow((before) => (Math.abs(row - before) < STEP ? before : row));
    } while (hasMoved.current);
    isMeasuring.current = false;
  };
  usePageScroll(() => {
    hasMoved.current = true;
    if (!isMeasuring.current && shownCount.current > 0) void follow();
  });
  return firstRow;
}
