// What of a year's net may still come back, from the age of the sales and the days of the refunds.
import type { Counted } from './book';
import { dayAfter, daysFrom, yearIn } from './calendar';
import { exactPart, netOf, total } from './recount-sums';

/** The last day of each band after a sale; what is later belongs to no band. */
const BANDS = [3, 7, 15, 30, 60] as const;
/** Assumed while too little is recorded: a fifth comes back, nearly all within 30 days. */
const ASSUMED = { rate: 0.2, arrived: [0.35, 0.6, 0.85, 0.95, 1] };

/** How much comes back, and by the end of each band which part of it. */
interface Curve {
  readonly from: string;
  readonly rate: number;
  readonly arrived: readonly number[];
  readonly isPaceAssumed: boolean;
  readonly saleDays: number;
}

/** The sales of one day on one platform. */
interface DayOfSale {
  readonly platform: string;
  readonly day: string;
  readonly age: number;
  readonly paid: bigint;
  readonly refunded: bigint;
}

/**
 * What is exactly known by day and platform. A scope without a paid figure is a range: its refunds
 * take nothing from the sales of others.
 */
function daysOfSale(counted: readonly Counted[], today: string): DayOfSale[] {
  const exact = exactPart(counted);
  const names = new Set(exact.map(({ platform, bookedOn }) => `${platform} ${bookedOn}`));
  return [...names].flatMap((name): DayOfSale[] => {
    const ofDay = exact.filter(({ platform, bookedOn }) => `${platform} ${bookedOn}` === name);
    const [platform = '', day = ''] = name.split(' ');
    const paid = total(ofDay, 'paid');
    const refunded = total(ofDay, 'refunded');
    if (paid === 0n && refunded === 0n) return [];
    return [{ platform, day, age: daysFrom(day, today), paid, refunded }];
  });
}

/** The least net of months from which nothing comes back any more; of younger ones what is below 0. */
export function oldNetOf(counted: readonly Counted[], today: string): bigint {
  const youngest = dayAfter(today, -61).slice(0, 7);
  const months = new Set(counted.map(({ bookedOn }) => bookedOn.slice(0, 7)));
  return [...months].reduce((sum, month) => {
    const low = netOf(counted.filter(({ bookedOn }) => bookedOn.startsWith(month)))?.low ?? 0n;
    return month < youngest || low < 0n ? sum + low : sum;
  }, 0n);
}

/** Which part of the returns had arrived by the end of each band; null where too little is known. */
function paceOf(refunds: readonly Counted[]): number[] | null {
  const known = refunds.filter(({ returnedOn }) => returnedOn !== null);
  const knownFen = total(known, 'refunded');
  if (knownFen === 0n || 2n * knownFen < total(refunds, 'refunded')) return null;
  return BANDS.map((band) => {
    const arrived = known.filter(
      ({ bookedOn, returnedOn }) => daysFrom(bookedOn, returnedOn ?? '') <= band,
    );
    return Number(total(arrived, 'refunded')) / Number(knownFen);
  });
}

/** The curve of some sales by themselves; null where they are too few. */
function ownCurve(
  days: readonly DayOfSale[],
  refunds: readonly Counted[],
  from: string,
): Curve | null {
  const old = days.filter(({ age }) => age > 60);
  const paid = old.reduce((sum, day) => sum + day.paid, 0n);
  const refunded = old.reduce((sum, day) => sum + day.refunded, 0n);
  const saleDays = old.filter((day) => day.paid > 0n).length;
  if (saleDays < 20 || paid === 0n || refunded === 0n) return null;
  const pace = paceOf(refunds);
  return {
    from,
    rate: Math.min(1, Number(refunded) / Number(paid)),
    arrived: pace ?? ASSUMED.arrived,
    isPaceAssumed: pace === null,
    saleDays,
  };
}

/** The curve of each platform: its own, that of all platforms, or the assumed one. */
function curvesOf(counted: readonly Counted[], days: readonly DayOfSale[], today: string) {
  // A younger month has only its quick returns yet.
  const youngest = dayAfter(today, -61).slice(0, 7);
  const refunds = counted.filter(
    ({ kind, bookedOn }) => kind === 'refunded' && bookedOn.slice(0, 7) < youngest,
  );
  const assumed = { ...ASSUMED, from: 'assumed', isPaceAssumed: true, saleDays: 0 };
  return (platform: string): Curve =>
    ownCurve(
      days.filter((day) => day.platform === platform),
      refunds.filter((refund) => refund.platform === platform),
      'own',
    ) ??
    ownCurve(days, refunds, 'own_all_platforms') ??
    assumed;
}

/** Days after which nearly all is back. */
function closesAfter({ arrived }: Curve): number {
  return BANDS[arrived.findIndex((share) => share >= 0.95)] ?? 60;
}

/** The part of the returns that is back so many days after a sale: even within each band. */
function backAfter({ arrived }: Curve, age: number): number {
  const ends = [-1, ...BANDS];
  const shares = [0, ...arrived];
  const index = ends.findIndex((last) => age <= last);
  if (index < 0) return 1;
  if (index === 0) return 0;
  const [first = 0, last = 0] = [ends[index - 1], ends[index]];
  const [low = 0, high = 0] = [shares[index - 1], shares[index]];
  return low + ((age - first) / (last - first)) * (high - low);
}

function expectedBack({ paid, refunded, age }: DayOfSale, curve: Curve): number {
  const rest = Number(paid - refunded);
  const toCome = Math.round(Number(paid) * curve.rate * (1 - backAfter(curve, age)));
  return Math.max(0, Math.min(toCome, rest));
}

/** The unsettled sales of one platform. */
interface OpenSales {
  readonly unsettledFen: bigint;
  readonly expectedReturnFen: number;
  readonly settlesAfterDays: number;
  readonly finalRate: number;
  readonly curve: string;
  readonly isPaceAssumed: boolean;
  readonly saleDays: number;
}

const positive = (fen: bigint): bigint => (fen > 0n ? fen : 0n);

/**
 * The settlement of a year of a host.
 * @param counted the amounts of the year before and of the year.
 */
export function settlementOf(
  counted: readonly Counted[],
  { year, today }: { year: number; today: string },
) {
  const ofYear = counted.filter(({ bookedOn }) => yearIn(bookedOn) === year);
  const low = netOf(ofYear)?.low ?? 0n;
  const days = daysOfSale(counted, today);
  const curveOf = curvesOf(counted, days, today);
  const open = days.filter(
    ({ day, platform, age }) => yearIn(day) === year && age <= closesAfter(curveOf(platform)),
  );
  const platforms: Record<string, OpenSales> = {};
  for (const platform of new Set(open.map((day) => day.platform))) {
    const ofPlatform = open.filter((day) => day.platform === platform);
    const curve = curveOf(platform);
    platforms[platform] = {
      unsettledFen: ofPlatform.reduce((sum, day) => sum + positive(day.paid - day.refunded), 0n),
      expectedReturnFen: ofPlatform.reduce((sum, day) => sum + expectedBack(day, curve), 0),
      settlesAfterDays: closesAfter(curve),
      finalRate: curve.rate,
      curve: curve.from,
      isPaceAssumed: curve.isPaceAssumed,
      saleDays: curve.saleDays,
    };
  }
  const unsettledFen = Object.values(platforms).reduce((sum, each) => sum + each.unsettledFen, 0n);
  const dayOf = ({ day, platform }: DayOfSale): string =>
    dayAfter(day, closesAfter(curveOf(platform)) + 1);
  const settledOn = open.map(dayOf).sort().at(-1) ?? null;
  // By the day on which they settle: sales less what of them is still expected back.
  const keptOn = (day: string): number =>
    open
      .filter((sale) => dayOf(sale) === day)
      .map((sale) => {
        const net = positive(sale.paid - sale.refunded);
        return Number(net) - expectedBack(sale, curveOf(sale.platform));
      })
      .reduce((sum, fen) => sum + fen, 0);
  const from = dayAfter(today, 1);
  return {
    settledFen: low - unsettledFen,
    unsettledFen,
    settledOn,
    settling:
      settledOn === null
        ? null
        : {
            from,
            keptFen: Array.from({ length: daysFrom(today, settledOn) }, (_, index) =>
              keptOn(dayAfter(from, index)),
            ),
          },
    platforms,
  };
}

/** The months until today's in which sales have no paid figure, and the range of their net. */
function rangesUntil(counted: readonly Counted[], today: string) {
  const open = counted.filter(
    ({ scope }) => !counted.some((each) => each.scope === scope && each.kind === 'paid'),
  );
  const months = [...new Set(open.map(({ bookedOn }) => bookedOn.slice(0, 7)))];
  const rows = months.map((month) => {
    const range = netOf(open.filter(({ bookedOn }) => bookedOn.startsWith(month)));
    return [month, range ?? { low: 0n, high: 0n }] as const;
  });
  return rows.filter(
    ([month, { low, high }]) => month <= today.slice(0, 7) && (low !== 0n || high !== 0n),
  );
}

/**
 * The net of each day of sale until today, from the first one, and what is known as a range by month:
 * a month of these begins on its first day.
 */
export function pathOf(counted: readonly Counted[], today: string) {
  const days = daysOfSale(counted, today).filter(({ age }) => age >= 0);
  const ranges = rangesUntil(counted, today);
  const [from] = [...days.map(({ day }) => day), ...ranges.map(([month]) => `${month}-01`)].sort();
  if (from === undefined) return null;
  const netFen = Array.from({ length: daysFrom(from, today) + 1 }, (_, index) => {
    const ofDay = days.filter(({ day }) => day === dayAfter(from, index));
    return ofDay.reduce((sum, { paid, refunded }) => sum + paid - refunded, 0n);
  });
  return { from, netFen, ranges: Object.fromEntries(ranges) };
}
