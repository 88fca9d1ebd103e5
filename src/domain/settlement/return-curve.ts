import { LAST_DAY_OF_AGE, RETURN_AGES, type ReturnAge } from '../sales/return-age';
import type { CellPlatform, ReturnedByAge, YearTotals } from '../sales/year-totals';
import { addDays, type ChinaDay, monthOf } from '../time';
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
  /** Whether `arrived` is the assumed curve's: of too few refunds the day is known. */
  readonly isPaceAssumed: boolean;
  /** Days of sale old enough to have all their returns, from which the rate is taken. */
  readonly saleDays: number;
}

/**
 * The curve for a merchant with too few records. It is our assumption, because no source gives one:
 * a fifth is returned, most of it within two weeks of the sale, all within 60 days.
 */
const ASSUMED_CURVE: ReturnCurve = {
  from: 'assumed',
  finalRate: 0.2,
  arrived: { d3: 0.35, d7: 0.6, d15: 0.85, d30: 0.95, d60: 1 },
  isPaceAssumed: true,
  saleDays: 0,
};

/** Smallest number of sale days, each older than the last closed band, for a merchant's own rate. */
const MIN_SALE_DAYS = 20;
/** Share of the returns whose day is known, below which a merchant's own pace is not used. */
const MIN_KNOWN_SHARE = 0.5;
/** From this share on, what was sold counts as settled: what still comes back after it is rare. */
const SETTLED_AT = 0.95;
const OLDEST = LAST_DAY_OF_AGE.d60;

interface Observed {
  paidFen: number;
  refundedFen: number;
  saleDays: number;
  /** Returns of months old enough to have all of them, by age. */
  ages: { -readonly [A in keyof ReturnedByAge]: number };
}

/**
 * The curves of a subject's platforms, by its own records of up to two years. What came back is only
 * known where refunds are recorded: without any refund the curve is assumed, for blank is not zero.
 * Sales older than the last closed band teach how much comes back in the end; when it comes back is
 * taught by refunds whose own day is known, and by nothing else.
 * @param returns of the kept years, by month of the sale and days from the sale to the refund.
 */
export function returnCurves(
  sales: readonly AgedSale[],
  returns: readonly YearTotals['returns'][],
  today: ChinaDay,
): (platform: CellPlatform) => ReturnCurve {
  const observed = observe(sales, returns, today);
  const overall = curveOf([...observed.values()], 'own_all_platforms') ?? ASSUMED_CURVE;
  const curves = new Map<CellPlatform, ReturnCurve>();
  for (const [platform, ofPlatform] of observed) {
    curves.set(platform, curveOf([ofPlatform], 'own') ?? overall);
  }
  return (platform) => curves.get(platform) ?? overall;
}

function observe(
  sales: readonly AgedSale[],
  returns: readonly YearTotals['returns'][],
  today: ChinaDay,
): Map<CellPlatform, Observed> {
  const observed = new Map<CellPlatform, Observed>();
  const observedOn = (platform: CellPlatform): Observed => {
    const known = observed.get(platform) ?? { paidFen: 0, refundedFen: 0, saleDays: 0, ages: {} };
    observed.set(platform, known);
    return known;
  };
  for (const { platform, ageDays, paidFen = 0, refundedFen = 0 } of sales) {
    if (ageDays <= OLDEST) continue;
    const ofPlatform = observedOn(platform);
    ofPlatform.paidFen += paidFen;
    ofPlatform.refundedFen += refundedFen;
    ofPlatform.saleDays += paidFen > 0 ? 1 : 0;
  }
  // Of a younger month only the quick returns are there: it would make all returns look quick.
  const youngest = monthOf(addDays(today, -OLDEST - 1));
  for (const [platform, months] of returns.flatMap((year) => Object.entries(year))) {
    const { ages } = observedOn(platform as CellPlatform);
    for (const [month, ofMonth] of Object.entries(months ?? {})) {
      if (month >= youngest) continue;
      for (const age of [...RETURN_AGES, 'unknown'] as const) {
        ages[age] = (ages[age] ?? 0) + (ofMonth[age] ?? 0);
      }
    }
  }
  return observed;
}

function curveOf(
  observed: readonly Observed[],
  from: 'own' | 'own_all_platforms',
): ReturnCurve | null {
  const sum = (pick: (part: Observed) => number): number =>
    observed.reduce((total, part) => total + pick(part), 0);
  const paidFen = sum((part) => part.paidFen);
  const refundedFen = sum((part) => part.refundedFen);
  const saleDays = sum((part) => part.saleDays);
  if (saleDays < MIN_SALE_DAYS || refundedFen <= 0) return null;
  const arrived = arrivedOf((age) => sum(({ ages }) => ages[age] ?? 0));
  return {
    from,
    finalRate: Math.min(1, refundedFen / paidFen),
    arrived: arrived ?? ASSUMED_CURVE.arrived,
    isPaceAssumed: arrived === null,
    saleDays,
  };
}

/** The pace of returns; null where the days of too few refunds are known to tell it. */
function arrivedOf(
  returnedAt: (age: ReturnAge | 'unknown') => number,
): ReturnCurve['arrived'] | null {
  const known = RETURN_AGES.reduce((total, age) => total + returnedAt(age), 0);
  if (known <= 0 || known < MIN_KNOWN_SHARE * (known + returnedAt('unknown'))) return null;
  let arrivedFen = 0;
  const shares = CLOSED_AGES.map((age) => {
    arrivedFen += returnedAt(age);
    return [age, Math.min(1, arrivedFen / known)] as const;
  });
  return Object.fromEntries(shares) as Record<ClosedAge, number>;
}

/** Days after a sale from which on it counts as settled. */
export function settlesAfterDays({ arrived }: ReturnCurve): number {
  const age = CLOSED_AGES.find((band) => arrived[band] >= SETTLED_AT);
  return age === undefined ? OLDEST : LAST_DAY_OF_AGE[age];
}

/** Share of all returns that has arrived so many days after the sale; linear between the bands. */
export function arrivedBy(curve: ReturnCurve, days: number): number {
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
