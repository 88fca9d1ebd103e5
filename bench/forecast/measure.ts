import {
  type Crossing,
  type DeclineReason,
  keptNet,
  sumFen,
  type Threshold,
} from '../../src/domain/forecast';
import { type ChinaDay, daysBetween } from '../../src/domain/time';
import { asKnownOn, dayPassed, outcomeOf } from './as-known';
import { generate, type GeneratedMerchant, type ProcessId } from './generator';
import { last30CarriedForward, sameShareAsLastYear } from './naive';
import type { Method } from './methods';

/** Days of the year on which a forecast is made for every merchant. */
export const ORIGINS = ['01-31', '03-31', '05-31', '07-31', '09-30', '10-31', '11-30'] as const;

/** Dates of one threshold compared with the outcome. */
export interface JudgedCrossing {
  /** Whether the forecast gave a date; otherwise it answered "not this year". */
  readonly dated: boolean;
  /** Whether the true day, or its absence, agrees with the answer. */
  readonly held: boolean;
}

/** One forecast compared with the outcome. Errors are shares of the true net of the year. */
export interface Judged {
  readonly process: ProcessId;
  readonly origin: string;
  readonly fell: 'below' | 'inside' | 'above';
  readonly error: number;
  readonly errorOfLast30: number;
  /** null: last year is unknown. */
  readonly errorOfShare: number | null;
  readonly crossings: readonly JudgedCrossing[];
}

/** A forecast that was declined. */
export interface Declined {
  readonly process: ProcessId;
  readonly origin: string;
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

function judge(merchant: GeneratedMerchant, origin: string, method: Method): Judged | Declined {
  const { process, year } = merchant;
  const today = `${String(year)}-${origin}`;
  const path = asKnownOn(merchant, today);
  const keptFen = sumFen(
    keptNet(path, today).slice(daysBetween(path.from, `${String(year)}-01-01`)),
  );
  const last30Fen = last30CarriedForward(path, today);
  const thresholds = thresholdsOf(keptFen, last30Fen);
  const answer = method.forecast({ path, today, year, thresholds, promotionsOff: [] });
  if (answer.kind === 'declined') return { process, origin, declined: answer.reason };
  const outcome = outcomeOf(merchant);
  const trueFen = sumFen(outcome);
  const { lowFen, midFen, highFen } = answer.yearEnd;
  const errorOf = (fen: number) => Math.abs(fen - trueFen) / trueFen;
  const shareFen = sameShareAsLastYear(path, today);
  const inside = trueFen > highFen ? 'above' : 'inside';
  return {
    process,
    origin,
    fell: trueFen < lowFen ? 'below' : inside,
    error: errorOf(midFen),
    errorOfLast30: errorOf(last30Fen),
    errorOfShare: shareFen === null ? null : errorOf(shareFen),
    crossings: answer.crossings.map((crossing) =>
      judgeCrossing(crossing, dayPassed(outcome, year, crossing.neededFen)),
    ),
  };
}

/** Forecasts of one process on every origin, for each seed; one list for each method. */
export function judgeProcess(
  process: ProcessId,
  seeds: readonly number[],
  methods: readonly Method[],
): (Judged | Declined)[][] {
  const merchants = seeds.map((seed) => generate(process, seed));
  return methods.map((method) =>
    merchants.flatMap((merchant) => ORIGINS.map((origin) => judge(merchant, origin, method))),
  );
}
