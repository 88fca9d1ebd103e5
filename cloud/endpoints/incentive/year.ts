import { Failure } from '../../../src/contract/failure';
import { incentiveYear } from '../../../src/contract/incentive';
import {
  statementByReturn,
  statementBySale,
  statementFits,
} from '../../../src/domain/sales/by-return';
import {
  EMPTY_YEAR,
  sumYears,
  wouldOverflow,
  type YearTotals,
} from '../../../src/domain/sales/year-totals';
import { read } from '../../endpoint/read';
import { presentStatement } from '../../presenters/sales';
import {
  statementTotalsOfHost,
  statementTotalsOfShop,
  type TotalsStatement,
} from '../../repositories/sales';
import { type Subject, subjectOf } from './subject';

/** What the statements of a year are made from. */
interface Kept {
  own: YearTotals;
  /** Of the sales of the year before, some of which come back in this one. */
  before: Pick<YearTotals, 'returned'>[];
}

/**
 * The kept totals of the sales of two years, however long the history is. A refund comes back within
 * weeks, so that one of a still older sale is not looked for. One call.
 */
async function keptOf({ kind, id }: Subject, year: number): Promise<Kept> {
  const years = [year - 1, year];
  const docs = await (kind === 'host'
    ? statementTotalsOfHost(id, years)
    : statementTotalsOfShop(id, years));
  return {
    own: sumOf(docs.filter((doc) => doc.year === year)),
    before: docs.filter((doc) => doc.year !== year),
  };
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
    const { own, before } = await keptOf(subject, year);
    const bySale = statementBySale(own);
    const byReturn = statementByReturn(own, before, year);
    if (![bySale, byReturn].every(statementFits)) throw new Failure('sum_too_large');
    return {
      subject: { id: subject.id, name: subject.name },
      year,
      asOf: now,
      bySale: presentStatement(bySale),
      byReturn: presentStatement(byReturn),
      coversFrom: year - 1,
    };
  },
);
