import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEntry } from './apply-entry';
import { addDays } from '../time';
import { recountScopes, recountYear } from './recount';
import { entryAsOf } from './revisions';
import { EMPTY_SCOPE, type ScopeTotals } from './scope';
import { anyLedger, buildEntry, keep, keepHistory } from './entries.fixture';
import { figuresAsOf, yearSums } from './year-sums';
import { EMPTY_YEAR, isSameYear } from './year-totals';

const DAY = '2026-11-23';

function withoutEmpty(scopes: ReadonlyMap<string, ScopeTotals>) {
  return new Map(
    [...scopes].filter(
      ([, scope]) => scope.orderedCount + scope.paidCount + scope.refundedCount > 0,
    ),
  );
}

describe('kept totals', () => {
  it('equal a recount after every recording, correction and undo', () => {
    fc.assert(
      fc.property(anyLedger, (ledger) => {
        const kept = keepHistory(ledger);
        expect(kept.year).toEqual(recountYear(ledger));
        expect(withoutEmpty(kept.scopes)).toEqual(withoutEmpty(recountScopes(ledger)));
      }),
    );
  });

  it('do not depend on the order of the ledger', () => {
    const shuffled = anyLedger.chain((ledger) =>
      fc.tuple(
        fc.constant(ledger),
        fc.shuffledSubarray(ledger, { minLength: ledger.length, maxLength: ledger.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([ledger, order]) => {
        expect(keepHistory(order).year).toEqual(recountYear(ledger));
      }),
    );
  });

  it('give the sums of any earlier day, as a replay of the ledger does', () => {
    const anyDay = fc.nat({ max: 430 }).map((day) => addDays('2026-01-20', day));
    fc.assert(
      fc.property(anyLedger, anyDay, (ledger, day) => {
        const replayed = recountYear(ledger.map((entry) => entryAsOf(entry, day)));
        const { byMonth: _months, byPlatform: _platforms, ...figures } = yearSums(replayed);
        const expected = replayed.entryCount === 0 ? null : figures;
        expect(figuresAsOf(keepHistory(ledger).year, day)).toEqual(expected);
      }),
    );
  });

  it('are unchanged when an entry is counted and removed on the same day', () => {
    fc.assert(
      fc.property(anyLedger, fc.nat({ max: 10 ** 9 }), (ledger, amountFen) => {
        const before = keepHistory(ledger);
        const extra = buildEntry({ id: 'extra', amountFen, accountId: 'account-1' });
        const after = keep(keep(before, extra, 1, DAY), extra, -1, DAY);
        expect(after.year).toEqual(before.year);
      }),
    );
  });

  it('are equal with and without cells of zero', () => {
    const zeros = {
      cells: { '2026-11': { paid: { verified: { jd: 0 } } } },
      ranges: { '2026-11': { jd: { lowFen: 0, highFen: 0, refundedFen: { verified: 0 } } } },
      days: { jd: { paidFen: { '2026-11-23': 0 } } },
      returns: { jd: { '2026-11': { d3: 0, unknown: 0 } } },
      returned: { unknown: { jd: 0 } },
      recorded: { '2026-11-23': { paid: { verified: 0 }, entryCount: 0 } },
      sessionMonths: { '2026-11': { lowFen: 0, highFen: 0, sessions: 0, shopSessions: 0 } },
      entryCount: 0,
    };
    expect(isSameYear(zeros, EMPTY_YEAR)).toBe(true);
    expect(isSameYear({ ...zeros, entryCount: 1 }, EMPTY_YEAR)).toBe(false);
  });
});

describe('applyEntry', () => {
  const ordered = buildEntry({ kind: 'ordered', amountFen: 500 });
  const paid = buildEntry({ kind: 'paid', amountFen: 400, basis: 'verified', platform: null });
  const refunded = buildEntry({ kind: 'refunded', amountFen: 30 });

  it('increments the month and the day of the entry, and the day of its recording', () => {
    expect(applyEntry(EMPTY_SCOPE, paid, 1, '2026-12-01').delta).toEqual([
      { path: ['cells', '2026-11', 'paid', 'verified', 'none'], addFen: 400 },
      { path: ['days', 'none', 'paidFen', '2026-11-23'], addFen: 400 },
      { path: ['entryCount'], addFen: 1 },
      { path: ['recorded', '2026-12-01', 'paid', 'verified'], addFen: 400 },
      { path: ['recorded', '2026-12-01', 'entryCount'], addFen: 1 },
    ]);
  });

  it.each([
    ['2026-11-23', 'd3'],
    ['2026-11-26', 'd3'],
    ['2026-11-27', 'd7'],
    ['2026-12-08', 'd15'],
    ['2026-12-23', 'd30'],
    ['2027-01-22', 'd60'],
    ['2027-01-23', 'later'],
    [null, 'unknown'],
  ])('of a refund that happened on %s counts as %s after the sale', (returnedOn, age) => {
    // Recorded a year later: the day of recording says nothing about the age of a return.
    const late = { ...refunded, returnedOn };
    const { delta } = applyEntry(EMPTY_SCOPE, late, 1, '2027-11-23');
    expect(delta).toContainEqual({ path: ['returns', 'douyin', '2026-11', age], addFen: 30 });
    const month = returnedOn === null ? 'unknown' : returnedOn.slice(0, 7);
    expect(delta).toContainEqual({ path: ['returned', month, 'douyin'], addFen: 30 });
  });

  it('makes a scope a range until its first paid figure, and again without it', () => {
    const range = (field: string) => ['ranges', '2026-11', 'douyin', field];
    const basis = ['ranges', '2026-11', 'douyin', 'refundedFen', 'self_reported'];
    const first = applyEntry(EMPTY_SCOPE, refunded, 1, DAY);
    expect(first.delta).toContainEqual({ path: range('lowFen'), addFen: -30 });
    expect(first.delta).toContainEqual({ path: basis, addFen: 30 });
    const second = applyEntry(first.scope, ordered, 1, DAY);
    expect(second.delta).toContainEqual({ path: range('lowFen'), addFen: 30 });
    expect(second.delta).toContainEqual({ path: range('highFen'), addFen: 470 });
    const third = applyEntry(second.scope, { ...paid, platform: 'douyin' }, 1, DAY);
    expect(third.delta).toContainEqual({ path: range('highFen'), addFen: -470 });
    expect(third.delta).toContainEqual({ path: basis, addFen: -30 });
    const again = applyEntry(third.scope, { ...paid, platform: 'douyin' }, -1, DAY);
    expect(again.delta).toContainEqual({ path: range('highFen'), addFen: 470 });
  });

  it('refuses to remove an entry that the scope does not contain', () => {
    expect(() => applyEntry(EMPTY_SCOPE, paid, -1, DAY)).toThrow(RangeError);
    const { scope } = applyEntry(EMPTY_SCOPE, ordered, 1, DAY);
    expect(() => applyEntry(scope, { ...ordered, amountFen: 501 }, -1, DAY)).toThrow(RangeError);
    expect(() => applyEntry(scope, { ...paid, amountFen: 0 }, -1, DAY)).toThrow(RangeError);
  });
});
