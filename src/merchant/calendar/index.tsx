import { Picker, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';

import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { LiveSessionRow } from '../../components/live-session-row';
import { wholeRange } from '../../components/money';
import { PageFrame } from '../../components/page-frame';
import { Reading } from '../../components/reading';
import type { LiveSessionRow as SessionRow } from '../../contract/live-session';
import type { OwnShop } from '../../contract/shop';
import { addMonths, weekOf, weeksOf } from '../../domain/live-session/calendar';
import { startOf } from '../../domain/live-session/times';
import { can } from '../../domain/shop/capabilities';
import { addDays, type ChinaDay, chinaDayOf, monthOf, weekdayOf, yearOf } from '../../domain/time';
import { useLang, wordDays } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { usePageQuery, usePageTitle } from '../../page-hooks';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import { useFind } from '../shared/merchant-stores';
import { ShopPage, useOfflineMessage } from '../shared/shop-page';
import { MonthGrid } from './month-grid';
import { WeekHours } from './week-hours';
import './index.css';

/** Sessions by day: of a month, or of a week by hour. */
export default observer(function CalendarPage() {
  const query = usePageQuery(PATHS.calendar);
  usePageTitle(useMerchantText().merchantFind.calendar.title);
  return (
    <ShopPage shopId={query.shopId}>{(shop) => <Calendar key={shop.id} shop={shop} />}</ShopPage>
  );
});

type CalendarView = 'week' | 'month';

const Calendar = observer(function Calendar({ shop }: { shop: OwnShop }) {
  const { ui, liveSessions, months } = useStores();
  const find = useFind();
  const words = useMerchantText().merchantFind.calendar;
  const [view, setView] = useState<CalendarView>('month');
  const [day, choose] = useState<ChinaDay>(ui.today);
  const month = monthOf(day);
  const days = (view === 'month' ? weeksOf(month) : [weekOf(day)]).flat();
  const [from, to] = [days[0] ?? day, days[days.length - 1] ?? day];
  const year = yearOf(day);
  const read = () => {
    void find.loadDays(shop.id, from, to);
    void months.load(shop.id, null, year);
  };
  useEffect(() => {
    void find.loadDays(shop.id, from, to);
    void months.load(shop.id, null, year);
  }, [find, months, shop.id, from, to, year]);
  useDidShow(read);
  const reading = find.sessionsOf(shop.id, from, to);
  const move = (count: number) =>
    choose(view === 'week' ? addDays(day, 7 * count) : inMonth(addMonths(month, count), ui.today));
  return (
    <PageFrame offlineMessage={useOfflineMessage(reading.at)}>
      <Head
        shopId={shop.id}
        day={day}
        view={view}
        days={days}
        rows={rowsOf(reading.value?.ids ?? [], (id) => liveSessions.row(id))}
        onMove={move}
        onMonth={(chosen) => choose(inMonth(chosen, ui.today))}
        onView={setView}
      />
      <Reading reading={reading} rows={6} onRetry={read}>
        {({ ids, isCut }) => {
          const rows = rowsOf(ids, (id) => liveSessions.row(id));
          return (
            <>
              <Card>
                {view === 'month' ? (
                  <MonthGrid month={month} rows={rows} day={day} onDay={choose} />
                ) : (
                  <WeekHours days={days} rows={rows} day={day} onDay={choose} />
                )}
              </Card>
              {isCut && <View className="hl-footnote">{words.cut}</View>}
              <DayRows shopId={shop.id} day={day} rows={rows} />
            </>
          );
        }}
      </Reading>
    </PageFrame>
  );
});

function rowsOf(
  ids: readonly string[],
  rowOf: (id: string) => SessionRow | null,
): readonly SessionRow[] {
  return ids.flatMap((id) => rowOf(id) ?? []);
}

/** Today in its own month, the first day of any other. */
function inMonth(month: string, today: ChinaDay): ChinaDay {
  return today.startsWith(month) ? today : `${month}-01`;
}

interface HeadProps {
  shopId: string;
  day: ChinaDay;
  view: CalendarView;
  days: readonly ChinaDay[];
  rows: readonly SessionRow[];
  onMove: (count: number) => void;
  onMonth: (month: string) => void;
  onView: (view: CalendarView) => void;
}

const Head = observer(function Head(props: HeadProps) {
  const { shopId, day, view, days, rows, onMove, onMonth, onView } = props;
  const { months } = useStores();
  const lang = useLang();
  const t = useMerchantText();
  const words = t.merchantFind.calendar;
  const month = monthOf(day);
  const { action } = t.common;
  const title =
    view === 'month'
      ? t.common.day.month(Number(month.slice(0, 4)), Number(month.slice(5)))
      : wordDays(days[0] ?? day, days[days.length - 1] ?? day, lang);
  const sums = months.month(shopId, null, month);
  const ofMonth = sums === null ? words.noSums : words.sums(wholeRange(sums.net), sums.sessions);
  return (
    <View className="calendar__head">
      <View
        className="calendar__step calendar__step--back"
        role="button"
        ariaLabel={words.before}
        onClick={() => onMove(-1)}
      />
      <View className="calendar__names">
        <Picker
          mode="date"
          fields="month"
          value={month}
          start="2016-01"
          textProps={{ okText: action.confirm, cancelText: action.cancel }}
          onChange={(event) => onMonth(event.detail.value.slice(0, 7))}
        >
          <View className="calendar__title">{title}</View>
          <View className="calendar__sums">
            {view === 'month' ? ofMonth : weekSums(rows, words)}
          </View>
        </Picker>
      </View>
      <View
        className="calendar__step"
        role="button"
        ariaLabel={words.after}
        onClick={() => onMove(1)}
      />
      <View className="calendar__views">
        {(['week', 'month'] as const).map((name) => (
          <View
            key={name}
            role="radio"
            className={name === view ? 'calendar__view calendar__view--chosen' : 'calendar__view'}
            onClick={() => onView(name)}
          >
            {words[name]}
          </View>
        ))}
      </View>
    </View>
  );
});

type Words = ReturnType<typeof useMerchantText>['merchantFind']['calendar'];

/** What the sessions of a week add up to: every one of them is read. */
function weekSums(rows: readonly SessionRow[], words: Words): string {
  const nets = rows.flatMap(({ figures }) => figures.net ?? []);
  const low = nets.reduce((sum, net) => sum + net.low, 0);
  const high = nets.reduce((sum, net) => sum + net.high, 0);
  const waiting = rows.filter(
    ({ state, figures }) => state === 'ended' && figures.entryCount === 0,
  ).length;
  const recorded =
    nets.length > 0 ? words.weekSums(wholeRange({ low, high })) : words.nothingRecorded;
  return waiting > 0 ? words.andToRecord(recorded, waiting) : recorded;
}

const DayRows = observer(function DayRows(props: {
  shopId: string;
  day: ChinaDay;
  rows: readonly SessionRow[];
}) {
  const { shopId, day } = props;
  const { ui, shops } = useStores();
  const t = useMerchantText();
  const words = t.merchantFind.calendar;
  const rows = props.rows.filter((row) => chinaDayOf(startOf(row)) === day).reverse();
  const date = t.common.day.date(Number(day.slice(5, 7)), Number(day.slice(8)));
  const named = day === ui.today ? t.common.day.today : date;
  const role = shops.shop(shopId)?.role;
  const canPlan = role !== undefined && can(role, 'session.plan');
  const plan = { label: words.plan, onTap: () => ui.open(PATHS.plan.url({ shopId })) };
  return (
    <Card title={`${named} ${t.common.day.weekday(weekdayOf(day))}`}>
      {rows.length === 0 && (
        <EmptyState
          isInline
          title={words.emptyDay}
          {...(canPlan && day >= ui.today ? { action: { ...plan, isPrimary: false } } : {})}
        />
      )}
      {rows.map((row, index) => (
        <LiveSessionRow
          key={row.id}
          session={row}
          now={ui.now}
          parts={shops.differing}
          place={index === 0 ? ' hl-live--first' : ''}
          onTap={() => ui.open(PATHS.session.url({ id: row.id }))}
        />
      ))}
    </Card>
  );
});
