import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEntry } from './apply-entry';
import { addDays } from '../time';
import { recountScopes, recountYear } from './recount';
import { entryAsOf } from './revisions';
import { EMPTY_SCOPE, type ScopeTotals, type TotalsOwner } from './scope';
import { anyLedger, buildEntry, keep, keepHistory } from './entries.fixture';
import { figuresAsOf, yearSums } from './year-sums';
import { EMPTY_YEAR, isSameYear } from './year-totals';

const anyOwner = fc.constantFrom<TotalsOwner>('shop', 'host');
const DAY = '2026-11-23';

function withoutEmpty(scopes: ReadonlyMap<string, ScopeTotals>) {
  return new Map(
    [...scopes].filter(([, scope]) => Object.values(scope).some((value) => value !== 0)),
  );
}

describe('kept totals', () => {
  it('equal a recount after every recording, correction and undo', () => {
    fc.assert(
      fc.property(anyLedger, anyOwner, (ledger, owner) => {
        const kept = keepHistory(ledger, owner);
        expect(kept.year).toEqual(recountYear(ledger, owner));
        expect(withoutEmpty(kept.scopes)).toEqual(withoutEmpty(recountScopes(ledger, owner)));
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
      fc.property(shuffled, anyOwner, ([ledger, order], owner) => {
        expect(keepHistory(order, owner).year).toEqual(recountYear(ledger, owner));
      }),
    );
  });

  it('give the sums of any earlier day, as a replay of the ledger does', () => {
    const anyDay = fc.nat({ max: 430 }).map((day) => addDays('2026-01-20', day));
    fc.assert(
      fc.property(anyLedger, anyOwner, anyDay, (ledger, owner, day) => {
        const replayed = recountYear(
          ledger.map((entry) => entryAsOf(entry, day)),
          owner,
        );
        const { byMonth: _months, byPlatform: _platforms, ...figures } = yearSums(replayed);
        const expected = replayed.entryCount === 0 ? null : figures;
        expect(figuresAsOf(keepHistory(ledger, owner).year, day)).toEqual(expected);
      }),
    );
  });

  it('are unchanged when an entry is counted and removed on the same day', () => {
    fc.assert(
      fc.property(anyLedger, anyOwner, fc.nat({ max: 10 ** 9 }), (ledger, owner, amountFen) => {
        const before = keepHistory(ledger, owner);
        const extra = buildEntry({ id: 'extra', amountFen, sessionId: 'session-1' });
        const after = keep(keep(before, extra, owner, 1, DAY), extra, owner, -1, DAY);
        expect(after.year).toEqual(before.year);
      }),
    );
  });

  it('are equal with and without cells of zero', () => {
    const zeros = {
      cells: { '2026-11': { paid: { verified: { jd: 0 } } } },
      open: { '2026-11': { orderedFen: 0, refundedFen: 0 } },
      days: { jd: { paidFen: { '2026-11-23': 0 } } },
      returns: { jd: { d3: 0 } },
      recorded: { '2026-11-23': { paid: { verified: 0 }, entryCount: 0 } },
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
    ['2026-11-26T15:59:59.999Z', 'd3'],
    ['2026-11-26T16:00:00.000Z', 'd7'],
    ['2026-12-08T00:00:00.000Z', 'd15'],
    ['2026-12-23T00:00:00.000Z', 'd30'],
    ['2027-01-22T00:00:00.000Z', 'd60'],
    ['2027-01-23T00:00:00.000Z', 'later'],
    ['2026-11-20T00:00:00.000Z', 'd3'],
  ])('counts a refund recorded at %s as %s after the sale', (recordedAt, age) => {
    const late = { ...refunded, recordedAt };
    expect(applyEntry(EMPTY_SCOPE, late, 1, DAY).delta).toContainEqual({
      path: ['returns', 'douyin', age],
      addFen: 30,
    });
  });

  it('opens the scope with an ordered amount, and closes it with the first paid figure', () => {
    const applied = applyEntry(EMPTY_SCOPE, ordered, 1, DAY);
    expect(applied.delta).toContainEqual({ path: ['open', '2026-11', 'orderedFen'], addFen: 500 });
    const two = applyEntry(applied.scope, refunded, 1, DAY);
    expect(two.delta).toContainEqual({ path: ['open', '2026-11', 'refundedFen'], addFen: 30 });
    const three = applyEntry(two.scope, paid, 1, DAY);
    expect(three.delta).toContainEqual({ path: ['open', '2026-11', 'orderedFen'], addFen: -500 });
    expect(three.delta).toContainEqual({ path: ['open', '2026-11', 'refundedFen'], addFen: -30 });
    const again = applyEntry(three.scope, paid, -1, DAY);
    expect(again.delta).toContainEqual({ path: ['open', '2026-11', 'orderedFen'], addFen: 500 });
  });

  it('refuses to remove an entry that the scope does not contain', () => {
    expect(() => applyEntry(EMPTY_SCOPE, paid, -1, DAY)).toThrow(RangeError);
    const { scope } = applyEntry(EMPTY_SCOPE, ordered, 1, DAY);
    expect(() => applyEntry(scope, { ...ordered, amountFen: 501 }, -1, DAY)).toThrow(RangeError);
    expect(() => applyEntry(scope, { ...paid, amountFen: 0 }, -1, DAY)).toThrow(RangeError);
  });
});
