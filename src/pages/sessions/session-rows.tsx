import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { LiveSessionRow } from '../../components/live-session-row';
import { SessionFigureSheet } from '../../components/live-session-row/figure-sheet';
import { MonthHead } from '../../components/month-head';
import { MonthRows, useMonthHeadings } from '../../components/month-rows';
import { type ChinaMonth, yearOf } from '../../domain/time';
import { useFirstRow, useMonthSums } from '../../page-hooks';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import { RowSheet } from './row-sheet';

/** The list on the page, for measuring. */
const ROWS_ID = 'session-rows';

/** Props of {@link SessionRows}. */
export interface SessionRowsProps {
  shopId: string;
  ids: readonly string[];
  /** Those of them that stand elsewhere on the page. */
  without: readonly string[];
  /** Whether all sessions are listed, so that the sums of a month are those of its rows. */
  hasSums: boolean;
}

/** The rows of a list by month: only those around the view are drawn, each follows its session. */
export const SessionRows = observer(function SessionRows(props: SessionRowsProps) {
  const { shopId, ids, without, hasSums } = props;
  const { ui, liveSessions } = useStores();
  const [explained, explain] = useState<string | null>(null);
  const [held, hold] = useState<string | null>(null);
  const { monthOf, moves } = liveSessions;
  const rowIds = useMonthHeadings(ids, { without, monthOf, moves });
  const firstRow = useFirstRow(ROWS_ID, rowIds.length);
  const session = explained === null ? null : liveSessions.row(explained);
  const heldSession = held === null ? null : liveSessions.row(held);
  return (
    <>
      <MonthRows
        id={ROWS_ID}
        rowIds={rowIds}
        firstRow={firstRow}
        renderMonth={(month, isGone) => (
          <Month shopId={shopId} month={month} hasSums={hasSums} isGone={isGone} />
        )}
        renderRow={(id, place, isGone) => (
          <SessionRow id={id} place={place} isGone={isGone} onFigure={explain} onHold={hold} />
        )}
      />
      {session && (
        <SessionFigureSheet session={session} now={ui.now} onClose={() => explain(null)} />
      )}
      {heldSession && <RowSheet session={heldSession} onClose={() => hold(null)} />}
    </>
  );
});

const Month = observer(function Month(props: {
  shopId: string;
  month: ChinaMonth;
  hasSums: boolean;
  isGone: boolean;
}) {
  const { shopId, month, hasSums, isGone } = props;
  const { ui } = useStores();
  const sums = useMonthSums(shopId, hasSums ? null : undefined, month);
  return <MonthHead month={month} thisYear={yearOf(ui.today)} sums={sums} isGone={isGone} />;
});

const SessionRow = observer(function SessionRow(props: {
  id: string;
  place: string;
  isGone: boolean;
  onFigure: (id: string) => void;
  onHold: (id: string) => void;
}) {
  const { id, place, isGone, onFigure, onHold } = props;
  const { ui, liveSessions, shops } = useStores();
  return (
    <LiveSessionRow
      session={isGone ? null : liveSessions.row(id)}
      now={ui.now}
      place={place}
      parts={shops.differing}
      onTap={() => ui.open(PATHS.session.url({ id }))}
      onLongPress={() => onHold(id)}
      onFigure={() => onFigure(id)}
    />
  );
});
