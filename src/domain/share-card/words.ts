import type { Lang } from '../lang';
import type { PublicPhase } from '../live-session/public-phase';
import { chinaDayOf, chinaTimeOf, weekdayOf, yearOf } from '../time';
import { shownTimes } from '../live-session/times';
import type { CardSession } from './types';

/** Words on a card. Kept here and not with the interface's: the layout depends on their length. */
interface CardWords {
  readonly phase: Readonly<Record<PublicPhase, string>>;
  readonly store: string;
  readonly next: string;
  readonly verified: string;
  readonly unverified: string;
  readonly aiPresenter: string;
  readonly listSeparator: string;
  /** A card travels to phones in every zone, so it always names its own. */
  readonly chinaTime: string;
  readonly inChina: (times: string) => string;
  readonly weekdays: readonly string[];
  readonly months: readonly string[];
  readonly day: (year: number | null, month: number, day: number, weekday: number) => string;
  readonly sessionTitle: Readonly<Record<PublicPhase, (title: string, when: string) => string>>;
  readonly shopTitle: (name: string, intro: string) => string;
}

const ZH_WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
const EN_WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const EN_MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Both languages. */
export const CARD_WORDS: Readonly<Record<Lang, CardWords>> = {
  'zh-CN': {
    phase: {
      upcoming: '未开始',
      should_be_on_air: '应已开播',
      on_air: '直播中',
      paused: '暂停中',
      over: '已结束',
      cancelled: '已取消',
    },
    store: '店铺主页',
    next: '下一场',
    verified: '运营方已核对',
    unverified: '未核对',
    aiPresenter: '人工智能主播',
    listSeparator: '、',
    chinaTime: '北京时间',
    inChina: (times) => `${times}（北京时间）`,
    weekdays: ZH_WEEKDAYS,
    months: [],
    day: (year, month, day, weekday) =>
      `${year === null ? '' : `${year}年`}${month}月${day}日 ${ZH_WEEKDAYS[weekday - 1] ?? ''}`,
    sessionTitle: {
      upcoming: (title, when) => `${when}开播：${title}`,
      should_be_on_air: (title, when) => `${when}开播：${title}`,
      on_air: (title) => `正在直播：${title}`,
      paused: (title) => `直播暂停：${title}`,
      over: (title) => `已结束：${title}`,
      cancelled: (title) => `已取消：${title}`,
    },
    shopTitle: (name, intro) => (intro ? `${name}：${intro}` : name),
  },
  'en-US': {
    phase: {
      upcoming: 'Not started',
      should_be_on_air: 'Should be live',
      on_air: 'Live now',
      paused: 'Paused',
      over: 'Ended',
      cancelled: 'Cancelled',
    },
    store: 'Store',
    next: 'Next',
    verified: 'Checked',
    unverified: 'Not checked',
    aiPresenter: 'AI presenter',
    listSeparator: ', ',
    chinaTime: 'China time',
    inChina: (times) => `${times} (China time)`,
    weekdays: EN_WEEKDAYS,
    months: EN_MONTHS,
    day: (year, month, day, weekday) =>
      `${EN_WEEKDAYS[weekday - 1] ?? ''} ${day} ${EN_MONTHS[month - 1] ?? ''}${year === null ? '' : ` ${year}`}`,
    sessionTitle: {
      upcoming: (title, when) => `Live ${when}: ${title}`,
      should_be_on_air: (title, when) => `Live ${when}: ${title}`,
      on_air: (title) => `Live now: ${title}`,
      paused: (title) => `Paused: ${title}`,
      over: (title) => `Ended: ${title}`,
      cancelled: (title) => `Cancelled: ${title}`,
    },
    shopTitle: (name, intro) => (intro ? `${name}: ${intro}` : name),
  },
};

/** Day and time on a card. */
export interface CardTime {
  /** `11月23日 周一`, `Mon 23 Nov`; with the year when it is not this one. */
  readonly day: string;
  /** The day and the zone of the clock, `11月23日 周一 · 北京时间`; empty when only the day is known. */
  readonly dayAndZone: string;
  /** `20:00–00:00` in China time; null when only the day is known. */
  readonly clock: string | null;
  /** Day, start and zone: `11月23日 周一 20:00（北京时间）`. */
  readonly start: string;
}

/**
 * When a session is, in words that stay true: a card lies in a chat for days, so it never says
 * "today" or "tomorrow".
 */
export function cardTime(session: CardSession, lang: Lang, now: string): CardTime {
  const words = CARD_WORDS[lang];
  const isDayOnly = session.precision === 'day';
  const { startAt, endAt } = shownTimes(session);
  const chinaDay = isDayOnly ? session.bookedOn : chinaDayOf(startAt);
  const year = yearOf(chinaDay) === yearOf(chinaDayOf(now)) ? null : yearOf(chinaDay);
  const [month, date] = [Number(chinaDay.slice(5, 7)), Number(chinaDay.slice(8, 10))];
  const day = words.day(year, month, date, weekdayOf(chinaDay));
  if (isDayOnly) return { day, dayAndZone: '', clock: null, start: day };
  const start = chinaTimeOf(startAt);
  return {
    day,
    dayAndZone: `${day} · ${words.chinaTime}`,
    clock: `${start}–${chinaTimeOf(endAt)}`,
    start: words.inChina(`${day} ${start}`),
  };
}
