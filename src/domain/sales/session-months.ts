import { type ChinaMonth, monthOf } from '../time';
import type { NetBounds } from './bounds';
import type { HostScope } from './host-scopes';
import { hasEntries, scopeBounds } from './scope';
import type { YearDelta, YearTotals } from './year-totals';

/** A month's sessions with money, and their net. */
export interface MonthOfSessions {
  readonly month: ChinaMonth;
  readonly sessions: number;
  readonly net: NetBounds;
}

/**
 * What a change of one part of a session changes in the month of its day. The year of a host counts
 * the host's sessions. What a store's sessions change by is counted in the year of the host whose
 * amount it was: that count is right only in the sum over all hosts, because a session with two
 * hosts counts once.
 * @param parts the parts of the session before the change.
 * @param changed the part as it is afterwards.
 */
export function sessionMonthDelta(parts: readonly HostScope[], changed: HostScope): YearDelta {
  const month = monthOf(changed.bookedOn);
  const isChanged = ({ hostId, bookedOn }: HostScope): boolean =>
    hostId === changed.hostId && bookedOn === changed.bookedOn;
  const counting = parts.filter(
    ({ bookedOn, totals }) => monthOf(bookedOn) === month && hasEntries(totals),
  );
  const others = counting.filter((part) => !isChanged(part));
  const after = hasEntries(changed.totals) ? [...others, changed] : others;
  const ofHost = (all: readonly HostScope[]): boolean =>
    all.some(({ hostId }) => hostId === changed.hostId);
  const from = netOf(counting.find(isChanged));
  const to = netOf(changed);
  return [
    { path: ['lowFen'], addFen: to.low - from.low },
    { path: ['highFen'], addFen: to.high - from.high },
    { path: ['sessions'], addFen: Number(ofHost(after)) - Number(ofHost(counting)) },
    { path: ['shopSessions'], addFen: Number(after.length > 0) - Number(counting.length > 0) },
  ]
    .filter(({ addFen }) => addFen !== 0)
    .map(({ path, addFen }) => ({ path: ['sessionMonths', month, ...path], addFen }));
}

function netOf(part: HostScope | undefined): NetBounds {
  return (part && scopeBounds(part.totals)) ?? { low: 0, high: 0 };
}

/**
 * The months of a year in which sessions have money, latest first.
 * @param years the year of one host, or of every host of a store.
 */
export function monthsOfSessions(
  years: readonly Pick<YearTotals, 'sessionMonths'>[],
  whose: 'host' | 'shop',
): MonthOfSessions[] {
  const months = new Map<ChinaMonth, MonthOfSessions>();
  for (const { sessionMonths } of years) {
    for (const [month, kept] of Object.entries(sessionMonths)) {
      const { lowFen = 0, highFen = 0, sessions = 0, shopSessions = 0 } = kept;
      const sum = months.get(month) ?? { month, sessions: 0, net: { low: 0, high: 0 } };
      months.set(month, {
        month,
        sessions: sum.sessions + (whose === 'host' ? sessions : shopSessions),
        net: { low: sum.net.low + lowFen, high: sum.net.high + highFen },
      });
    }
  }
  return [...months.values()]
    .filter(({ sessions }) => sessions > 0)
    .sort((a, b) => (a.month < b.month ? 1 : -1));
}
