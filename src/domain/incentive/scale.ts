import { neededFor } from './risk';
import type { ConditionRule } from './rule-set';

type Threshold = Pick<ConditionRule, 'comparator' | 'threshold'>;

/** A threshold on a line that is drawn from 0 to 1. */
export interface ScaleMark {
  readonly threshold: number;
  /** The smallest whole figure that passes it. */
  readonly needed: number;
  readonly at: number;
}

/** Space before a mark that a figure below it never fills, as a share of the line. */
const GAP = 0.015;
/** Place of the last mark of a line that goes on beyond it. */
const LAST = 0.94;

/** The thresholds of one ladder at equal distances; the line ends at the last. */
export function equalScale(thresholds: readonly Threshold[]): ScaleMark[] {
  const marks = ascending(thresholds);
  return marks.map((mark, index) => ({ ...mark, at: (index + 1) / marks.length }));
}

/**
 * The thresholds of several ladders on one line, by their ratios: from 10 to 20 million is as long
 * as from 50 to 100 million, nearly, and the line begins at 0.
 */
export function ratioScale(thresholds: readonly Threshold[]): ScaleMark[] {
  const marks = ascending(thresholds);
  const unit = Math.max(1, (marks[0]?.needed ?? 1) / 2);
  const size = (value: number): number => Math.log1p(value / unit);
  const whole = size(marks[marks.length - 1]?.needed ?? 1);
  return marks.map((mark) => ({ ...mark, at: (size(mark.needed) / whole) * LAST }));
}

/**
 * The place of a figure among marks: it grows with the figure, is before every mark that the figure
 * does not pass, and at or beyond every one that it passes.
 */
export function placeOn(marks: readonly ScaleMark[], value: number): number {
  if (value <= 0) return 0;
  const next = marks.find(({ needed }) => value < needed);
  const passed = marks.filter(({ needed }) => needed <= value).pop() ?? { needed: 0, at: 0 };
  // Beyond the last mark every further multiple adds less, so that the end is never reached.
  if (!next) return passed.at + (1 - passed.at) * (1 - passed.needed / Math.max(1, value));
  const share = (value - passed.needed) / (next.needed - passed.needed);
  const at = passed.at + share * (next.at - passed.at);
  return Math.max(passed.at, Math.min(at, next.at - GAP));
}

function ascending(thresholds: readonly Threshold[]): Omit<ScaleMark, 'at'>[] {
  const byNeeded = new Map(thresholds.map((own) => [neededFor(own), own.threshold]));
  return [...byNeeded]
    .map(([needed, threshold]) => ({ needed, threshold }))
    .sort((a, b) => a.needed - b.needed);
}
