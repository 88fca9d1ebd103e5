import type { HistoryKind } from './history-kind';
import table from './measured.json';

/** How often forecasts of histories of one kind held, on generated merchants. */
export interface Measured {
  readonly forecasts: number;
  /** Of them, how many years ended inside the range. */
  readonly inside: number;
  /** Whether only the trend and the time ahead are alike, because too few histories are in all. */
  readonly isWide: boolean;
}

/** A row counts from this number of forecasts on; below it a wider row is used. */
export const MIN_MEASURED = 40;

/** The rows that a kind of history counts in, the narrowest first. */
export function rowsOfKind({ trend, length, weeks, ahead }: HistoryKind): string[] {
  return [`${trend} ${ahead} ${length} ${weeks}`, `${trend} ${ahead}`];
}

/** What was measured for histories of a kind (`npm run bench:forecast`); null: too few of them. */
export function measuredFor(kind: HistoryKind): Measured | null {
  const rows: Readonly<Record<string, readonly number[] | undefined>> = table;
  for (const [index, row] of rowsOfKind(kind).entries()) {
    const [forecasts, inside] = rows[row] ?? [];
    if (forecasts === undefined || inside === undefined) continue;
    return { forecasts, inside, isWide: index > 0 };
  }
  return null;
}
