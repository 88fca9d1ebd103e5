import { observer } from 'mobx-react-lite';

import { LiveSessionRow } from '../../components/live-session-row';
import { MonthHead } from '../../components/month-head';
import { MonthRows, useMonthHeadings } from '../../components/month-rows';
import { yearOf } from '../../domain/time';
import { useFirstRow, useListedMonths } from '../../page-hooks';
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
  const { ui } = useStores();
  const sums = sumsOf === null ? undefined : sumsOf.hostId;
  const listed = useListedMonths(shopId, ids, sums);
  const rowIds = useMonthHeadings(ids, listed.monthOf);
  const firstRow = useFirstRow(ROWS_ID, rowIds.length);
  return (
    <MonthRows
      id={ROWS_ID}
      rowIds={rowIds}
      firstRow={firstRow}
      renderMonth={(month) => (
        <MonthHead month={month} thisYear={yearOf(ui.today)} sums={listed.sumsOf(month)} />
      )}
      renderRow={(id, place, isGone) => <FoundRow id={id} place={place} isGone={isGone} />}
    />
  );
});

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
