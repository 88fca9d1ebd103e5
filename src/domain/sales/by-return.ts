import { type ChinaMonth, yearOf } from '../time';
import { boundsOfSums, type NetBounds } from './bounds';
import { type StatementSums, sumOfLines } from './statement-lines';
import { yearSums } from './year-sums';
import { EMPTY_YEAR, type YearTotals } from './year-totals';

/** The two days that a refund can be counted on. Payments are always on their day of sale. */
export const YEAR_VIEWS = ['sale', 'return'] as const;
/** One of {@link YEAR_VIEWS}. */
export type YearView = (typeof YEAR_VIEWS)[number];

export type { StatementSums };

/** A month of a statement. */
export interface StatementMonth extends StatementSums {
  readonly month: ChinaMonth;
}

/** A year by month; its total is the sum of the months less `unknownDayFen`. */
export interface YearStatement {
  /** Only months with something recorded, earliest first. */
  readonly months: readonly StatementMonth[];
  /** Refunds of this year's sales that no month contains, because their day is not known. */
  readonly unknownDayFen: number;
}

/** The kept totals that a statement is made from. */
export type StatementTotals = Pick<YearTotals, 'cells' | 'ranges' | 'returned' | 'entryCount'>;

/** The months of a China year with each refund in the month of its sale: what tiers are held against. */
export function statementBySale(own: Pick<StatementTotals, 'cells' | 'ranges'>): YearStatement {
  const { byMonth } = yearSums({ ...EMPTY_YEAR, cells: own.cells, ranges: own.ranges });
  const months = Object.entries(byMonth).map(([month, sums]) => {
    const net = boundsOfSums(sums);
    return { month, paid: shifted(net, sums.refundedFen), refundedFen: sums.refundedFen, net };
  });
  return { months, unknownDayFen: 0 };
}

/**
 * The months of a China year with each refund in the month in which it happened, of sales of any
 * year: what a platform's statement of a quarter shows. Payments stay in the month of their sale,
 * within the same bounds; only refunds move.
 * @param own totals of the sales of the year.
 * @param before refunds of the sales of earlier years, by the month of the refund.
 */
export function statementByReturn(
  own: StatementTotals,
  before: readonly Pick<YearTotals, 'returned'>[],
  year: number,
): YearStatement {
  const paid = new Map(statementBySale(own).months.map((row) => [row.month, row.paid]));
  const returned = returnedIn(year, [own, ...before]);
  const months = [...new Set([...paid.keys(), ...returned.keys()])].sort();
  return {
    months: months.map((month) => {
      const refundedFen = returned.get(month) ?? 0;
      const paidIn = paid.get(month) ?? NOTHING;
      return { month, paid: paidIn, refundedFen, net: shifted(paidIn, -refundedFen) };
    }),
    unknownDayFen: sumOf(own.returned['unknown']),
  };
}

const NOTHING: NetBounds = { low: 0, high: 0 };

/** Refunds by the month in which they happened, of one year. */
function returnedIn(
  year: number,
  kept: readonly Pick<YearTotals, 'returned'>[],
): Map<ChinaMonth, number> {
  const returned = new Map<ChinaMonth, number>();
  for (const [month, platforms] of kept.flatMap((totals) => Object.entries(totals.returned))) {
    const fen = sumOf(platforms);
    // The refunds of an unknown month are of no year.
    if (yearOf(month) !== year || fen === 0) continue;
    returned.set(month, (returned.get(month) ?? 0) + fen);
  }
  return returned;
}

function sumOf(platforms: YearTotals['returned'][string] | undefined): number {
  return Object.values(platforms ?? {}).reduce((sum, fen) => sum + fen, 0);
}

function shifted({ low, high }: NetBounds, fen: number): NetBounds {
  return { low: low + fen, high: high + fen };
}

/** The line of the refunds without a day. */
export function unknownDayLine({ unknownDayFen }: YearStatement): StatementSums {
  return { paid: NOTHING, refundedFen: unknownDayFen, net: shifted(NOTHING, -unknownDayFen) };
}

/** A quarter of a statement and its months. */
export interface StatementQuarter extends StatementSums {
  /** From 1 to 4. */
  readonly quarter: number;
  readonly months: readonly StatementMonth[];
}

/** The quarters in which something is recorded, with their months; each adds up. */
export function quartersOf({ months }: YearStatement): StatementQuarter[] {
  return [1, 2, 3, 4].flatMap((quarter) => {
    const within = months.filter(({ month }) => Math.ceil(Number(month.slice(5)) / 3) === quarter);
    return within.length === 0 ? [] : [{ quarter, months: within, ...sumOfLines(within) }];
  });
}

/** Whether every line of a statement and their sum are exact: paid adds refunds to the upper bound. */
export function statementFits(statement: YearStatement): boolean {
  return [...statement.months, totalOf(statement)].every(({ paid, refundedFen, net }) =>
    [paid.low, paid.high, refundedFen, net.low, net.high].every(Number.isSafeInteger),
  );
}

/** The sum of a statement: its months and the refunds without a day. */
export function totalOf(statement: YearStatement): StatementSums {
  return sumOfLines([...statement.months, unknownDayLine(statement)]);
}
