import type { CellPlatform, YearTotals } from '../sales/year-totals';
import { type ChinaDay, daysBetween } from '../time';

/** Sales of one day on one platform, and the age of the day in China days. Money in fen. */
export interface AgedSale {
  readonly day: ChinaDay;
  readonly platform: CellPlatform;
  readonly ageDays: number;
  readonly paidFen?: number;
  readonly refundedFen?: number;
}

/** The sales of kept years by day and platform. Days after today have a negative age. */
export function agedSales(years: readonly Pick<YearTotals, 'days'>[], today: ChinaDay): AgedSale[] {
  const sales: AgedSale[] = [];
  for (const [key, amounts] of years.flatMap(({ days }) => Object.entries(days))) {
    const platform = key as CellPlatform;
    const { paidFen: paid = {}, refundedFen: refunded = {} } = amounts ?? {};
    for (const [day, paidFen] of Object.entries(paid)) {
      const refundedFen = refunded[day] ?? 0;
      sales.push({ day, platform, ageDays: daysBetween(day, today), paidFen, refundedFen });
    }
    for (const [day, refundedFen] of Object.entries(refunded)) {
      if (day in paid) continue;
      sales.push({ day, platform, ageDays: daysBetween(day, today), paidFen: 0, refundedFen });
    }
  }
  return sales;
}
