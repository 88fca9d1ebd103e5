import type { ChinaDay, ChinaMonth } from '../time';
import { BASES, type Basis, ENTRY_KINDS } from './entry';
import type {
  CellPlatform,
  KindSums,
  OpenAmounts,
  YearFigures,
  YearSums,
  YearTotals,
} from './year-totals';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type MonthSums = Mutable<KindSums> & { open: OpenAmounts };

/** Adds up kept totals by basis, month and platform. */
export function yearSums(totals: YearTotals): YearSums {
  const year = noSums();
  const byBasis = emptyByBasis();
  const byMonth: Record<ChinaMonth, MonthSums> = {};
  const byPlatform: Partial<Record<CellPlatform, Mutable<KindSums>>> = {};
  const months = new Set([...Object.keys(totals.cells), ...Object.keys(totals.open)]);
  for (const month of [...months].sort()) {
    byMonth[month] = { ...noSums(), open: openOf(totals, month) };
  }
  for (const { month, kind, basis, platform, fen } of eachCell(totals)) {
    const platformSums = (byPlatform[platform] ??= noSums());
    for (const sums of [year, byBasis[basis], byMonth[month], platformSums]) {
      if (sums) sums[`${kind}Fen`] += fen;
    }
  }
  const all = [year, ...Object.values(byBasis), ...Object.values(byMonth)];
  for (const sums of [...all, ...Object.values(byPlatform)]) {
    sums.netFen = sums.paidFen - sums.refundedFen;
  }
  const open = Object.values(byMonth).map((month) => month.open);
  return {
    ...year,
    verifiedNetFen: byBasis.verified.netFen,
    openOrderedFen: open.reduce((sum, part) => sum + part.orderedFen, 0),
    openRefundedFen: open.reduce((sum, part) => sum + part.refundedFen, 0),
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
 * The sums of a year at the end of an earlier China day, from the increments of each day of
 * recording.
 * @returns null when nothing counted then.
 */
export function figuresAsOf(totals: YearTotals, day: ChinaDay): YearFigures | null {
  const year = noSums();
  const byBasis = emptyByBasis();
  const open = { orderedFen: 0, refundedFen: 0 };
  let entryCount = 0;
  for (const [recordedOn, added] of Object.entries(totals.recorded)) {
    if (recordedOn > day) continue;
    for (const kind of ENTRY_KINDS) {
      for (const basis of BASES) {
        const fen = added[kind]?.[basis] ?? 0;
        year[`${kind}Fen`] += fen;
        byBasis[basis][`${kind}Fen`] += fen;
      }
    }
    open.orderedFen += added.open?.orderedFen ?? 0;
    open.refundedFen += added.open?.refundedFen ?? 0;
    entryCount += added.entryCount ?? 0;
  }
  for (const sums of [year, ...Object.values(byBasis)]) {
    sums.netFen = sums.paidFen - sums.refundedFen;
  }
  if (entryCount === 0) return null;
  return {
    ...year,
    verifiedNetFen: byBasis.verified.netFen,
    openOrderedFen: open.orderedFen,
    openRefundedFen: open.refundedFen,
    byBasis,
    entryCount,
  };
}

/** Bounds of the year's net, in fen. `low === high` when it is known exactly. */
export interface NetBounds {
  readonly low: number;
  readonly high: number;
}

/**
 * Bounds of the year's net. Of an ordered amount without a paid figure, between nothing and all of
 * it (less refunds) may have been paid; otherwise the net is known.
 * @returns null when nothing is recorded, because unknown is not 0.
 */
export function netBounds(
  sums: Pick<
    YearFigures,
    'paidFen' | 'refundedFen' | 'openOrderedFen' | 'openRefundedFen' | 'entryCount'
  >,
): NetBounds | null {
  if (sums.entryCount === 0) return null;
  const low = sums.paidFen - (sums.refundedFen - sums.openRefundedFen);
  const high = low + Math.max(0, sums.openOrderedFen - sums.openRefundedFen);
  return { low, high };
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

function openOf(totals: YearTotals, month: ChinaMonth): OpenAmounts {
  const open = totals.open[month];
  return { orderedFen: open?.orderedFen ?? 0, refundedFen: open?.refundedFen ?? 0 };
}

function noSums(): Mutable<KindSums> {
  return { orderedFen: 0, paidFen: 0, refundedFen: 0, netFen: 0 };
}

function emptyByBasis(): Record<Basis, Mutable<KindSums>> {
  return {
    self_reported: noSums(),
    press_report: noSums(),
    platform_export: noSums(),
    evidenced: noSums(),
    verified: noSums(),
  };
}
