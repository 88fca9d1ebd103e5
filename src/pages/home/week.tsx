import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { rangeText, wholeRange } from '../../components/money';
import { Row } from '../../components/row';
import { useSessionTime } from '../../components/session-words';
import type { StatusShape } from '../../components/status-mark';
import { type WeekDot, WeekDots } from '../../components/week-dots';
import { addBounds } from '../../domain/sales/bounds';
import { stateAt } from '../../domain/live-session/live-session';
import { can } from '../../domain/shop/capabilities';
import { weekdayOf } from '../../domain/time';
import { useLang, useText, wordChinaDay } from '../../i18n';
import { PATHS } from '../../paths';
import type { HomeParts } from '../../stores';
import { useStores } from '../../stores-context';
import type { HomeShop, HomeTask } from './load-home';

/** Tasks that are shown below the most urgent one. */
const MAX_ROWS = 3;

type Day = NonNullable<HomeParts['week']>[number];
type Counted = 'onAir' | 'unconfirmed' | 'toRecord' | 'recorded' | 'planned';

/** What a day's dot shows, the first that there is. */
const SHAPES: readonly (readonly [Counted, StatusShape])[] = [
  ['onAir', 'on_air'],
  ['unconfirmed', 'question'],
  ['toRecord', 'waiting'],
  ['recorded', 'yes'],
  ['planned', 'upcoming'],
];

/** Props of {@link HomeWeek}. */
export interface HomeWeekProps {
  shop: HomeShop;
  week: HomeParts['week'];
  /** What there is to do after the most urgent. */
  tasks: readonly HomeTask[];
}

/** This week as dots, and what else waits. */
export const HomeWeek = observer(function HomeWeek({ shop, week, tasks }: HomeWeekProps) {
  const { ui } = useStores();
  const { common, home, sessions } = useText();
  const openCalendar = () => ui.open(PATHS.calendar.url({ shopId: shop.id }));
  const dotOf = useDot(can(shop.role, 'sales.write'));
  const time = useSessionTime();
  const recorded = (week ?? []).flatMap(({ net }) => net ?? []);
  const count = (week ?? []).reduce((sum, day) => sum + day.recorded, 0);
  const wordOf = (kind: HomeTask['kind'], state: string): string =>
    kind === 'to_record' ? sessions.addAmount : kind === 'next' ? home.next : state;
  return (
    <Card>
      <View className="home-week">
        <View className="home-week__title">{home.week}</View>
        {count > 0 && (
          <View className="hl-row__note">
            {`${sessions.recorded(count)} ${wholeRange(addBounds(...recorded))}`}
          </View>
        )}
      </View>
      {week === null ? (
        <Row title={home.weekTooMany} onTap={openCalendar} />
      ) : (
        <WeekDots title={home.week} days={week.map(dotOf)} onTap={openCalendar} />
      )}
      {tasks.slice(0, MAX_ROWS).map(({ kind, session }) => {
        const ids = { shopId: shop.id, sessionId: session.id };
        const url =
          kind === 'to_record' ? PATHS.record.url(ids) : PATHS.session.url({ id: session.id });
        return (
          <Row
            key={session.id}
            title={session.title}
            note={time.start(session, ui.now)}
            value={wordOf(kind, common.sessionState[stateAt(session, ui.now)])}
            onTap={() => ui.open(url)}
          />
        );
      })}
    </Card>
  );
});

function useDot(isRecorder: boolean): (day: Day) => WeekDot {
  const { ui } = useStores();
  const lang = useLang();
  const { common, home, sessions } = useText();
  const { now, today } = ui;
  return (day) => {
    const found = SHAPES.find(([counted]) => day[counted] > 0);
    const isOver = found?.[0] === 'toRecord' && !isRecorder;
    const over = { shape: 'over' as const, note: common.sessionState.ended };
    const amount =
      day.net && (day.net.low === day.net.high ? rangeText(day.net, lang) : home.dot.range);
    const about = [
      day.net && `${sessions.recorded(day.recorded)} ${wholeRange(day.net)}`,
      ...SHAPES.map(([counted]) =>
        counted !== 'recorded' && day[counted] > 0
          ? common.ofField(
              isOver && counted === 'toRecord' ? over.note : home.dot[counted],
              String(day[counted]),
            )
          : null,
      ),
    ].filter(Boolean);
    return {
      weekday: home.weekday.charAt(weekdayOf(day.day) - 1),
      date: Number(day.day.slice(8)),
      isToday: day.day === today,
      shape: found?.[1] ?? null,
      note: found ? (found[0] === 'recorded' ? (amount ?? '') : home.dot[found[0]]) : '',
      ...(isOver ? over : {}),
      day: wordChinaDay(day.day, now, lang),
      about: about.join(' · ') || home.dot.none,
    };
  };
}
