import { observer } from 'mobx-react-lite';

import { LiveSessionRow } from '../../components/live-session-row';
import { MonthHead } from '../../components/month-head';
import { MonthRows, useMonthHeadings } from '../../components/month-rows';
import { type ChinaMonth, yearOf } from '../../domain/time';
import { useFirstRow, useMonthSums } from '../../page-hooks';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';

const ROWS_ID = 'found-rows';
const NONE: readonly string[] = [];

/** Props of {@link FoundRows}. */
export interface FoundRowsProps {
  shopId: string;
  ids: readonly string[];
  /** Whose sums months have: a host's, or the store's. null: none. */
  sumsOf: { hostId: string | null } | null;
}

/** Sessions that were found, by month; only the rows around the view are drawn. */
export const FoundRows = observer(function FoundRows({ shopId, ids, sumsOf }: FoundRowsProps) {
  const { liveSessions } = useStores();
  const { monthOf, moves } = liveSessions;
  const rowIds = useMonthHeadings(ids, { without: NONE, monthOf, moves });
  const firstRow = useFirstRow(ROWS_ID, rowIds.length);
  return (
    <MonthRows
      id={ROWS_ID}
      rowIds={rowIds}
      firstRow={firstRow}
      renderMonth={(month, isGone) => (
        <FoundMonth shopId={shopId} month={month} sumsOf={sumsOf?.hostId} isGone={isGone} />
      )}
      renderRow={(id, place, isGone) => <FoundRow id={id} place={place} isGone={isGone} />}
    />
  );
});

const FoundMonth = observer(function FoundMonth(props: {
  shopId: string;
  month: ChinaMonth;
  sumsOf: string | null | undefined;
  isGone: boolean;
}) {
  const { shopId, month, sumsOf, isGone } = props;
  const { ui } = useStores();
  const sums = useMonthSums(shopId, sumsOf, month);
  return <MonthHead month={month} thisYear={yearOf(ui.today)} sums={sums} isGone={isGone} />;
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
