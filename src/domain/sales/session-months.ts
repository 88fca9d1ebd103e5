import { type ChinaMonth, monthOf, yearOf } from '../time';
import type { NetBounds } from './bounds';
import type { HostScope } from './host-scopes';
import { hasEntries, scopeBounds } from './scope';
import { mergeDeltas, type YearDelta, type YearTotals } from './year-totals';

/** A month's sessions with money, and their net. A joined evening is one session. */
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
 * @param beside the parts of the other pieces of its evening.
 */
export function sessionMonthDelta(
  parts: readonly HostScope[],
  changed: HostScope,
  beside: readonly HostScope[] = [],
): YearDelta {
  const month = monthOf(changed.bookedOn);
  const others = countingIn(month, beside);
  const isChanged = ({ hostId, bookedOn }: HostScope): boolean =>
    hostId === changed.hostId && bookedOn === changed.bookedOn;
  const own = countingIn(month, parts);
  const before = [...own, ...others];
  const after = [...own.filter((part) => !isChanged(part)), ...others];
  if (hasEntries(changed.totals)) after.push(changed);
  const ofHost = (all: readonly HostScope[]): boolean =>
    all.some(({ hostId }) => hostId === changed.hostId);
  const from = netOf(own.find(isChanged));
  const to = netOf(changed);
  return [
    { path: ['lowFen'], addFen: to.low - from.low },
    { path: ['highFen'], addFen: to.high - from.high },
    { path: ['sessions'], addFen: Number(ofHost(after)) - Number(ofHost(before)) },
    { path: ['shopSessions'], addFen: Number(after.length > 0) - Number(before.length > 0) },
  ]
    .filter(({ addFen }) => addFen !== 0)
    .map(({ path, addFen }) => ({ path: ['sessionMonths', month, ...path], addFen }));
}

/** The parts with amounts on days of a month. */
function countingIn(month: ChinaMonth, parts: readonly HostScope[]): HostScope[] {
  return parts.filter(({ bookedOn, totals }) => monthOf(bookedOn) === month && hasEntries(totals));
}

/** What is added to the year of a host, or (null) of sales that name none. */
export interface HostYearDelta {
  readonly hostId: string | null;
  readonly year: number;
  readonly delta: YearDelta;
}

/** What one session counts for in the months of its amounts. */
function countsOf(parts: readonly HostScope[], by: 1 | -1): HostYearDelta[] {
  const months = [...new Set(parts.map(({ bookedOn }) => monthOf(bookedOn)))];
  return months.flatMap((month) => {
    const hostIds = [...new Set(countingIn(month, parts).map(({ hostId }) => hostId))];
    return hostIds.map((hostId, index): HostYearDelta => {
      const names = index === 0 ? ['sessions', 'shopSessions'] : ['sessions'];
      const delta = names.map((name) => ({ path: ['sessionMonths', month, name], addFen: by }));
      return { hostId, year: yearOf(month), delta };
    });
  });
}

/**
 * What the counts of months change by when an evening is made of sessions, or is split into them:
 * amounts, and all other sums, stay.
 * @param before the parts of each session before, an evening being one.
 */
export function regroupedMonths(
  before: readonly (readonly HostScope[])[],
  after: readonly (readonly HostScope[])[],
): HostYearDelta[] {
  const counts = [
    ...before.flatMap((parts) => countsOf(parts, -1)),
    ...after.flatMap((parts) => countsOf(parts, 1)),
  ];
  const years = new Map<string, HostYearDelta>();
  for (const { hostId, year, delta } of counts) {
    const key = `${hostId ?? ''} ${String(year)}`;
    const merged = mergeDeltas(years.get(key)?.delta ?? [], delta);
    years.set(key, { hostId, year, delta: merged });
  }
  return [...years.values()].filter(({ delta }) => delta.length > 0);
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
