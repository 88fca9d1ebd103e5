import type { AgedSale } from './aged-sales';
import { arrivedBy, type ReturnCurve } from './return-curve';

/**
 * Expected returns of one platform's day: `paid × final rate × share of returns to come`, at most
 * the remaining net of the day. Fen.
 */
export function expectedReturnFen(
  { paidFen = 0, refundedFen = 0, ageDays }: AgedSale,
  curve: ReturnCurve,
): number {
  const toCome = Math.round(paidFen * curve.finalRate * (1 - arrivedBy(curve, ageDays)));
  return Math.max(0, Math.min(toCome, paidFen - refundedFen));
}
