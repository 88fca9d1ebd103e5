import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  quartersOf,
  statementByReturn,
  statementBySale,
  statementFits,
  type StatementMonth,
  totalOf,
  unknownDayLine,
} from './by-return';
import { sumOfLines } from './statement-lines';
import { anyLedger, buildRevised } from './entries.fixture';
import { recountYear } from './recount';
import { netBounds, yearSums } from './year-sums';

type Overrides = Parameters<typeof buildRevised>[0];

function totals(...entries: readonly Overrides[]) {
  return recountYear(
    entries.map((entry, index) => buildRevised({ id: `e${String(index)}`, ...entry })),
  );
}

const exactly = (fen: number) => ({ low: fen, high: fen });
const sale = { amountFen: 1000, bookedOn: '2025-12-20' };
const lateRefund = {
  kind: 'refunded',
  amountFen: 300,
  bookedOn: '2025-12-20',
  returnedOn: '2026-01-05',
} as const;

describe('a year by day of sale', () => {
  it('has each refund in the month of its sale', () => {
    expect(statementBySale(totals(sale, lateRefund)).months).toEqual([
      { month: '2025-12', paid: exactly(1000), refundedFen: 300, net: exactly(700) },
    ]);
  });

  it('adds up to the bounds of the net of the year', () => {
    fc.assert(
      fc.property(anyLedger, (ledger) => {
        const kept = recountYear(ledger);
        const { net } = totalOf(statementBySale(kept));
        expect(net).toEqual(netBounds(yearSums(kept)) ?? exactly(0));
      }),
    );
  });
});

describe('a year by day of return', () => {
  it('has its months in order, without those in which nothing is left', () => {
    const sold = totals({ bookedOn: '2026-03-01' });
    const returned = { '2026-01': { jd: 300 }, '2026-05': { jd: 0 }, unknown: { jd: 70 } };
    const { months, unknownDayFen } = statementByReturn({ ...sold, returned }, [], 2026);
    expect(months.map(({ month }) => month)).toEqual(['2026-01', '2026-03']);
    expect(unknownDayFen).toBe(70);
  });

  it('has a refund in the month in which it happened, also when the sale is of the year before', () => {
    const of2025 = totals(sale, lateRefund);
    expect(statementByReturn(totals(), [of2025], 2026)).toEqual({
      months: [{ month: '2026-01', paid: exactly(0), refundedFen: 300, net: exactly(-300) }],
      unknownDayFen: 0,
    });
    expect(statementByReturn(of2025, [], 2025).months).toEqual([
      { month: '2025-12', paid: exactly(1000), refundedFen: 0, net: exactly(1000) },
    ]);
  });

  it('has refunds whose day is unknown in a line of their own, in the year of their sale', () => {
    const undated = { ...lateRefund, returnedOn: null, amountFen: 70 };
    const of2025 = totals(sale, undated);
    const statement = statementByReturn(of2025, [], 2025);
    expect(statement.months).toEqual([
      { month: '2025-12', paid: exactly(1000), refundedFen: 0, net: exactly(1000) },
    ]);
    expect(statement.unknownDayFen).toBe(70);
    expect(totalOf(statement)).toEqual({
      paid: exactly(1000),
      refundedFen: 70,
      net: exactly(930),
    });
    expect(statementByReturn(totals(), [of2025], 2026)).toEqual({ months: [], unknownDayFen: 0 });
  });

  it('stays a range where only an ordered amount is known, and moves its refund', () => {
    const ordered = { kind: 'ordered', amountFen: 900, bookedOn: '2026-03-01' } as const;
    const back = {
      kind: 'refunded',
      amountFen: 200,
      bookedOn: '2026-03-01',
      returnedOn: '2026-04-02',
    } as const;
    const kept = totals(ordered, back);
    // At least what came back was paid, at most what was ordered.
    const paid = { low: 200, high: 900 };
    expect(statementBySale(kept).months).toEqual([
      { month: '2026-03', paid, refundedFen: 200, net: { low: 0, high: 700 } },
    ]);
    expect(statementByReturn(kept, [], 2026).months).toEqual([
      { month: '2026-03', paid, refundedFen: 0, net: paid },
      { month: '2026-04', paid: exactly(0), refundedFen: 200, net: exactly(-200) },
    ]);
  });

  it('adds up, over this year and the next, to the same as by day of sale', () => {
    fc.assert(
      fc.property(anyLedger, (ledger) => {
        const kept = recountYear(ledger);
        const own = statementByReturn(kept, [], 2026);
        const next = statementByReturn(totals(), [kept], 2027);
        const both = sumOfLines([totalOf(own), totalOf(next)]);
        expect(both).toEqual(totalOf(statementBySale(kept)));
      }),
    );
  });
});

describe('the quarters of a year', () => {
  const kept = totals(
    { amountFen: 100, bookedOn: '2026-01-01' },
    { amountFen: 20, bookedOn: '2026-03-31' },
    { amountFen: 3, bookedOn: '2026-04-01' },
    { amountFen: 4, bookedOn: '2026-12-31' },
  );

  it('are the sums of their months', () => {
    const quarters = quartersOf(statementBySale(kept));
    expect(quarters.map(({ quarter, net }) => [quarter, net.low])).toEqual([
      [1, 120],
      [2, 3],
      [4, 4],
    ]);
    expect(quarters[0]?.months.map(({ month }) => month)).toEqual(['2026-01', '2026-03']);
  });

  it('add up to the total, with the refunds whose day is unknown', () => {
    fc.assert(
      fc.property(anyLedger, (ledger) => {
        const statement = statementByReturn(recountYear(ledger), [], 2026);
        const lines = [...quartersOf(statement), unknownDayLine(statement)];
        expect(sumOfLines(lines)).toEqual(totalOf(statement));
      }),
    );
  });
});

describe('statementFits', () => {
  const MAX = Number.MAX_SAFE_INTEGER;
  const line: StatementMonth = {
    month: '2026-01',
    paid: exactly(0),
    refundedFen: 0,
    net: exactly(0),
  };
  const fits = (...months: Partial<StatementMonth>[]) =>
    statementFits({ months: months.map((month) => ({ ...line, ...month })), unknownDayFen: 0 });

  it('accepts lines whose sums are exact', () => {
    expect(fits()).toBe(true);
    expect(fits({ paid: exactly(MAX - 1) }, { paid: exactly(1) })).toBe(true);
  });

  it('refuses a line that is not exact, even where the sum is', () => {
    expect(fits({ paid: { low: 0, high: MAX + 1 } }, { paid: { low: 0, high: -2 } })).toBe(false);
    expect(fits({ paid: { low: -MAX - 1, high: 0 } }, { paid: { low: 2, high: 0 } })).toBe(false);
    expect(fits({ refundedFen: MAX + 1 }, { refundedFen: -2 })).toBe(false);
    expect(fits({ net: { low: -MAX - 1, high: 0 } }, { net: { low: 2, high: 0 } })).toBe(false);
    expect(fits({ net: { low: 0, high: MAX + 1 } }, { net: { low: 0, high: -2 } })).toBe(false);
  });

  it('refuses exact lines whose sum is not', () => {
    expect(fits({ paid: exactly(MAX) }, { paid: exactly(1) })).toBe(false);
    expect(statementFits({ months: [{ ...line, refundedFen: MAX }], unknownDayFen: 1 })).toBe(
      false,
    );
  });
});
