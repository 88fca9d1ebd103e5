import {
  forecast,
  type Forecast,
  type ForecastInput,
  keptNet,
  PROMOTION_IDS,
  sumFen,
} from '../../src/domain/forecast';
import { addDays } from '../../src/domain/time';

/** A method of forecasting with a range. */
export interface Method {
  readonly name: string;
  readonly forecast: (input: ForecastInput) => Forecast;
}

/** The method that ships. */
export const SHIPPED: Method = { name: 'as shipped', forecast };

/** Less than the 52 weeks from which on the forecast uses last year. */
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

/** Continues half of the change between the last two periods of eight weeks. */
function withTrend(input: ForecastInput): Forecast {
  const net = keptNet(input.path, input.today);
  const recentFen = sumFen(net.slice(-WINDOW_DAYS));
  const beforeFen = sumFen(net.slice(-2 * WINDOW_DAYS, -WINDOW_DAYS));
  const change = beforeFen > 0 && recentFen > 0 ? recentFen / beforeFen : 1;
  const salesTimes = Math.sqrt(Math.min(MAX_TREND, Math.max(1 / MAX_TREND, change)));
  return forecast({ ...input, salesTimes });
}

/** Methods that were tried and not adopted. */
export const RIVALS: readonly Method[] = [
  { name: 'last year not used', forecast: withoutLastYear },
  {
    name: 'without promotions',
    forecast: (input) => forecast({ ...input, promotionsOff: PROMOTION_IDS }),
  },
  { name: 'half of the last 16 weeks’ trend continued', forecast: withTrend },
];
