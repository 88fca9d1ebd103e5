import type { YearFigures } from '../sales';
import type { AwardAnswer, ConditionAnswer } from './progress';
import type { ExpectedNet } from './year-end';

/** The positions for drawing a ladder, from 0 (start) to 1 (end of the road). */
export interface Road {
  readonly stops: readonly {
    readonly tierId: string;
    readonly threshold: number;
    readonly at: number;
  }[];
  /** Position of the lower bound; null when unknown. */
  readonly meLow: number | null;
  /** Position of the upper bound; null when unknown. */
  readonly meHigh: number | null;
  /** Position of the verified net; only on a road of net sales. */
  readonly verified: number | null;
  /** Position of the settled net; null when everything is settled, or when it is unknown. */
  readonly settled: number | null;
  /** Expected positions at the end of the year; null without a forecast. */
  readonly yearEnd: { readonly from: number; readonly to: number } | null;
}

/** The input of a road of net sales besides the answer. */
export interface RoadDetails {
  readonly sums: YearFigures | null;
  readonly yearEnd?: ExpectedNet | null;
}

/** Share of the road for the section of the subject; the other sections share the rest. */
const WEIGHT_OF_CURRENT = 3;
const WEIGHT_OF_OTHERS = 1;
const WEIGHT_BEYOND_LAST = 0.6;
/** Space at both ends of a section, so that one fen short of a tier is visible. */
const MARGIN = 0.06;

/** One section between two signs. `to` is null beyond the last tier. */
interface Stretch {
  readonly from: number;
  readonly to: number | null;
  readonly startsAt: number;
  readonly length: number;
}

/**
 * Positions on a scale that is not linear: the section to the next tier takes about half of the
 * road, whether the figure is 3万 or 8,000万. Order is always kept, a figure exactly on a strict
 * threshold is before its sign, and beyond the last tier the end is never reached.
 */
export function road(award: AwardAnswer, { sums, yearEnd }: RoadDetails): Road {
  const signs = award.tiers.flatMap((tier) => {
    const condition = tier.conditions.find(({ metric }) => metric === award.metric);
    return condition ? [{ tierId: tier.tierId, condition }] : [];
  });
  const bounds = signs[0]?.condition ?? { low: null, high: null, settled: null };
  const starts = [0, ...signs.map(({ condition }) => lastBefore(condition))];
  const stretches = layOut(starts, bounds.low ?? 0);
  const place = (value: number | null): number | null =>
    value === null ? null : positionOf(value, stretches);
  const isSales = award.metric === 'net_sales';
  const verified = isSales && sums ? sums.verifiedNetFen : null;
  return {
    stops: signs.map(({ tierId, condition }, index) => ({
      tierId,
      threshold: condition.threshold,
      at: stretches[index + 1]?.startsAt ?? 1,
    })),
    meLow: place(bounds.low),
    meHigh: place(bounds.high),
    verified: place(verified === null ? null : Math.min(verified, bounds.low ?? verified)),
    settled: place(isPartly(bounds.settled, bounds.low) ? bounds.settled : null),
    yearEnd:
      isSales && yearEnd
        ? { from: place(yearEnd.lowFen) ?? 0, to: place(yearEnd.highFen) ?? 0 }
        : null,
  };
}

function isPartly(part: number | null, whole: number | null): boolean {
  return part !== null && whole !== null && part < whole;
}

/** Largest whole figure before the sign. */
function lastBefore({ comparator, threshold }: ConditionAnswer): number {
  return comparator === 'more_than' ? threshold : threshold - 1;
}

function layOut(starts: readonly number[], low: number): Stretch[] {
  const current = passed(starts, low);
  const weights = starts.map((_, index) => {
    if (index === current) return WEIGHT_OF_CURRENT;
    return index === starts.length - 1 ? WEIGHT_BEYOND_LAST : WEIGHT_OF_OTHERS;
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let startsAt = 0;
  return starts.map((from, index) => {
    const length = (weights[index] ?? 0) / total;
    const stretch = { from, to: starts[index + 1] ?? null, startsAt, length };
    startsAt += length;
    return stretch;
  });
}

/** Index of the section of a figure. */
function passed(starts: readonly number[], value: number): number {
  return Math.max(0, starts.filter((start) => value > start).length - 1);
}

function positionOf(value: number, stretches: readonly Stretch[]): number {
  const starts = stretches.map(({ from }) => from);
  const stretch = stretches[passed(starts, value)];
  if (!stretch || value <= 0) return 0;
  const { from, to, startsAt, length } = stretch;
  const done = value - from;
  // Beyond the last tier every further multiple of it adds less, so the end is never reached.
  const share = to === null ? done / (done + from) : done / (to - from);
  return startsAt + length * (MARGIN + share * (1 - 2 * MARGIN));
}
