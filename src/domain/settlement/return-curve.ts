import { LAST_DAY_OF_AGE, RETURN_AGES, type ReturnAge } from '../sales/return-age';
import type { CellPlatform, YearTotals } from '../sales/year-totals';
import type { AgedSale } from './aged-sales';

/** Bands that have a last day. */
export type ClosedAge = Exclude<ReturnAge, 'later'>;
const CLOSED_AGES = RETURN_AGES.filter((age): age is ClosedAge => age !== 'later');

/**
 * The share of the paid amount that is returned, and how soon. Shares are from 0 to 1.
 * `own`: from this subject's sales on this platform; `own_all_platforms`: from all its sales;
 * `assumed`: too little is recorded, see {@link ASSUMED_CURVE}.
 */
export interface ReturnCurve {
  readonly from: 'own' | 'own_all_platforms' | 'assumed';
  /** Share of the paid amount that is returned in the end. */
  readonly finalRate: number;
  /** Share of all returns that has arrived by the last day of each band. */
  readonly arrived: Readonly<Record<ClosedAge, number>>;
  /** Number of sale days old enough to have all their returns; they give the rate. */
  readonly saleDays: number;
}

/**
 * The curve for a merchant with too few records. It is our assumption, because no source gives one:
 * a fifth is returned, most of it within two weeks of the sale, all within 60 days.
 * @internal exported for its tests
 */
export const ASSUMED_CURVE: ReturnCurve = {
  from: 'assumed',
  finalRate: 0.2,
  arrived: { d3: 0.35, d7: 0.6, d15: 0.85, d30: 0.95, d60: 1 },
  saleDays: 0,
};

/**
 * Smallest number of sale days, each older than the last closed band, for a merchant's own rate.
 * @internal exported for its tests
 */
export const MIN_SALE_DAYS = 20;
/** Share of the returns from which on a sale counts as settled, because later returns are rare. */
const SETTLED_AT = 0.95;
const OLDEST = LAST_DAY_OF_AGE.d60;

interface Observed {
  paidFen: number;
  refundedFen: number;
  saleDays: number;
  ages: Partial<Record<ReturnAge, number>>;
}

/**
 * The curves of a subject's platforms, from its own records of up to two years. Without any
 * recorded refund the curve is assumed, because a missing record is not zero.
 * @param returns refunds of the kept years, by the time between the sale and their recording.
 */
export function returnCurves(
  sales: readonly AgedSale[],
  returns: readonly YearTotals['returns'][],
): (platform: CellPlatform) => ReturnCurve {
  const observed = observe(sales, returns);
  const overall = curveOf([...observed.values()], 'own_all_platforms') ?? ASSUMED_CURVE;
  const curves = new Map<CellPlatform, ReturnCurve>();
  for (const [platform, platformSales] of observed) {
    curves.set(platform, curveOf([platformSales], 'own') ?? overall);
  }
  return (platform) => curves.get(platform) ?? overall;
}

function observe(
  sales: readonly AgedSale[],
  returns: readonly YearTotals['returns'][],
): Map<CellPlatform, Observed> {
  const observed = new Map<CellPlatform, Observed>();
  const observedOf = (platform: CellPlatform): Observed => {
    const known = observed.get(platform);
    const observation = known ?? { paidFen: 0, refundedFen: 0, saleDays: 0, ages: {} };
    observed.set(platform, observation);
    return observation;
  };
  for (const { platform, ageDays, paidFen = 0, refundedFen = 0 } of sales) {
    if (ageDays <= OLDEST) continue;
    const observation = observedOf(platform);
    observation.paidFen += paidFen;
    observation.refundedFen += refundedFen;
    observation.saleDays += paidFen > 0 ? 1 : 0;
  }
  for (const [platform, ages] of returns.flatMap((year) => Object.entries(year))) {
    const observation = observedOf(platform as CellPlatform);
    for (const age of RETURN_AGES)
      observation.ages[age] = (observation.ages[age] ?? 0) + (ages?.[age] ?? 0);
  }
  return observed;
}

function curveOf(
  observed: readonly Observed[],
  from: 'own' | 'own_all_platforms',
): ReturnCurve | null {
  const sum = (pick: (observation: Observed) => number): number =>
    observed.reduce((total, observation) => total + pick(observation), 0);
  const paidFen = sum((observation) => observation.paidFen);
  const refundedFen = sum((observation) => observation.refundedFen);
  const saleDays = sum((observation) => observation.saleDays);
  if (saleDays < MIN_SALE_DAYS || paidFen <= 0 || refundedFen <= 0) return null;
  const returned = sum(({ ages }) => RETURN_AGES.reduce((all, age) => all + (ages[age] ?? 0), 0));
  let arrivedFen = 0;
  const arrived = CLOSED_AGES.map((age) => {
    arrivedFen += sum(({ ages }) => ages[age] ?? 0);
    return [age, returned > 0 ? Math.min(1, Math.max(0, arrivedFen / returned)) : 0] as const;
  });
  return {
    from,
    finalRate: Math.min(1, refundedFen / paidFen),
    arrived: Object.fromEntries(arrived) as Record<ClosedAge, number>,
    saleDays,
  };
}

/** Number of days after which a sale counts as settled. */
export function settlesAfterDays({ arrived }: ReturnCurve): number {
  const age = CLOSED_AGES.find((band) => arrived[band] >= SETTLED_AT);
  return age === undefined ? OLDEST : LAST_DAY_OF_AGE[age];
}

/** Share of all returns that has arrived so many days after the sale; linear between the bands. */
export function arrivedBy(curve: ReturnCurve, days: number): number {
  if (days > OLDEST) return 1;
  let before = { day: -1, share: 0 };
  for (const age of CLOSED_AGES) {
    const end = { day: LAST_DAY_OF_AGE[age], share: curve.arrived[age] };
    if (days <= end.day) {
      const part = Math.max(0, days - before.day) / (end.day - before.day);
      return before.share + part * (end.share - before.share);
    }
    before = end;
  }
  return 1;
}
