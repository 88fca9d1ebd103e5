import { addBounds, type NetBounds } from '../sales/bounds';
import { type ChinaDay, chinaDayOf } from '../time';
import { type LiveSessionState, stateAt } from './live-session';
import { isRunning } from './public-phase';
import { startOf } from './times';

/** Sessions of a week, at most, that are counted by day. */
export const MAX_WEEK_SESSIONS = 100;

/** How many sessions of a China day are in which state, and what is recorded of them. */
export interface WeekDay {
  readonly day: ChinaDay;
  readonly planned: number;
  /** Plans whose start is past without a tap. */
  readonly unconfirmed: number;
  readonly onAir: number;
  /** Over, and without an amount. */
  readonly toRecord: number;
  /** With an amount. */
  readonly recorded: number;
  /** Bounds of the net of these amounts, fen; null where there are none. */
  readonly net: NetBounds | null;
}

interface SessionOfWeek {
  readonly state: LiveSessionState;
  readonly startAt: string;
  readonly startedAt: string | null;
  readonly figures: { readonly entryCount: number; readonly net: NetBounds | null };
}

/** What a day's sessions come to; cancelled ones are left out. */
function weekDay(day: ChinaDay, sessions: readonly SessionOfWeek[], now: string): WeekDay {
  const own = sessions.filter((session) => chinaDayOf(startOf(session)) === day);
  const count = (is: (session: SessionOfWeek) => boolean): number => own.filter(is).length;
  const isIn = (state: LiveSessionState) => (session: SessionOfWeek) =>
    stateAt(session, now) === state;
  const hasAmount = ({ figures }: SessionOfWeek): boolean => figures.entryCount > 0;
  const nets = own.flatMap(({ figures }) => figures.net ?? []);
  return {
    day,
    planned: count(isIn('scheduled')),
    unconfirmed: count(isIn('unconfirmed')),
    onAir: count(isRunning),
    toRecord: count((session) => session.state === 'ended' && !hasAmount(session)),
    recorded: count((session) => hasAmount(session)),
    net: nets.length === 0 ? null : addBounds(...nets),
  };
}

/** The days of a week, in their order. */
export function weekDays(
  days: readonly ChinaDay[],
  sessions: readonly SessionOfWeek[],
  now: string,
): WeekDay[] {
  return days.map((day) => weekDay(day, sessions, now));
}
