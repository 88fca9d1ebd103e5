import type { CellPlatform, YearTotals } from '../sales/year-totals';
import { ageBy, type ChinaDay } from '../time';

/** Sales of one day on one platform, and the age of the day in China days. Money in fen. */
export interface AgedSale {
  readonly day: ChinaDay;
  readonly platform: CellPlatform;
  readonly ageDays: number;
  readonly paidFen?: number;
  readonly refundedFen?: number;
}

/**
 * The sales of kept years by day and platform. Days after today have a negative age. A day whose
 * amounts are all 0 has no sales: increments in a database leave such days behind.
 */
export function agedSales(years: readonly Pick<YearTotals, 'days'>[], today: ChinaDay): AgedSale[] {
  const sales: AgedSale[] = [];
  const ageOf = ageBy(today);
  for (const { days } of years) {
    for (const [key, amounts] of Object.entries(days)) {
      const platform = key as CellPlatform;
      const { paidFen: paid = {}, refundedFen: refunded = {} } = amounts ?? {};
      const add = (day: ChinaDay, paidFen: number, refundedFen: number): void => {
        if (paidFen === 0 && refundedFen === 0) return;
        sales.push({ day, platform, ageDays: ageOf(day), paidFen, refundedFen });
      };
      for (const day in paid) add(day, paid[day] ?? 0, refunded[day] ?? 0);
      for (const day in refunded) if (!(day in paid)) add(day, 0, refunded[day] ?? 0);
    }
  }
  return sales;
}
