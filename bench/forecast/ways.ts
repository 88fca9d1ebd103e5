import {
  forecast,
  type Forecast,
  type ForecastInput,
  keptNet,
  PROMOTION_IDS,
  sumFen,
} from '../../src/domain/forecast';
import { addDays } from '../../src/domain/time';

/** A way to make a forecast with a range. */
export interface Way {
  readonly name: string;
  readonly of: (input: ForecastInput) => Forecast;
}

/** The way that ships. */
export const SHIPPED: Way = { name: 'as shipped', of: forecast };

/** Fewer days than the 52 weeks after which the forecast begins to see last year. */
const WITHOUT_LAST_YEAR_DAYS = 363;

function withoutLastYear(input: ForecastInput): Forecast {
  const { from, netFen, expectedReturnFen } = input.path;
  const cut = Math.max(0, netFen.length - WITHOUT_LAST_YEAR_DAYS);
  const path = {
    from: addDays(from, cut),
    netFen: netFen.slice(cut),
    expectedReturnFen: expectedReturnFen.slice(cut),
  };
  return forecast({ ...input, path });
}

const WINDOW_DAYS = 56;
const MAX_TREND = 2;

/** The change from the eight weeks before to the last eight is half carried on. */
function withTrend(input: ForecastInput): Forecast {
  const net = keptNet(input.path, input.today);
  const recentFen = sumFen(net.slice(-WINDOW_DAYS));
  const beforeFen = sumFen(net.slice(-2 * WINDOW_DAYS, -WINDOW_DAYS));
  const change = beforeFen > 0 && recentFen > 0 ? recentFen / beforeFen : 1;
  const salesTimes = Math.sqrt(Math.min(MAX_TREND, Math.max(1 / MAX_TREND, change)));
  return forecast({ ...input, salesTimes });
}

/** What was tried beside the way that ships, and is left out of it. */
export const RIVALS: readonly Way[] = [
  { name: 'last year not looked at', of: withoutLastYear },
  {
    name: 'no promotions put in',
    of: (input) => forecast({ ...input, promotionsOff: PROMOTION_IDS }),
  },
  { name: 'half of the last 16 weeks’ trend carried on', of: withTrend },
];
