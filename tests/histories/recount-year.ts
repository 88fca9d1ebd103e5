// A year month by month: with each refund on the day of its sale, and on its own day.
import type { Counted } from './book';
import { yearIn } from './calendar';
import { rangeOf, scopesOf, total } from './recount-sums';

interface Line {
  paid: { low: bigint; high: bigint };
  refundedFen: bigint;
  net: { low: bigint; high: bigint };
}

/** The line of some sales and of some refunds, which need not be of these sales. */
function lineOf(sales: readonly Counted[], refunds: readonly Counted[]): Line {
  const paid = { low: 0n, high: 0n };
  for (const scope of scopesOf(sales)) {
    // Paid is the net with the refunds added to it.
    const refunded = total(scope, 'refunded');
    const { low, high } = rangeOf(scope);
    paid.low += low + refunded;
    paid.high += high + refunded;
  }
  const refundedFen = total(refunds, 'refunded');
  const net = { low: paid.low - refundedFen, high: paid.high - refundedFen };
  return { paid, refundedFen, net };
}

function isBlank({ paid, refundedFen }: Line): boolean {
  return paid.low === 0n && paid.high === 0n && refundedFen === 0n;
}

function monthIn(day: string): string {
  return day.slice(0, 7);
}

/** The months of a year that hold sales or refunds other than 0. */
function statementOf(
  own: readonly Counted[],
  refunds: readonly (readonly [month: string, refund: Counted])[],
  unknown: readonly Counted[],
) {
  const months = [...own.map(({ bookedOn }) => monthIn(bookedOn)), ...refunds.map(([at]) => at)];
  const lines = [...new Set(months)].map((month) => {
    const sales = own.filter(({ bookedOn }) => monthIn(bookedOn) === month);
    const back = refunds.filter(([at]) => at === month).map(([, refund]) => refund);
    return [month, lineOf(sales, back)] as const;
  });
  return {
    months: Object.fromEntries(lines.filter(([, line]) => !isBlank(line))),
    unknownDayFen: total(unknown, 'refunded'),
    total: lineOf(own, [...refunds.map(([, refund]) => refund), ...unknown]),
  };
}

function refundsIn(counted: readonly Counted[]): Counted[] {
  return counted.filter(({ kind }) => kind === 'refunded');
}

/** With each refund in the month of its sale. */
export function bySaleOf(own: readonly Counted[]) {
  const refunds = refundsIn(own).map((refund) => [monthIn(refund.bookedOn), refund] as const);
  return statementOf(own, refunds, []);
}

/**
 * With each refund in the month in which it happened.
 * @param before the amounts of the sales of the year before.
 */
export function byReturnOf(own: readonly Counted[], before: readonly Counted[], year: number) {
  const back = refundsIn([...own, ...before]).flatMap((refund) => {
    const { returnedOn } = refund;
    if (returnedOn === null || yearIn(returnedOn) !== year) return [];
    return [[monthIn(returnedOn), refund] as const];
  });
  const unknown = refundsIn(own).filter(({ returnedOn }) => returnedOn === null);
  return statementOf(own, back, unknown);
}
