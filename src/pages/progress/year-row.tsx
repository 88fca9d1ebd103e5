import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Row } from '../../components/row';
import { boundsOfSums } from '../../domain/sales';
import { type MonthStrokes, monthStrokes } from '../../domain/sales/month-strokes';
import { monthBars } from '../../domain/sales/month-bars';
import { wholePercent } from '../../domain/money';
import { chinaDayOf } from '../../domain/time';
import { useText } from '../../i18n';
import { PATHS } from '../../paths';
import type { ProgressSubject, ProgressView } from '../../stores';
import { useStores } from '../../stores-context';

/** Props of {@link YearRow}. */
export interface YearRowProps {
  subject: ProgressSubject;
  view: ProgressView;
}

/** The way to the year at a glance, with its months as small bars. */
export const YearRow = observer(function YearRow({ subject, view }: YearRowProps) {
  const { ui } = useStores();
  const words = useText().progress;
  const strokes = strokesOf(view);
  const paidFen = view.sums?.paidFen ?? 0;
  const refundedFen = view.sums?.refundedFen ?? 0;
  return (
    <Row
      title={words.statement}
      note={paidFen > 0 ? words.refunds(wholePercent(refundedFen, paidFen)) : null}
      {...(strokes === null
        ? {}
        : {
            value: <View className="progress-year" style={{ backgroundImage: picture(strokes) }} />,
          })}
      onTap={() => ui.open(PATHS.statement.url(subject))}
    />
  );
});

function strokesOf({ months, settlement, year, asOf }: ProgressView): MonthStrokes | null {
  if (months === null) return null;
  const known = Object.entries(months).map(([month, sums]) => {
    return { month, net: boundsOfSums(sums) };
  });
  const open = settlement?.openMonths ?? null;
  return monthStrokes(monthBars({ months: known }, { year, open, today: chinaDayOf(asOf) }));
}

/** One picture in place of a view for each month: what the first paint sends stays small. */
function picture({ settled, open }: MonthStrokes): string {
  const path = `%3Cpath d='${settled}'/%3E%3Cpath opacity='.4' d='${open}'/%3E`;
  const svg = `%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 72 24' stroke='%2307c160' stroke-width='4'%3E${path}%3C/svg%3E`;
  return `url("data:image/svg+xml,${svg}")`;
}
