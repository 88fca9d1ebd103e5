import type { Lang } from '../lang';
import { type ChinaDay, chinaDayOf, chinaTimeOf, weekdayOf, yearOf } from '../time';
import { shownTimes } from '../live-session/times';
import type { CardSession } from './types';

/** Words on a card. Kept here and not with the interface's: the layout depends on their length. */
interface CardWords {
  readonly verified: string;
  readonly unverified: string;
  /** A card travels to phones in every zone, so it always names its own. */
  readonly chinaTime: string;
  /** `11月23日 周一`, `Mon 23 Nov`; with the year when it is not this one. */
  readonly day: (date: string, weekday: number) => string;
  readonly date: (year: number | null, month: number, day: number) => string;
  readonly startsAt: (clock: string) => string;
  /** What ages carries the clock of the moment at which it was shared. */
  readonly soon: (sharedAt: string) => string;
  readonly due: string;
  readonly shared: Readonly<Record<'on_air' | 'paused', string>>;
  readonly over: string;
  readonly cancelled: string;
  readonly shopTitle: (name: string, intro: string) => string;
}

const ZH_WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
const EN_WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const EN_MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Both languages. */
export const CARD_WORDS: Readonly<Record<Lang, CardWords>> = {
  'zh-CN': {
    verified: '运营方已核对',
    unverified: '未核对',
    chinaTime: '北京时间',
    day: (date, weekday) => `${date} ${ZH_WEEKDAYS[weekday - 1] ?? ''}`,
    date: (year, month, day) => `${year === null ? '' : `${year}年`}${month}月${day}日`,
    startsAt: (clock) => `${clock} 开播`,
    soon: (sharedAt) => `${sharedAt} 分享时快开播`,
    due: '分享时到点，未确认',
    shared: { on_air: '分享时直播中', paused: '分享时暂停中' },
    over: '已结束',
    cancelled: '已取消',
    shopTitle: (name, intro) => (intro ? `${name}：${intro}` : name),
  },
  'en-US': {
    verified: 'Checked',
    unverified: 'Not checked',
    chinaTime: 'China time',
    day: (date, weekday) => `${EN_WEEKDAYS[weekday - 1] ?? ''} ${date}`,
    date: (year, month, day) =>
      `${day} ${EN_MONTHS[month - 1] ?? ''}${year === null ? '' : ` ${year}`}`,
    startsAt: (clock) => `Live at ${clock}`,
    soon: (sharedAt) => `Soon, as of ${sharedAt}`,
    due: 'Due, not confirmed',
    shared: { on_air: 'Live when shared', paused: 'Paused when shared' },
    over: 'Ended',
    cancelled: 'Cancelled',
    shopTitle: (name, intro) => (intro ? `${name}: ${intro}` : name),
  },
};

/** Day and time on a card; clocks are null when only the day is known. All in China time. */
interface CardTime {
  /** `11月23日 周一`, `Mon 23 Nov`. */
  readonly day: string;
  /** `11月23日`, `23 Nov`. */
  readonly date: string;
  readonly startClock: string | null;
  readonly endDate: string;
  readonly endClock: string | null;
}

/** A China day without its weekday; with the year when it is not the one of `now`. */
function dateOf(day: ChinaDay, lang: Lang, now: string): string {
  const year = yearOf(day) === yearOf(chinaDayOf(now)) ? null : yearOf(day);
  return CARD_WORDS[lang].date(year, Number(day.slice(5, 7)), Number(day.slice(8, 10)));
}

/** The China day of `now` on a card. */
export function cardDay(now: string, lang: Lang): string {
  return dateOf(chinaDayOf(now), lang, now);
}

/**
 * When a session is, in words that stay true: a card lies in a chat for days, so it never says
 * "today" or "tomorrow".
 */
export function cardTime(session: CardSession, lang: Lang, now: string): CardTime {
  const isDayOnly = session.precision === 'day';
  const { startAt, endAt } = shownTimes(session);
  const chinaDay = isDayOnly ? session.bookedOn : chinaDayOf(startAt);
  const date = dateOf(chinaDay, lang, now);
  return {
    day: CARD_WORDS[lang].day(date, weekdayOf(chinaDay)),
    date,
    startClock: isDayOnly ? null : chinaTimeOf(startAt),
    endDate: dateOf(chinaDayOf(endAt), lang, now),
    endClock: isDayOnly ? null : chinaTimeOf(endAt),
  };
}
