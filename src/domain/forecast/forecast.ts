import { estimate } from './estimate';
import type { Forecast, ForecastInput } from './types';

export function forecast(input: ForecastInput): Forecast {
  return estimate(input);
}
