import type { MonthBar } from './month-bars';

/** Width of a month, and height of the tallest one, in units of the drawing. */
const STEP = 6;
const HEIGHT = 24;

/** The months of a year as upright strokes of an SVG path, one a month, on a drawing of 72 × 24. */
export interface MonthStrokes {
  /** What will not change. */
  readonly settled: string;
  /** What may come back, or is not known, on top of it; empty where there is nothing. */
  readonly open: string;
}

/**
 * Draws months small: no figure can be read off them, so that a month with money has one unit at
 * least, and one below zero has none.
 * @returns null where nothing is recorded.
 */
export function monthStrokes(months: readonly MonthBar[]): MonthStrokes | null {
  const tops = months.map(({ net }) => Math.max(0, net?.high ?? 0));
  const most = Math.max(...tops);
  if (most <= 0) return null;
  const heightOf = (fen: number): number =>
    fen <= 0 ? 0 : Math.max(1, Math.round((HEIGHT * fen) / most));
  const stroke = (index: number, from: number, to: number): string =>
    to > from ? `M${index * STEP + STEP / 2} ${HEIGHT - from}v-${to - from}` : '';
  const bars = months.map(({ settledFen }, index) => {
    return { settled: heightOf(settledFen), top: heightOf(tops[index] ?? 0) };
  });
  return {
    settled: bars.map(({ settled }, index) => stroke(index, 0, settled)).join(''),
    open: bars.map(({ settled, top }, index) => stroke(index, settled, top)).join(''),
  };
}
