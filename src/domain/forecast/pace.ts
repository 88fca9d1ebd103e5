import { type ChinaDay, daysBetween, yearOf } from '../time';
import type { Threshold } from './types';

/** The input of the pace. */
export interface PaceInput {
  /** Net of the year so far that is compared with the thresholds, fen. */
  readonly netFen: number;
  readonly today: ChinaDay;
  readonly year: number;
  /** Sessions of the merchant in a week; 0 when unknown. */
  readonly sessionsPerWeek: number;
  readonly thresholds: readonly Threshold[];
}

/** The sales that one threshold needs from tomorrow to the end of the year. */
export interface PaceOf {
  readonly id: string;
  /** `no_time`: the year is over, has not begun, or today is its last day. */
  readonly state: 'ahead' | 'passed' | 'no_time';
  /** The gap, fen; 0 when passed. */
  readonly gapFen: number;
  /**
   * Needed net in a week, fen, rounded up; the gap when less than a week is left. null unless
   * ahead.
   */
  readonly perWeekFen: number | null;
  /** Needed net in a session, fen, rounded up; null unless ahead, or without sessions. */
  readonly perSessionFen: number | null;
}

/** The pace of each threshold, and the time that is left. */
export interface Pace {
  /** From tomorrow to 31 December, in weeks; 0 when no day is left. */
  readonly weeksLeft: number;
  readonly thresholds: readonly PaceOf[];
}

/** Computes the pace that each threshold needs. It only divides the gap and promises nothing. */
export function pace({ netFen, today, year, sessionsPerWeek, thresholds }: PaceInput): Pace {
  const daysLeft = yearOf(today) === year ? daysBetween(today, `${year}-12-31`) : 0;
  const weeksLeft = daysLeft / 7;
  // At least one session counts, even when the remaining weeks hold a fraction of one.
  const sessionsLeft = sessionsPerWeek > 0 ? Math.max(1, sessionsPerWeek * weeksLeft) : 0;
  return {
    weeksLeft,
    thresholds: thresholds.map(({ id, neededFen }): PaceOf => {
      const gapFen = Math.max(0, neededFen - netFen);
      if (gapFen === 0 || daysLeft === 0) {
        const state = gapFen === 0 ? 'passed' : 'no_time';
        return { id, state, gapFen, perWeekFen: null, perSessionFen: null };
      }
      return {
        id,
        state: 'ahead',
        gapFen,
        perWeekFen: Math.ceil(gapFen / Math.max(1, weeksLeft)),
        perSessionFen: sessionsLeft > 0 ? Math.ceil(gapFen / sessionsLeft) : null,
      };
    }),
  };
}
