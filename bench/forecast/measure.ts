import {
  type Crossing,
  type DeclineReason,
  forecast,
  type ForecastInput,
  type HistoryKind,
  type Threshold,
} from '../../src/domain/forecast';
import type { ChinaDay } from '../../src/domain/time';
import { asKnownOn, dayPassed, outcomeOf, type Recording } from './as-known';
import { generate, type GeneratedMerchant } from './generator';
import type { Kind } from './kinds';
import { keptThisYear, last30CarriedForward, sameShareAsLastYear } from './naive';

/** Days of the year on which a forecast is made for every merchant. */
export const ORIGINS = ['01-31', '03-31', '05-31', '07-31', '09-30', '10-31', '11-30'] as const;

/** Dates of one threshold compared with the outcome. */
export interface JudgedCrossing {
  /** Whether the forecast gave a date; otherwise it answered "not this year". */
  readonly dated: boolean;
  /** Whether the true day, or its absence, agrees with the answer. */
  readonly held: boolean;
}

/** What a forecast was asked for. */
interface Asked {
  readonly kind: Kind;
  readonly origin: string;
  readonly recording: Recording;
}

/** One forecast compared with the outcome. Errors are shares of the true net of the year. */
export interface Judged extends Asked {
  readonly history: HistoryKind;
  readonly fell: Fell;
  /** Interval score of the logarithms; see {@link intervalScore}. */
  readonly score: number;
  /** ln(outcome / middle). */
  readonly logError: number;
  readonly error: number;
  readonly errorOfLast30: number;
  /** null: last year is unknown. */
  readonly errorOfShare: number | null;
  readonly crossings: readonly JudgedCrossing[];
}

/** Where an outcome fell. */
export type Fell = 'below' | 'inside' | 'above';

/** A forecast that was declined. */
export interface Declined extends Asked {
  readonly declined: DeclineReason;
}

/** Round sums above the kept sum, up to twice the projection of the last 30 days. */
function thresholdsOf(keptFen: number, naiveFen: number): Threshold[] {
  const thresholds: Threshold[] = [];
  for (let power = 5; power < 14; power += 1) {
    for (const digit of [1, 1.5, 2, 3, 5, 7]) {
      const neededFen = digit * 10 ** power;
      const isAhead = neededFen > keptFen && neededFen <= 2 * naiveFen;
      if (isAhead) thresholds.push({ id: String(neededFen), neededFen });
    }
  }
  return thresholds;
}

function judgeCrossing(crossing: Crossing, day: ChinaDay | null): JudgedCrossing {
  const { earliest, latest } = crossing;
  if (earliest === null) return { dated: false, held: day === null };
  if (day === null) return { dated: true, held: latest === null };
  return { dated: true, held: earliest <= day && (latest === null || day <= latest) };
}

/** Share of the outcomes that a range may miss. */
const ALPHA = 0.2;

/**
 * The interval score (Gneiting and Raftery 2007) of a range of logarithms, each of them relative to
 * the middle: its width, and ten times the distance by which it missed the outcome. Smaller is better.
 */
export function intervalScore(low: number, high: number, outcome: number): number {
  const missed = Math.max(0, low - outcome) + Math.max(0, outcome - high);
  return high - low + (2 / ALPHA) * missed;
}

/** Smallest share of the middle that is distinguished: a logarithm has no zero. */
const SMALLEST = 0.01;
function logShare(fen: number, midFen: number): number {
  return Math.log(Math.max(SMALLEST, fen / midFen));
}

/** What judging one forecast needs of the merchant. */
interface Truth {
  readonly merchant: GeneratedMerchant;
  readonly outcome: readonly number[];
  readonly trueFen: number;
}

function judge(
  { merchant, outcome, trueFen }: Truth,
  origin: string,
  recording: Recording,
): Judged | Declined {
  const { kind, year } = merchant;
  const asked = { kind, origin, recording };
  const today = `${String(year)}-${origin}`;
  const path = asKnownOn(merchant, today, recording);
  if (path === null) return { ...asked, declined: 'too_little_history' };
  const last30Fen = last30CarriedForward(path, today);
  const thresholds = thresholdsOf(keptThisYear(path, today), last30Fen);
  const input: ForecastInput = { path, today, year, thresholds, promotionsOff: [] };
  const answer = forecast(input);
  if (answer.kind === 'declined') return { ...asked, declined: answer.reason };
  const { lowFen, midFen, highFen } = answer.yearEnd;
  const errorOf = (fen: number) => Math.abs(fen - trueFen) / trueFen;
  const shareFen = sameShareAsLastYear(path, today);
  const inside = trueFen > highFen ? 'above' : 'inside';
  const logError = logShare(trueFen, midFen);
  return {
    ...asked,
    history: answer.inputs.history,
    fell: trueFen < lowFen ? 'below' : inside,
    score: intervalScore(logShare(lowFen, midFen), logShare(highFen, midFen), logError),
    logError,
    error: errorOf(midFen),
    errorOfLast30: errorOf(last30Fen),
    errorOfShare: shareFen === null ? null : errorOf(shareFen),
    crossings: answer.crossings.map((crossing) =>
      judgeCrossing(crossing, dayPassed(outcome, year, crossing.neededFen)),
    ),
  };
}

/** Forecasts of one kind on every origin, for each seed; every other merchant was recorded live. */
export function judgeKind(kind: Kind, seeds: readonly number[]): (Judged | Declined)[] {
  return seeds.flatMap((seed) => {
    const merchant = generate(kind, seed);
    const outcome = outcomeOf(merchant);
    const trueFen = outcome.reduce((sum, fen) => sum + fen, 0);
    const truth = { merchant, outcome, trueFen };
    const recording = seed % 2 === 0 ? 'recorded live' : 'typed in afterwards';
    return ORIGINS.map((origin) => judge(truth, origin, recording));
  });
}
