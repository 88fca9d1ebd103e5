import type { YearFigures } from '../sales';
import type { AwardAnswer, ConditionAnswer } from './progress';
import { neededFor } from './risk';
import type { Unit } from './rule-set';
import { ownConditions } from './standing';
import type { ExpectedNet } from './year-end';

/**
 * Length of the road to each tier, px.
 * @internal
 */
export const STRETCH_PX = 230;
/** Length in which the figure doubles above the last tier, px: 230 px for ten times as much. */
const DOUBLING_PX = STRETCH_PX * Math.log10(2);
/** Least distance, px, that a figure below a line keeps from it, so that it never looks reached. */
const BELOW_LINE_PX = 4;

/** A tier on the road. */
export interface RoadSign {
  readonly tierId: string;
  readonly threshold: number;
  /** Height of its line, px above 0. */
  readonly at: number;
  /** How many signs stand at the same line below this one. */
  readonly above: number;
}

/** The road between two lines, and the marks beside it. */
export interface RoadStretch {
  readonly from: number;
  /** null: open, beyond the last tier. */
  readonly to: number | null;
  /** What lies between two marks, in the unit of the figure; null: each mark doubles the figure. */
  readonly mark: number | null;
  readonly markPx: number;
}

/** A ladder from 0 upward; all positions in px above 0. */
export interface Road {
  /** Lowest first. */
  readonly signs: readonly RoadSign[];
  readonly stretches: readonly RoadStretch[];
  /** The lower bound; null when unknown. */
  readonly low: number | null;
  /** The upper bound; null when unknown. */
  readonly high: number | null;
  /** The verified net; only on a road of net sales. */
  readonly verified: number | null;
  /** The settled net; null when everything is settled, or when it is unknown. */
  readonly settled: number | null;
  /** Expected positions at the end of the year; null without a forecast. */
  readonly yearEnd: { readonly from: number; readonly to: number } | null;
}

/** The input of a road of net sales besides the answer. */
export interface RoadDetails {
  readonly sums: Pick<YearFigures, 'verifiedNetFen'> | null;
  readonly yearEnd?: ExpectedNet | null;
}

type Line = Pick<ConditionAnswer, 'comparator' | 'threshold'>;

/**
 * Positions that depend on the ladder alone: each tier is an equal stretch, linear inside, and the
 * road beyond the last is logarithmic. More of the figure is never lower, and a figure that does not
 * pass a tier is always below its line.
 */
export function road(award: AwardAnswer, { sums, yearEnd }: RoadDetails): Road {
  const own = ownConditions(award);
  const lines = distinctLines(own.map(({ condition }) => condition));
  const bounds = own[0]?.condition ?? { low: null, high: null, settled: null, unit: 'fen' };
  const place = (value: number | null) => (value === null ? null : placeOnRoad(lines, value));
  const isSales = award.metric === 'net_sales';
  const verified = isSales && sums ? sums.verifiedNetFen : null;
  return {
    signs: signsOf(own, lines),
    stretches: stretchesOf(lines, bounds.unit),
    low: place(bounds.low),
    high: place(bounds.high),
    verified: place(verified === null ? null : Math.min(verified, bounds.low ?? verified)),
    settled: place(isPart(bounds.settled, bounds.low) ? bounds.settled : null),
    yearEnd:
      isSales && yearEnd
        ? {
            from: placeOnRoad(lines, yearEnd.lowFen),
            to: placeOnRoad(lines, yearEnd.highFen),
          }
        : null,
  };
}

/**
 * The height of a figure on a road, px above 0.
 * @param lines thresholds in ascending order, no two the same.
 * @internal
 */
export function placeOnRoad(lines: readonly Line[], value: number): number {
  if (value <= 0) return 0;
  const index = lines.findIndex((line) => value < neededFor(line));
  const before = index < 0 ? lines[lines.length - 1] : lines[index - 1];
  const passed = before ? neededFor(before) : 0;
  if (index < 0) {
    return lines.length * STRETCH_PX + DOUBLING_PX * Math.log2(value / Math.max(1, passed));
  }
  const needed = neededFor(lines[index] as Line);
  const share = (value - passed) / (needed - passed);
  return index * STRETCH_PX + Math.min(share * STRETCH_PX, STRETCH_PX - BELOW_LINE_PX);
}

function isPart(part: number | null, whole: number | null): boolean {
  return part !== null && whole !== null && part < whole;
}

function distinctLines(conditions: readonly Line[]): Line[] {
  const byNeeded = new Map(conditions.map((line) => [neededFor(line), line]));
  return [...byNeeded].sort(([a], [b]) => a - b).map(([, line]) => line);
}

function signsOf(own: ReturnType<typeof ownConditions>, lines: readonly Line[]): RoadSign[] {
  const levels = lines.map(neededFor);
  const standing = new Map<number, number>();
  const signs = own.map(({ tierId, condition }) => {
    const level = levels.indexOf(neededFor(condition)) + 1;
    const above = standing.get(level) ?? 0;
    standing.set(level, above + 1);
    return { tierId, threshold: condition.threshold, at: level * STRETCH_PX, above };
  });
  return signs.sort((a, b) => a.at - b.at || a.above - b.above);
}

function stretchesOf(lines: readonly Line[], unit: Unit): RoadStretch[] {
  const closed = lines.map(({ threshold }, index) => {
    const length = Math.max(1, threshold - (lines[index - 1]?.threshold ?? 0));
    const mark = markOf(length, unit);
    const from = index * STRETCH_PX;
    return { from, to: from + STRETCH_PX, mark, markPx: (STRETCH_PX * mark) / length };
  });
  const from = lines.length * STRETCH_PX;
  return [...closed, { from, to: null, mark: null, markPx: DOUBLING_PX }];
}

/** Round amounts, the roundest first: one of them divides any length into 8 to 12. */
const ROUND = [1, 2, 5, 2.5, 4, 3, 1.5, 6, 8];

/** What lies between two marks, so that a stretch has 8 to 12; fewer where a unit is whole. */
function markOf(length: number, unit: Unit): number {
  const whole = unit === 'fen' ? 100 : 1;
  const power = 10 ** Math.floor(Math.log10(length / 8));
  const candidates = [power, power / 10].flatMap((scale) => ROUND.map((round) => round * scale));
  const fitting = candidates.find((mark) => length / mark >= 8 && length / mark <= 12);
  return Math.max(whole, fitting ?? length / 10);
}
