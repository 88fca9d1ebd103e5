import { estimate, isTooWide } from './estimate';
import { pathAt, type PointOfRange } from './path';
import type { Crossing, Forecast, ForecastInput } from './types';

type Range = Extract<Forecast, { kind: 'range' }>;

/**
 * Forecasts the net at the end of the year and the days on which thresholds are passed, each as a
 * range, or gives the reason for no forecast.
 *
 * The level of the last eight weeks is continued to the end of the year. It follows half of last
 * year's seasonal change and includes the known promotions; the width of the range comes from the
 * variation of the merchant's own weeks. Sales whose net is itself a range are held, low with low
 * and high with high; where they decide whether there is a forecast, it cannot tell.
 */
export function forecast(input: ForecastInput): Forecast {
  const { path, today } = input;
  if (path.ranges === undefined || path.ranges.length === 0) return estimate(input);
  const at = (point: PointOfRange) => estimate({ ...input, path: pathAt(path, today, point) });
  const [low, middle, high] = [at('low'), at('middle'), at('high')];
  if (high.kind === 'declined' && low.kind === 'declined') return high;
  const declined = [low, middle, high].find(({ kind }) => kind === 'declined');
  if (declined?.kind === 'declined') return { ...declined, reason: 'sales_are_ranges' };
  return held(low as Range, middle as Range, high as Range, input);
}

function held(low: Range, middle: Range, high: Range, { today }: ForecastInput): Forecast {
  const yearEnd = {
    lowFen: low.yearEnd.lowFen,
    midFen: middle.yearEnd.midFen,
    highFen: high.yearEnd.highFen,
  };
  if (isTooWide(yearEnd)) {
    const { needed, has } = low;
    return { kind: 'declined', reason: 'sales_are_ranges', needed, has };
  }
  return {
    ...middle,
    yearEnd,
    crossings: middle.crossings.map((crossing, index) =>
      crossingHeld(low.crossings[index] ?? crossing, crossing, high.crossings[index], today),
    ),
    inputs: {
      ...middle.inputs,
      keptThisYearFen: low.inputs.keptThisYearFen,
      keptAtMostFen: high.inputs.keptAtMostFen,
      // Accuracy was measured on histories whose net is known.
      measured: null,
    },
  };
}

/** A sum that is passed only if the ranges are high is not passed: it may be passed from today on. */
function crossingHeld(
  low: Crossing,
  middle: Crossing,
  high: Crossing | undefined,
  today: string,
): Crossing {
  const isPassed = low.latest !== null && low.latest <= today;
  const notBefore = (day: string | null | undefined) => {
    if (day === null || day === undefined || isPassed) return day ?? null;
    return day > today ? day : today;
  };
  return {
    id: low.id,
    neededFen: low.neededFen,
    earliest: isPassed ? low.earliest : notBefore(high?.earliest),
    likely: isPassed ? low.likely : notBefore(middle.likely),
    latest: low.latest,
  };
}
