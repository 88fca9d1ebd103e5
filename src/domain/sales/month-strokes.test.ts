import { describe, expect, it } from 'vitest';

import type { MonthBar } from './month-bars';
import { monthStrokes } from './month-strokes';

const exactly = (fen: number) => ({ low: fen, high: fen });

/** Twelve months; those that are not named have nothing recorded. */
function year(known: Readonly<Record<number, Partial<MonthBar>>>): MonthBar[] {
  return Array.from({ length: 12 }, (_, index) => {
    const month = index + 1;
    return { month, net: null, settledFen: 0, isOpenKnown: true, ...known[month] };
  });
}

describe('monthStrokes', () => {
  it('draws the tallest month whole and others beside it', () => {
    const months = year({
      1: { net: exactly(500), settledFen: 500 },
      12: { net: exactly(1000), settledFen: 1000 },
    });
    expect(monthStrokes(months)).toEqual({ settled: 'M3 24v-12M69 24v-24', open: '' });
  });

  it('puts what may come back, or is not known, on top of what has settled', () => {
    const months = year({ 2: { net: { low: 750, high: 1000 }, settledFen: 500 } });
    expect(monthStrokes(months)).toEqual({ settled: 'M9 24v-12', open: 'M9 12v-12' });
  });

  it('shows a little money at all, and a month below zero not', () => {
    const months = year({
      3: { net: exactly(1), settledFen: 1 },
      4: { net: exactly(-900), settledFen: -900 },
      5: { net: exactly(100_000), settledFen: 100_000 },
    });
    expect(monthStrokes(months)).toEqual({ settled: 'M15 24v-1M27 24v-24', open: '' });
  });

  it('draws nothing of a year without money', () => {
    expect(monthStrokes(year({}))).toBeNull();
  });

  it('needs few bytes: it is part of the first paint', () => {
    const net = { low: 900, high: 1000 };
    const month = { net, settledFen: 800, isOpenKnown: true };
    const months = Array.from({ length: 12 }, (_, index) => ({ ...month, month: index + 1 }));
    const strokes = monthStrokes(months);
    expect((strokes?.settled.length ?? 0) + (strokes?.open.length ?? 0)).toBeLessThan(250);
  });
});
