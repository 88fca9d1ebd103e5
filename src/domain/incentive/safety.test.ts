import { describe, expect, it } from 'vitest';

import { recountYear, yearSums } from '../sales';
import { buildRevised } from '../sales/entries.fixture';
import { settleSales } from '../settlement';
import type { SalesEntry } from '../sales/entry';
import { award, condition, MILLION } from './evaluate.fixture';
import { netBounds } from '../sales/year-sums';
import { safetyOf } from './safety';

const TODAY = '2026-11-24';

/** The safety of the first tier, more than ten million, with these entries. */
function safetyWith(entries: readonly Partial<SalesEntry>[]) {
  const totals = recountYear(
    entries.map((entry, index) =>
      buildRevised({ id: `e${String(index)}`, accountId: `a${String(index)}`, ...entry }),
    ),
  );
  const sums = yearSums(totals);
  const low = netBounds(sums)?.low ?? 0;
  const { settlement } = settleSales([totals], { year: 2026, today: TODAY, low });
  const { settledFen } = settlement;
  const first = condition(award('HD-ANCHOR', { sums, settledFen }), 'A1-sales');
  return safetyOf(first, settlement);
}

const old = (amountFen: number) => ({ amountFen, bookedOn: '2026-03-01' });
const young = (amountFen: number) => ({ amountFen, bookedOn: '2026-11-20' });

describe('the day from which a tier is safe', () => {
  it('is the day on which the return window of the last sales is over', () => {
    const safety = safetyWith([old(9 * MILLION), young(2 * MILLION)]);
    // Thirty days, because the curve is assumed: sold on 20 November, settled from 21 December.
    expect(safety).toEqual({ kind: 'from', on: '2026-12-21', isAssumed: true });
  });

  it('compares as worded: exactly ten million is not more than ten million', () => {
    const kept = 2 * MILLION - (safetyBack(2 * MILLION) ?? 0);
    expect(safetyWith([old(10 * MILLION - kept), young(2 * MILLION)])).toEqual({
      kind: 'may_fall',
    });
    expect(safetyWith([old(10 * MILLION - kept + 1), young(2 * MILLION)])).toMatchObject({
      kind: 'from',
    });
  });

  it('is none where the tier is not reached, or is reached by settled money', () => {
    expect(safetyWith([old(9 * MILLION), young(MILLION)])).toBeNull();
    expect(safetyWith([old(10 * MILLION + 1), young(2 * MILLION)])).toBeNull();
  });

  it('is undecided where part of the sales is a range', () => {
    const ordered = { kind: 'ordered', amountFen: MILLION, bookedOn: '2026-11-21' } as const;
    expect(safetyWith([old(9 * MILLION), young(2 * MILLION), ordered])).toEqual({
      kind: 'cannot_tell',
    });
  });
});

/** Expected returns of an amount sold on the young day. */
function safetyBack(amountFen: number): number | null {
  const totals = recountYear([buildRevised(young(amountFen))]);
  return settleSales([totals], { year: 2026, today: TODAY, low: 0 }).settlement.expectedReturnFen;
}
