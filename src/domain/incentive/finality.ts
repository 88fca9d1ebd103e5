import { netBounds, type YearFigures } from '../sales';
import type { Settlement } from '../settlement';
import { ASSUMED_WINDOW_DAYS } from '../settlement/window';
import { addDays, type ChinaDay, chinaDayOf, type Instant, yearOf } from '../time';
import type { AwardAnswer } from './progress';
import { type Confirmations, confirmationsOf, standingOn } from './standing';

/** A figure that the merchant stated themself. */
export type StatedFigure = 'sales' | 'followers' | 'declared';

/** Why an answer is not final yet, and from when that reason is gone, if a day is known. */
export type OpenReason =
  | {
      /** Sales of the year, and readings of it, may still be added. */
      readonly kind: 'year_runs';
      readonly until: ChinaDay;
    }
  | {
      /** Sales of the year may still come back. */
      readonly kind: 'returns';
      readonly until: ChinaDay;
      /** Whether the length of a return window is assumed. */
      readonly isAssumed: boolean;
    }
  /** Sales without a paid amount: they are a range until it is entered. */
  | { readonly kind: 'range' }
  /** Figures that nothing but the merchant's own word supports. */
  | { readonly kind: 'self_reported'; readonly figures: readonly StatedFigure[] }
  | ({ readonly kind: 'to_confirm' } & Confirmations);

/** For which period an answer is, as of when, until when it can move, and what keeps it open. */
export interface Finality {
  readonly year: number;
  readonly asOf: Instant;
  /**
   * The last day on which the year or its returns can move it, with usual returns; null when both
   * are over. Amounts that are corrected or entered later restate it on any day.
   */
  readonly movesUntil: ChinaDay | null;
  /** In the order in which they can be settled; empty: final by what is recorded. */
  readonly open: readonly OpenReason[];
}

/** The input of {@link finalityOf}. */
export interface FinalityInput {
  readonly award: AwardAnswer;
  readonly year: number;
  /** Instant at which the figures were read, or the end of the day that is asked about. */
  readonly asOf: Instant;
  readonly sums: YearFigures | null;
  /** null where it is not known: for a store, for an earlier day. The usual window is assumed. */
  readonly settlement: Pick<Settlement, 'settledOn' | 'platforms'> | null;
}

/**
 * When an answer becomes final. A year's net may move until the return windows of its last sales are
 * over; figures that a merchant stated are never final before they are checked.
 */
export function finalityOf({ award, year, asOf, sums, settlement }: FinalityInput): Finality {
  const today = chinaDayOf(asOf);
  const yearEnd = `${year}-12-31`;
  const figures = figuresOf(award);
  const net = figures.includes('sales') && sums ? netBounds(sums) : null;
  const isRunning = yearOf(today) <= year;
  const returns = figures.includes('sales') ? returnsOf(settlement, yearEnd, today) : null;
  const stated = figures.filter((figure) => figure !== 'sales' || !isVerified(net, sums));
  const confirm = confirmationsOf(tierAtStake(award)?.toConfirm ?? []);
  const open: OpenReason[] = [
    ...(isRunning ? [{ kind: 'year_runs', until: yearEnd } as const] : []),
    ...(returns ? [returns] : []),
    ...(net && net.low !== net.high ? [{ kind: 'range' } as const] : []),
    ...(stated.length > 0 ? [{ kind: 'self_reported', figures: stated } as const] : []),
    ...(confirm.unanswered + confirm.denied > 0
      ? [{ kind: 'to_confirm', ...confirm } as const]
      : []),
  ];
  return { year, asOf, movesUntil: returns?.until ?? (isRunning ? yearEnd : null), open };
}

/** The tier that the answer is about: the blocked one, or the last where all are reached. */
function tierAtStake(award: AwardAnswer) {
  const { reached, blocker } = standingOn(award);
  const tierId = blocker?.tierId ?? reached?.tierId;
  return award.tiers.find((tier) => tier.tierId === tierId);
}

function figuresOf({ tiers }: AwardAnswer): StatedFigure[] {
  const metrics = tiers.flatMap(({ conditions }) => conditions.map(({ metric }) => metric));
  const figures = metrics.map((metric): StatedFigure => {
    if (metric === 'net_sales') return 'sales';
    return metric === 'followers' ? 'followers' : 'declared';
  });
  return [...new Set(figures)];
}

/** Whether all of a net is exact and checked. */
function isVerified(
  net: { readonly low: number; readonly high: number } | null,
  sums: YearFigures | null,
): boolean {
  return net !== null && net.low === net.high && sums?.verifiedNetFen === net.low;
}

/**
 * Until when sales of a year may come back: while the year runs, a window after its last day; then
 * the day on which its youngest sale is settled.
 * @returns null where nothing is open to returns any more.
 */
function returnsOf(
  settlement: FinalityInput['settlement'],
  yearEnd: ChinaDay,
  today: ChinaDay,
): Extract<OpenReason, { kind: 'returns' }> | null {
  const platforms = settlement?.platforms ?? [];
  const isAssumed = platforms.length === 0 || platforms.some((own) => own.isPaceAssumed);
  const windows = platforms.map(({ settlesAfterDays }) => settlesAfterDays);
  const ofLastDay = addDays(yearEnd, Math.max(...windows, isAssumed ? ASSUMED_WINDOW_DAYS : 0));
  const isOver = today > yearEnd;
  if (isOver && settlement !== null) {
    const { settledOn } = settlement;
    return settledOn === null ? null : { kind: 'returns', until: settledOn, isAssumed };
  }
  return today > ofLastDay ? null : { kind: 'returns', until: ofLastDay, isAssumed };
}
