import type { CellPlatform, DayAmounts, YearTotals } from '../sales/year-totals';
import { daysBetween } from '../time';
import type { ChinaDay } from '../time';

/** What was sold on one day on one platform, and how many China days ago that was. */
export interface AgedSale extends DayAmounts {
  readonly day: ChinaDay;
  readonly platform: CellPlatform;
  readonly ageDays: number;
}

/** The sales of kept years by day and platform. Days after today, if there are any, have a negative age. */
export function agedSales(years: readonly Pick<YearTotals, 'days'>[], today: ChinaDay): AgedSale[] {
  const sales: AgedSale[] = [];
  for (const { days } of years) {
    for (const [day, platforms] of Object.entries(days)) {
      const ageDays = daysBetween(day, today);
      for (const [platform, amounts] of Object.entries(platforms)) {
        sales.push({ day, platform: platform as CellPlatform, ageDays, ...amounts });
      }
    }
  }
  return sales;
}
