import { Failure } from '../../../src/contract/failure';
import { incentiveYear } from '../../../src/contract/incentive';
import { sumFits } from '../../../src/domain/money';
import { statementByReturn, statementBySale, totalOf } from '../../../src/domain/sales/by-return';
import {
  EMPTY_YEAR,
  sumYears,
  wouldOverflow,
  type YearTotals,
} from '../../../src/domain/sales/year-totals';
import { FIRST_DAY, yearOf } from '../../../src/domain/time';
import { read } from '../../endpoint/read';
import { presentStatement } from '../../presenters/sales';
import {
  returnedOfShopBefore,
  statementTotalsOfHost,
  statementTotalsOfShop,
  type TotalsStatement,
} from '../../repositories/sales';
import { type Subject, subjectOf } from './subject';

/** What the statements of a year are made from. */
interface Kept {
  own: YearTotals;
  /** Of the sales of earlier years, which may come back in this one. */
  earlier: Pick<YearTotals, 'returned'>[];
  /** The first year whose sales are contained. */
  coversFrom: number;
}

/** The first year in which a sale can be recorded. */
const FIRST_YEAR = yearOf(FIRST_DAY);

/** A host has one document a year, so that all years are read in one call; a store needs two. */
async function keptOf({ kind, id }: Subject, year: number): Promise<Kept> {
  if (kind === 'host') {
    const years = Array.from({ length: year - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);
    const docs = await statementTotalsOfHost(id, years);
    const own = sumOf(docs.filter((doc) => doc.year === year));
    return { own, earlier: docs.filter((doc) => doc.year < year), coversFrom: FIRST_YEAR };
  }
  const own = sumOf(await statementTotalsOfShop(id, year));
  const { returned, from } = await returnedOfShopBefore(id, year);
  return { own, earlier: returned, coversFrom: from ?? FIRST_YEAR };
}

function sumOf(docs: readonly TotalsStatement[]): YearTotals {
  const sum = sumYears(
    docs.map(({ cells, ranges, returned, entryCount }) => ({
      ...EMPTY_YEAR,
      cells,
      ranges,
      returned,
      entryCount,
    })),
  );
  // Each part was refused above 2^53−1 when it was written; only their sum can still be too large.
  if (wouldOverflow(sum, [])) throw new Failure('sum_too_large');
  return sum;
}

/** A year month by month, by day of sale and by day of return. From kept sums alone. */
export const endpoint = read(
  incentiveYear,
  { needs: 'incentive.read', host: ({ hostId }) => hostId },
  async ({ input: { hostId, year }, caller: { now }, shop, host }) => {
    const subject = subjectOf({ shop, host }, hostId, year);
    const { own, earlier, coversFrom } = await keptOf(subject, year);
    const byReturn = statementByReturn(own, earlier, year);
    if (!sumFits(totalOf(byReturn).refundedFen)) throw new Failure('sum_too_large');
    return {
      subject: { id: subject.id, name: subject.name },
      year,
      asOf: now,
      bySale: presentStatement(statementBySale(own)),
      byReturn: presentStatement(byReturn),
      coversFrom,
    };
  },
);
