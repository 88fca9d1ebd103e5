import { addDays, type ChinaDay, daysBetween } from '../time';
import { forecast } from './forecast';
import type { Forecast, ForecastInput } from './types';
import type { SalesPath } from './path';
import { PROMOTION_IDS } from './promotion-ids';

/** 1,000 yuan, in fen. */
export const THOUSAND = 100_000;

/** A path whose net of each day is given by a function of the day. */
export function pathOf(
  from: ChinaDay,
  today: ChinaDay,
  netOf: (day: ChinaDay, index: number) => number = () => THOUSAND,
): SalesPath {
  const length = daysBetween(from, today) + 1;
  const netFen = Array.from({ length }, (_, index) => netOf(addDays(from, index), index));
  return { from, netFen, expectedReturnFen: netFen.map(() => 0) };
}

/** A merchant with the same net every day from July to 20 October 2026; no promotions ahead. */
export function steadyInput(changes: Partial<ForecastInput> = {}): ForecastInput {
  return {
    path: pathOf('2026-07-01', '2026-10-20'),
    today: '2026-10-20',
    year: 2026,
    thresholds: [],
    promotionsOff: PROMOTION_IDS,
    ...changes,
  };
}

/** The range of a forecast that must not decline. */
export function rangeOf(input: ForecastInput): Extract<Forecast, { kind: 'range' }> {
  const answer = forecast(input);
  if (answer.kind !== 'range') throw new Error(`declined: ${answer.reason}`);
  return answer;
}
