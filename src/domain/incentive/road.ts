import type { YearFigures } from '../sales';
import type { AwardAnswer, ConditionAnswer } from './progress';
import type { ExpectedNet } from './year-end';

/** What the drawing of a ladder needs. Positions run from 0 (start) to 1 (end of the road). */
export interface Road {
  readonly stops: readonly {
    readonly tierId: string;
    readonly threshold: number;
    readonly at: number;
  }[];
  /** Where the subject surely is; null when unknown. */
  readonly meLow: number | null;
  /** Where it may be at most; null when unknown. */
  readonly meHigh: number | null;
  /** How much of that an officer has verified; only on a road of net sales. */
  readonly verified: number | null;
  /** How much of it is too old to come back; null where all of it is, or where it is not known. */
  readonly settled: number | null;
  /** Where the year is expected to end; null without a forecast. */
  readonly yearEnd: { readonly from: number; readonly to: number } | null;
}

/** What a road of net sales shows beside the answer itself. */
export interface RoadDetails {
  readonly sums: YearFigures | null;
  readonly settledFen?: number | null;
  readonly yearEnd?: ExpectedNet | null;
}

/** The stretch on which the subject stands gets the room; the others keep their order. */
const WEIGHT_OF_CURRENT = 3;
const WEIGHT_OF_OTHERS = 1;
const WEIGHT_BEYOND_LAST = 0.6;
/** Kept free at both ends of a stretch: one fen short of a tier must be seen as short of it. */
const MARGIN = 0.06;

/** One stretch between two signs. `to` is null beyond the last tier. */
interface Stretch {
  readonly from: number;
  readonly to: number | null;
  readonly startsAt: number;
  readonly length: number;
}

/**
 * Positions on a scale that is not linear: the stretch to the next tier takes about half of the
 * road whether the figure is 3万 or 8,000万. Order is always kept, a figure exactly on a strict
 * threshold stands before the sign, and beyond the last tier the road never ends.
 */
export function road(award: AwardAnswer, { sums, settledFen, yearEnd }: RoadDetails): Road {
  const signs = award.tiers.flatMap((tier) => {
    const condition = tier.conditions.find(({ metric }) => metric === award.metric);
    return condition ? [{ tierId: tier.tierId, condition }] : [];
  });
  const bounds = signs[0]?.condition ?? { low: null, high: null };
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
    settled: place(isSales && isPartly(settledFen, bounds.low) ? settledFen : null),
    yearEnd:
      isSales && yearEnd
        ? { from: place(yearEnd.lowFen) ?? 0, to: place(yearEnd.highFen) ?? 0 }
        : null,
  };
}

function isPartly(part: number | null | undefined, whole: number | null): part is number {
  return part !== null && part !== undefined && whole !== null && part < whole;
}

/** Largest whole figure that has not passed the sign. */
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

/** Index of the stretch in which a figure lies. */
function passed(starts: readonly number[], value: number): number {
  return Math.max(0, starts.filter((start) => value > start).length - 1);
}

function positionOf(value: number, stretches: readonly Stretch[]): number {
  const starts = stretches.map(({ from }) => from);
  const stretch = stretches[passed(starts, value)];
  if (!stretch || value <= 0) return 0;
  const { from, to, startsAt, length } = stretch;
  const done = value - from;
  // Beyond the last tier every further multiple of it adds less, and the end is never reached.
  const share = to === null ? done / (done + from) : done / (to - from);
  return startsAt + length * (MARGIN + share * (1 - 2 * MARGIN));
}
