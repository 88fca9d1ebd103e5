import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import type { LiveSessionRow as SessionRow } from '../../contract/live-session';
import { type HourBand, hourBands, inLanes, type Slot } from '../../domain/live-session/calendar';
import { stateAt } from '../../domain/live-session/live-session';
import { shownTimes } from '../../domain/live-session/times';
import { formatMoney } from '../../domain/money';
import {
  type ChinaDay,
  chinaDayOf,
  minutesBetween,
  startOfChinaDay,
  weekdayOf,
} from '../../domain/time';
import { useLang } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';

/** Props of {@link WeekHours}. */
export interface WeekHoursProps {
  days: readonly ChinaDay[];
  rows: readonly SessionRow[];
  /** The day that is chosen. */
  day: ChinaDay;
  onDay: (day: ChinaDay) => void;
}

/** Heights in px. */
const HOUR = 28;
const FOLD = 22;
/** Shorter sessions are drawn as long as this, so that they can be tapped. */
const MIN_MINUTES = 60;

function slotOf(row: SessionRow): Slot {
  const { startAt, endAt } = shownTimes(row);
  const day = chinaDayOf(startAt);
  const from = minutesBetween(startOfChinaDay(day), startAt);
  const to = from + Math.max(MIN_MINUTES, minutesBetween(startAt, endAt));
  return { id: row.id, day, from, to };
}

function heightOf({ from, to, isFolded }: HourBand): number {
  return isFolded ? FOLD : ((to - from) / 60) * HOUR;
}

/** How far below the first hour a minute of the day lies, px. */
function placeOf(minute: number, bands: readonly HourBand[]): number {
  let top = 0;
  for (const band of bands) {
    if (minute < band.to) {
      const share = Math.max(0, minute - band.from) / (band.to - band.from);
      return top + share * heightOf(band);
    }
    top += heightOf(band);
  }
  return top;
}

/** The sessions of a week by hour; hours in which nothing happens are folded. */
export const WeekHours = observer(function WeekHours(props: WeekHoursProps) {
  const { days, rows, day: chosen, onDay } = props;
  const { ui } = useStores();
  const t = useMerchantText();
  const words = t.merchantFind.calendar;
  const timed = rows.filter(({ precision }) => precision === 'instant');
  const slots = timed.map(slotOf);
  const bands = hourBands(slots);
  const height = bands.reduce((sum, band) => sum + heightOf(band), 0);
  const nowMinute = minutesBetween(startOfChinaDay(ui.today), ui.now);
  return (
    <View className="calendar__hours">
      <View className="calendar__week-days">
        {days.map((day) => (
          <View
            key={day}
            role="button"
            className={[
              'calendar__day',
              day === chosen ? 'calendar__day--chosen' : '',
              day === ui.today ? 'calendar__day--today' : '',
            ].join(' ')}
            onClick={() => onDay(day)}
          >
            <View className="calendar__weekday">{words.weekdays[weekdayOf(day) - 1]}</View>
            <View className="calendar__number">{String(Number(day.slice(8)))}</View>
          </View>
        ))}
      </View>
      {rows.length === 0 && <View className="calendar__empty">{words.emptyWeek}</View>}
      {rows.length > timed.length && <View className="calendar__empty">{words.dayOnly}</View>}
      <View className="calendar__grid" style={{ height: `${String(height)}px` }}>
        {bands.map((band) => (
          <View
            key={band.from}
            className={band.isFolded ? 'calendar__band calendar__band--folded' : 'calendar__band'}
            style={{
              top: `${String(placeOf(band.from, bands))}px`,
              height: `${String(heightOf(band))}px`,
            }}
          >
            {band.isFolded ? '⋯' : String((band.from / 60) % 24)}
          </View>
        ))}
        {days.map((day, index) => (
          <View
            key={day}
            className="calendar__column"
            style={{ left: `calc(28px + (100% - 28px) / 7 * ${String(index)})` }}
          >
            {inLanes(slots.filter((slot) => slot.day === day)).map((slot) => {
              const row = timed.find(({ id }) => id === slot.id);
              const top = placeOf(slot.from, bands);
              return (
                row && (
                  <Block
                    key={slot.id}
                    row={row}
                    style={{
                      top: `${String(top)}px`,
                      height: `${String(placeOf(slot.to, bands) - top)}px`,
                      left: `${String((100 / slot.lanes) * slot.lane)}%`,
                      width: `${String(100 / slot.lanes)}%`,
                    }}
                  />
                )
              );
            })}
            {day === ui.today && slots.length > 0 && (
              <View
                className="calendar__now"
                style={{ top: `${String(placeOf(nowMinute, bands))}px` }}
              />
            )}
          </View>
        ))}
      </View>
    </View>
  );
});

interface BlockProps {
  row: SessionRow;
  style: Record<string, string>;
}

const Block = observer(function Block({ row, style }: BlockProps) {
  const { ui } = useStores();
  const lang = useLang();
  const t = useMerchantText();
  const { net, entryCount } = row.figures;
  const state = stateAt(row, ui.now);
  const isWaiting = state === 'ended' && entryCount === 0;
  const kind = isWaiting ? 'to_record' : state;
  const word = kind === 'ended' ? null : t.merchantFind.calendar.short[kind];
  const figure = net === null ? word : formatMoney(net.low, lang).replace('¥', '');
  return (
    <View
      className={`calendar__block calendar__block--${kind}`}
      role="button"
      style={style}
      onClick={() => ui.open(PATHS.session.url({ id: row.id }))}
    >
      <View className="calendar__block-title">{row.title}</View>
      {figure !== null && <View className="calendar__block-word">{figure}</View>}
    </View>
  );
});
