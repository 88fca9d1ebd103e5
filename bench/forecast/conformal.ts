import { COVERAGE } from '../../src/domain/forecast/curve';
import type { Judged } from './measure';

/**
 * Split conformal intervals over the point forecast that ships: of merchants set apart, the
 * deviations |ln(outcome / middle)| of one day of the year; the range is the middle times and divided
 * by the ⌈(n + 1) × coverage⌉-th of them. (Lei et al., Distribution-Free Predictive Inference for
 * Regression, 2018.)
 * @returns for each day of the year, the logarithm of that factor.
 */
export function conformalWidths(calibration: readonly Judged[]): ReadonlyMap<string, number> {
  const byOrigin = new Map<string, number[]>();
  for (const { origin, logError } of calibration) {
    byOrigin.set(origin, [...(byOrigin.get(origin) ?? []), Math.abs(logError)]);
  }
  return new Map(
    [...byOrigin].map(([origin, deviations]) => {
      const sorted = [...deviations].sort((a, b) => a - b);
      const rank = Math.ceil((sorted.length + 1) * COVERAGE);
      return [origin, sorted[Math.min(rank, sorted.length) - 1] ?? Infinity];
    }),
  );
}
