import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import type { LiveSessionRow as SessionRow } from '../../contract/live-session';
import { weeksOf } from '../../domain/live-session/calendar';
import { stateAt } from '../../domain/live-session/live-session';
import { startOf } from '../../domain/live-session/times';
import { formatMoney } from '../../domain/money';
import { type ChinaDay, chinaDayOf, type ChinaMonth } from '../../domain/time';
import { useLang } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';

/** Props of {@link MonthGrid}. */
export interface MonthGridProps {
  month: ChinaMonth;
  rows: readonly SessionRow[];
  /** The day that is chosen. */
  day: ChinaDay;
  onDay: (day: ChinaDay) => void;
}

/** Marks of a day, beyond which a number would be needed: the rows below show them all. */
const MAX_MARKS = 3;

/** The weeks of a month; a week without sessions is lower. */
export const MonthGrid = observer(function MonthGrid(props: MonthGridProps) {
  const { month, day: chosen, onDay } = props;
  const { ui } = useStores();
  const words = useMerchantText().merchantFind.calendar;
  const byDay = new Map<ChinaDay, SessionRow[]>();
  for (const row of props.rows) {
    const day = chinaDayOf(startOf(row));
    byDay.set(day, [...(byDay.get(day) ?? []), row]);
  }
  return (
    <View className="calendar__month">
      <View className="calendar__weekdays">
        {words.weekdays.map((name, index) => (
          <View key={index} className="calendar__weekday">
            {name}
          </View>
        ))}
      </View>
      {weeksOf(month).map((week) => {
        const isEmpty = week.every((day) => !byDay.has(day));
        return (
          <View
            key={week.join()}
            className={isEmpty ? 'calendar__week calendar__week--empty' : 'calendar__week'}
          >
            {week.map((day) => {
              const classes = [
                'calendar__day',
                day.startsWith(month) ? '' : 'calendar__day--other',
                day === chosen ? 'calendar__day--chosen' : '',
                day === ui.today ? 'calendar__day--today' : '',
              ];
              return (
                <View
                  key={day}
                  className={classes.filter(Boolean).join(' ')}
                  role="button"
                  onClick={() => onDay(day)}
                >
                  <View className="calendar__number">{String(Number(day.slice(8)))}</View>
                  <DayMarks rows={byDay.get(day) ?? []} now={ui.now} />
                </View>
              );
            })}
          </View>
        );
      })}
    </View>
  );
});

/** What a session shows in its day: a shape while it is not recorded, its money afterwards. */
function markOf(row: SessionRow, now: string): string | null {
  const state = stateAt(row, now);
  if (state !== 'ended') return state;
  return row.figures.entryCount > 0 ? null : 'to_record';
}

function DayMarks({ rows, now }: { rows: readonly SessionRow[]; now: string }) {
  const lang = useLang();
  const marks = [...rows].reverse().flatMap((row) => markOf(row, now) ?? []);
  const nets = rows.flatMap(({ figures }) => figures.net ?? []);
  const low = nets.reduce((sum, net) => sum + net.low, 0);
  const isExact = nets.every((net) => net.low === net.high);
  return (
    <>
      {marks.length > 0 && (
        <View className="calendar__marks">
          {marks.slice(0, MAX_MARKS).map((mark, index) => (
            <View key={index} className={`calendar__mark calendar__mark--${mark}`} />
          ))}
        </View>
      )}
      {nets.length > 0 && (
        <View className="calendar__net">
          {`${isExact ? '' : '≥'}${formatMoney(low, lang).replace('¥', '')}`}
        </View>
      )}
    </>
  );
}
