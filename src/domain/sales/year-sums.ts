import type { ChinaDay, ChinaMonth } from '../time';
import { addBounds, boundsOfSums, type NetBounds } from './bounds';
import { BASES, type Basis, ENTRY_KINDS } from './entry';
import type {
  CellPlatform,
  KindSums,
  RangeAmounts,
  YearFigures,
  YearSums,
  YearTotals,
} from './year-totals';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type MutableSums = Mutable<KindSums> & { range: Mutable<NetBounds> };

/** Adds up kept totals by basis, month and platform. */
export function yearSums(totals: YearTotals): YearSums {
  const year = emptySums();
  const byBasis = emptyByBasis();
  const byMonth: Record<ChinaMonth, MutableSums> = {};
  const byPlatform: Partial<Record<CellPlatform, MutableSums>> = {};
  const months = new Set([...Object.keys(totals.cells), ...Object.keys(totals.ranges)]);
  for (const month of [...months].sort()) byMonth[month] = emptySums();
  for (const { month, kind, basis, platform, fen } of eachCell(totals)) {
    const ofPlatform = (byPlatform[platform] ??= emptySums());
    for (const sums of [year, byBasis[basis], byMonth[month], ofPlatform]) {
      if (sums) sums[`${kind}Fen`] += fen;
    }
  }
  const all = [year, ...Object.values(byBasis), ...Object.values(byMonth)];
  for (const sums of [...all, ...Object.values(byPlatform)]) {
    sums.exactNetFen = sums.paidFen - sums.refundedFen;
  }
  for (const { month, platform, amounts } of eachRange(totals)) {
    const ofPlatform = (byPlatform[platform] ??= emptySums());
    addRange([year, byMonth[month], ofPlatform], byBasis, amounts);
  }
  return {
    ...year,
    verifiedNetFen: byBasis.verified.exactNetFen,
    byBasis,
    byMonth,
    byPlatform,
    entryCount: totals.entryCount,
  };
}

/** The sums of a year; null when nothing is recorded: unknown is not 0. */
export function recordedSums(totals: YearTotals): YearSums | null {
  return totals.entryCount === 0 ? null : yearSums(totals);
}

/**
 * Adds the ranges of some scopes, and takes their refunds out of what is exactly known: they are
 * part of the bounds already.
 */
function addRange(
  sums: readonly (MutableSums | undefined)[],
  byBasis: Record<Basis, Mutable<KindSums>>,
  { lowFen = 0, highFen = 0, refundedFen = {} }: RangeAmounts,
): void {
  for (const sum of sums) {
    if (!sum) continue;
    sum.range.low += lowFen;
    sum.range.high += highFen;
  }
  for (const basis of BASES) {
    const fen = refundedFen[basis] ?? 0;
    byBasis[basis].exactNetFen += fen;
    for (const sum of sums) if (sum) sum.exactNetFen += fen;
  }
}

/**
 * What the year of one subject added up to at the end of an earlier China day, from what each day's
 * recording added.
 * @returns null when nothing counted then.
 */
export function figuresAsOf(
  totals: Pick<YearTotals, 'recorded'>,
  day: ChinaDay,
): YearFigures | null {
  const year = emptySums();
  const byBasis = emptyByBasis();
  let entryCount = 0;
  // By basis and in the order of the days, every partial sum is that of an evening: it is exact.
  const recorded = Object.entries(totals.recorded)
    .filter(([on]) => on <= day)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [, added] of recorded) {
    for (const kind of ENTRY_KINDS) {
      for (const basis of BASES) byBasis[basis][`${kind}Fen`] += added[kind]?.[basis] ?? 0;
    }
    entryCount += added.entryCount ?? 0;
  }
  for (const kind of ENTRY_KINDS) {
    for (const basis of BASES) year[`${kind}Fen`] += byBasis[basis][`${kind}Fen`];
  }
  if (entryCount === 0) return null;
  for (const sums of [year, ...Object.values(byBasis)]) {
    sums.exactNetFen = sums.paidFen - sums.refundedFen;
  }
  addRange([year], byBasis, sumOfRanges(recorded.map(([, { range = {} }]) => range)));
  return { ...year, verifiedNetFen: byBasis.verified.exactNetFen, byBasis, entryCount };
}

function sumOfRanges(ranges: readonly RangeAmounts[]): RangeAmounts {
  const sum = (pick: (range: RangeAmounts) => number | undefined): number =>
    ranges.reduce((total, range) => total + (pick(range) ?? 0), 0);
  const refunded = BASES.map((basis) => [basis, sum(({ refundedFen = {} }) => refundedFen[basis])]);
  return {
    lowFen: sum(({ lowFen }) => lowFen),
    highFen: sum(({ highFen }) => highFen),
    refundedFen: Object.fromEntries(refunded) as Record<Basis, number>,
  };
}

/** The figures of several subjects as those of all; null when nothing counts for any of them. */
export function addFigures(parts: readonly YearFigures[]): YearFigures | null {
  if (parts.length === 0) return null;
  const year = emptySums();
  const byBasis = emptyByBasis();
  for (const part of parts) {
    addKinds(year, part);
    year.range = addBounds(year.range, part.range);
    for (const basis of BASES) addKinds(byBasis[basis], part.byBasis[basis]);
  }
  const entryCount = parts.reduce((sum, part) => sum + part.entryCount, 0);
  return { ...year, verifiedNetFen: byBasis.verified.exactNetFen, byBasis, entryCount };
}

function addKinds(sums: Mutable<KindSums>, added: KindSums): void {
  for (const kind of ENTRY_KINDS) sums[`${kind}Fen`] += added[`${kind}Fen`];
  sums.exactNetFen += added.exactNetFen;
}

/**
 * Bounds of the year's net: the sum over its scopes, low with low and high with high.
 * @returns null when nothing is recorded: unknown is not 0.
 */
export function netBounds(
  sums: Pick<YearFigures, 'exactNetFen' | 'range' | 'entryCount'>,
): NetBounds | null {
  return sums.entryCount === 0 ? null : boundsOfSums(sums);
}

function* eachCell(totals: YearTotals) {
  for (const [month, kinds] of Object.entries(totals.cells)) {
    for (const kind of ENTRY_KINDS) {
      for (const basis of BASES) {
        const platforms = kinds[kind]?.[basis] ?? {};
        for (const [platform, fen] of Object.entries(platforms)) {
          yield { month, kind, basis, platform: platform as CellPlatform, fen };
        }
      }
    }
  }
}

function* eachRange(totals: YearTotals) {
  for (const [month, platforms] of Object.entries(totals.ranges)) {
    for (const [platform, amounts] of Object.entries(platforms)) {
      yield { month, platform: platform as CellPlatform, amounts };
    }
  }
}

function emptySums(): MutableSums {
  return { orderedFen: 0, paidFen: 0, refundedFen: 0, exactNetFen: 0, range: { low: 0, high: 0 } };
}

function emptyKinds(): Mutable<KindSums> {
  return { orderedFen: 0, paidFen: 0, refundedFen: 0, exactNetFen: 0 };
}

function emptyByBasis(): Record<Basis, Mutable<KindSums>> {
  return {
    self_reported: emptyKinds(),
    press_report: emptyKinds(),
    platform_export: emptyKinds(),
    evidenced: emptyKinds(),
    verified: emptyKinds(),
  };
}
