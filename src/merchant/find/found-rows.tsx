import { observer } from 'mobx-react-lite';
import { useEffect, useMemo } from 'react';

import { LiveSessionRow } from '../../components/live-session-row';
import { MonthHead } from '../../components/month-head';
import { MonthRows, withMonths } from '../../components/month-rows';
import { startOf } from '../../domain/live-session/times';
import { chinaDayOf, monthOf, yearOf } from '../../domain/time';
import { useFirstRow } from '../../page-hooks';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';

const ROWS_ID = 'found-rows';

/** Props of {@link FoundRows}. */
export interface FoundRowsProps {
  shopId: string;
  ids: readonly string[];
  /** Whose sums months have: a host's, or the store's. null: none. */
  sumsOf: { hostId: string | null } | null;
}

/** Sessions that were found, by month; only the rows around the view are drawn. */
export const FoundRows = observer(function FoundRows({ shopId, ids, sumsOf }: FoundRowsProps) {
  const { ui, liveSessions, months } = useStores();
  const years = [...new Set(ids.map((id) => yearOfSession(liveSessions.row(id))))].join();
  const rowIds = useMemo(
    () =>
      withMonths(ids, (id) => {
        const row = liveSessions.row(id);
        return row && monthOf(chinaDayOf(startOf(row)));
      }),
    [ids, liveSessions],
  );
  const firstRow = useFirstRow(ROWS_ID, rowIds.length);
  const hasSums = sumsOf !== null;
  const hostId = sumsOf?.hostId ?? null;
  useEffect(() => {
    if (!hasSums) return;
    for (const year of years.split(',').filter(Boolean)) {
      void months.load(shopId, hostId, Number(year));
    }
  }, [months, shopId, hasSums, hostId, years]);
  return (
    <MonthRows
      id={ROWS_ID}
      rowIds={rowIds}
      firstRow={firstRow}
      renderMonth={(month) => (
        <MonthHead
          month={month}
          thisYear={yearOf(ui.today)}
          sums={hasSums ? months.month(shopId, hostId, month) : null}
        />
      )}
      renderRow={(id, place, isGone) => <FoundRow id={id} place={place} isGone={isGone} />}
    />
  );
});

function yearOfSession(row: { startAt: string; startedAt: string | null } | null): string {
  return row === null ? '' : String(yearOf(chinaDayOf(startOf(row))));
}

const FoundRow = observer(function FoundRow(props: { id: string; place: string; isGone: boolean }) {
  const { ui, liveSessions, shops } = useStores();
  return (
    <LiveSessionRow
      session={props.isGone ? null : liveSessions.row(props.id)}
      now={ui.now}
      place={props.place}
      parts={shops.differing}
      onTap={() => ui.open(PATHS.session.url({ id: props.id }))}
    />
  );
});
