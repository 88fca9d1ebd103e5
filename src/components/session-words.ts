import type { LiveSessionState, PublicPhase } from '../domain/live-session/live-session';
import { chinaDayOf, chinaTimeOf, daysBetween } from '../domain/time';
import { useLang, useText, wordChinaDay, wordInstant } from '../i18n';
import type { StatusShape } from './status-mark';

const STATE_SHAPES: Record<LiveSessionState, StatusShape> = {
  scheduled: 'upcoming',
  unconfirmed: 'question',
  live: 'on_air',
  paused: 'paused',
  ended: 'over',
  cancelled: 'cancelled',
};

const PHASE_SHAPES: Record<PublicPhase, StatusShape> = {
  upcoming: 'upcoming',
  should_be_on_air: 'upcoming',
  on_air: 'on_air',
  over: 'over',
  cancelled: 'cancelled',
};

const STATE_SIGNS: Record<LiveSessionState, string> = {
  scheduled: '○',
  unconfirmed: '?',
  live: '●',
  paused: '‖',
  ended: '■',
  cancelled: '✕',
};

/** The shape of a state as a character, where a mark of its own would be one node too many. */
export const stateSign = (state: LiveSessionState): string => STATE_SIGNS[state];

/** The mark of a session's state, for its own people. */
export const stateShape = (state: LiveSessionState): StatusShape => STATE_SHAPES[state];

/** The mark of a session's public phase. */
export const phaseShape = (phase: PublicPhase): StatusShape => PHASE_SHAPES[phase];

/** When a session is; instants in UTC, `bookedOn` a China day. */
export interface SessionTime {
  /** Known to the minute, or to the day only. */
  readonly precision: 'instant' | 'day';
  readonly startAt: string;
  readonly endAt: string;
  readonly bookedOn: string;
}

/** Words for when a session is: `今天 20:00–23:30`, or the day alone when only that is known. */
export function useSessionTime() {
  const lang = useLang();
  const { range } = useText().common.day;
  const { nextDay } = useText().publicPages;
  return {
    start: (session: SessionTime, now: string): string =>
      session.precision === 'day'
        ? wordChinaDay(session.bookedOn, now, lang)
        : wordInstant(session.startAt, now, lang),
    span: (session: SessionTime, now: string): string => {
      if (session.precision === 'day') return wordChinaDay(session.bookedOn, now, lang);
      const start = wordInstant(session.startAt, now, lang);
      const days = daysBetween(chinaDayOf(session.startAt), chinaDayOf(session.endAt));
      const clock = chinaTimeOf(session.endAt);
      if (days > 1) return range(start, wordInstant(session.endAt, now, lang));
      return range(start, days === 0 ? clock : nextDay(clock));
    },
  };
}
