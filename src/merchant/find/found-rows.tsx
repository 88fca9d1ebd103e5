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
  /** Whether all of them are of one host, who is then left out of rows without another one. */
  isOfOneHost: boolean;
}

/** Sessions that were found, by month; only the rows around the view are drawn. */
export const FoundRows = observer(function FoundRows(props: FoundRowsProps) {
  const { shopId, ids, sumsOf, isOfOneHost } = props;
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
      renderRow={(id, place, isGone) => (
        <FoundRow id={id} place={place} isGone={isGone} isOfOneHost={isOfOneHost} />
      )}
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

interface FoundRowProps {
  id: string;
  place: string;
  isGone: boolean;
  isOfOneHost: boolean;
}

const FoundRow = observer(function FoundRow({ id, place, isGone, isOfOneHost }: FoundRowProps) {
  const { ui, liveSessions, shops } = useStores();
  const session = liveSessions.row(id);
  const { differing } = shops;
  const hasOther = !isOfOneHost || (session?.hosts.length ?? 0) > 1;
  return (
    <LiveSessionRow
      session={isGone ? null : session}
      now={ui.now}
      place={place}
      parts={{ ...differing, hosts: differing.hosts && hasOther }}
      onTap={() => ui.open(PATHS.session.url({ id }))}
    />
  );
});
