import type { LiveSessionState } from '../domain/live-session/live-session';
import type { PublicPhase } from '../domain/live-session/public-phase';
import { shownTimes } from '../domain/live-session/times';
import { periodParts, useReader, wordChinaDay, wordInstant, wordPeriod } from '../i18n';
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
  should_be_on_air: 'due',
  on_air: 'on_air',
  paused: 'paused',
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

/** That others do not see some words of a session yet, or that they were refused; null where they do. */
export function heldWords(
  { waiting }: { readonly waiting: readonly { readonly state: 'waiting' | 'refused' }[] },
  words: { readonly wordsWaiting: string; readonly wordsRefused: string },
): string | null {
  if (waiting.length === 0) return null;
  return waiting.some(({ state }) => state === 'refused') ? words.wordsRefused : words.wordsWaiting;
}

/** When a session is; instants in UTC, `bookedOn` a China day. */
export interface SessionTime {
  /** Known to the minute, or to the day only. */
  readonly precision: 'instant' | 'day';
  readonly startAt: string;
  readonly endAt: string;
  /** The real times, which count once there are any. */
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly bookedOn: string;
}

/** Words for when a session is: `今天 20:00 – 23:30`, or the day alone when only that is known. */
export function useSessionTime() {
  const reader = useReader();
  const dayOf = ({ bookedOn }: SessionTime, now: string) =>
    wordChinaDay(bookedOn, now, reader.lang);
  return {
    start: (session: SessionTime, now: string): string =>
      session.precision === 'day'
        ? dayOf(session, now)
        : wordInstant(shownTimes(session).startAt, now, reader),
    span: (session: SessionTime, now: string): string =>
      session.precision === 'day'
        ? dayOf(session, now)
        : wordPeriod(shownTimes(session), now, reader),
    /** As `span`, its zone apart; for a row of one height. */
    parts: (session: SessionTime, now: string): { text: string; zone: string | null } =>
      session.precision === 'day'
        ? { text: dayOf(session, now), zone: null }
        : periodParts(shownTimes(session), now, reader),
  };
}
