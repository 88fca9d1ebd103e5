import { eveningScopes } from '../../src/domain/live-session/evening';
import { sumScopes } from '../../src/domain/sales/host-scopes';
import type { ScopeTotals } from '../../src/domain/sales/scope';
import { type ChinaDay, chinaDayOf, yearOf } from '../../src/domain/time';
import type { Lists } from '../database/joined';
import { stageIs } from './live-sessions';
import { READ_LIMITS } from './read-limits';
import { boundsBeside, boundsOfYears, NO_BOUNDS, type YearBounds } from './year-books';

/** The sums of a session, or of a joined evening. */
export interface SessionSales {
  /** Its id, and those of its further pieces. */
  ids: string[];
  scope: ScopeTotals;
}

/** Figures of a store with which an amount is compared before it is recorded. */
export interface SalesSoFar {
  /** Its latest sessions with sales, one more than the usual is made of. */
  latest: SessionSales[];
  /** How far the sums of some of its years have risen. */
  bounds: YearBounds;
}

/** Where these figures were not read. */
export const NOTHING_SO_FAR: SalesSoFar = { latest: [], bounds: NO_BOUNDS };

/**
 * The years of which the sums are bounded for an amount: this one, the last one, and that of the day
 * on which it is booked; `true` where the day is not known.
 */
export function yearsToBound(bookedOn: ChinaDay | true, now: string): readonly number[] {
  const year = yearOf(chinaDayOf(now));
  const booked = bookedOn === true ? year : yearOf(bookedOn);
  return [...new Set([year - 1, year, booked])];
}

/** What to read of a store before an amount of one of some years is recorded. */
export function salesBeside(shopId: string, years: readonly number[]) {
  return {
    ...boundsBeside(shopId, years),
    latest: {
      from: 'live_sessions',
      where: { shopId, ...stageIs('recorded') },
      orderBy: [['sortKey', 'desc']],
      limit: READ_LIMITS.usualSessions,
      fields: ['_id', 'scopes', 'pieces'],
    },
  } as const;
}

/** The figures with which an amount is compared, from what {@link salesBeside} names. */
export function salesSoFarOf(
  found: Lists<ReturnType<typeof salesBeside>>,
  asked: Parameters<typeof boundsOfYears>[1],
): SalesSoFar {
  const latest = found.latest.map(({ _id, scopes, pieces }) => ({
    ids: [_id, ...pieces.map(({ id }) => id)],
    scope: sumScopes(eveningScopes({ scopes, pieces })),
  }));
  return { latest, bounds: boundsOfYears(found, asked) };
}
