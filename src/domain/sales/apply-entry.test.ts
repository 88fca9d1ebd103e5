import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEntry } from './apply-entry';
import { doesCount } from './entry';
import type { SalesEntry } from './entry';
import { recountScopes, recountYear } from './recount';
import { EMPTY_SCOPE, scopeKeyOf } from './scope';
import type { ScopeTotals, TotalsOwner } from './scope';
import { anyLedger, buildEntry } from './entries.fixture';
import { EMPTY_YEAR, applyDelta, isSameYear } from './year-totals';
import type { YearTotals } from './year-totals';

interface Kept {
  year: YearTotals;
  scopes: Map<string, ScopeTotals>;
}

/** Keeps totals the way the cloud does: one scope and one year document at a time. */
function keep(kept: Kept, entry: SalesEntry, owner: TotalsOwner, sign: 1 | -1): Kept {
  const key = scopeKeyOf(entry, owner);
  const { scope, delta } = applyEntry(kept.scopes.get(key) ?? EMPTY_SCOPE, entry, sign);
  return {
    year: applyDelta(kept.year, delta),
    scopes: new Map(kept.scopes).set(key, scope),
  };
}

function keepAll(entries: readonly SalesEntry[], owner: TotalsOwner): Kept {
  const start: Kept = { year: EMPTY_YEAR, scopes: new Map() };
  return entries.reduce((kept, entry) => keep(kept, entry, owner, 1), start);
}

const anyOwner = fc.constantFrom<TotalsOwner>('shop', 'host');
const shuffled = anyLedger.chain((ledger) =>
  fc.tuple(
    fc.constant(ledger),
    fc.shuffledSubarray(ledger, { minLength: ledger.length, maxLength: ledger.length }),
  ),
);

describe('kept totals', () => {
  it('equal a recount, in whatever order the entries came', () => {
    fc.assert(
      fc.property(shuffled, anyOwner, ([ledger, order], owner) => {
        const kept = keepAll(order.filter(doesCount), owner);
        expect(kept.year).toEqual(recountYear(ledger, owner));
        expect(kept.scopes).toEqual(recountScopes(order, owner));
      }),
    );
  });

  it('are as before when an entry is counted and taken out again', () => {
    fc.assert(
      fc.property(anyLedger, anyOwner, fc.nat(), (ledger, owner, pick) => {
        const counted = ledger.filter(doesCount);
        const before = keepAll(counted, owner);
        const extra = buildEntry({ ...ledger[pick % (ledger.length || 1)], id: 'extra' });
        const after = keep(keep(before, extra, owner, 1), extra, owner, -1);
        expect(after.year).toEqual(before.year);
        const key = scopeKeyOf(extra, owner);
        expect(after.scopes.get(key)).toEqual(before.scopes.get(key) ?? EMPTY_SCOPE);
      }),
    );
  });

  it('equal a recount when entries are taken out in any order', () => {
    fc.assert(
      fc.property(shuffled, anyOwner, fc.nat(), ([ledger, order], owner, cut) => {
        const counted = ledger.filter(doesCount);
        const gone = order.filter(doesCount).slice(0, cut % (counted.length + 1));
        const kept = gone.reduce(
          (sum, entry) => keep(sum, entry, owner, -1),
          keepAll(counted, owner),
        );
        const left = counted.filter((entry) => !gone.includes(entry));
        expect(kept.year).toEqual(recountYear(left, owner));
      }),
    );
  });

  it('stay the same year when a database leaves zeros behind', () => {
    const zeros = {
      cells: { '2026-11': { paid: { verified: { jd: 0 } } } },
      open: { '2026-11': { orderedFen: 0, refundedFen: 0 } },
      entryCount: 0,
    };
    expect(isSameYear(zeros, EMPTY_YEAR)).toBe(true);
    expect(isSameYear({ ...zeros, entryCount: 1 }, EMPTY_YEAR)).toBe(false);
  });
});

describe('one entry', () => {
  const ordered = buildEntry({ kind: 'ordered', amountFen: 500 });
  const paid = buildEntry({ kind: 'paid', amountFen: 400, basis: 'verified', platform: null });
  const refunded = buildEntry({ kind: 'refunded', amountFen: 30 });

  it('becomes increments at the paths of its month, kind, basis and platform', () => {
    expect(applyEntry(EMPTY_SCOPE, paid, 1).delta).toEqual([
      { path: ['cells', '2026-11', 'paid', 'verified', 'none'], addFen: 400 },
      { path: ['entryCount'], addFen: 1 },
    ]);
  });

  it('opens the scope when ordered, and closes it with the first paid figure', () => {
    const one = applyEntry(EMPTY_SCOPE, ordered, 1);
    expect(one.delta).toContainEqual({ path: ['open', '2026-11', 'orderedFen'], addFen: 500 });
    const two = applyEntry(one.scope, refunded, 1);
    expect(two.delta).toContainEqual({ path: ['open', '2026-11', 'refundedFen'], addFen: 30 });
    const three = applyEntry(two.scope, paid, 1);
    expect(three.delta).toContainEqual({ path: ['open', '2026-11', 'orderedFen'], addFen: -500 });
    expect(three.delta).toContainEqual({ path: ['open', '2026-11', 'refundedFen'], addFen: -30 });
    const again = applyEntry(three.scope, paid, -1);
    expect(again.delta).toContainEqual({ path: ['open', '2026-11', 'orderedFen'], addFen: 500 });
  });

  it('cannot be taken out of a scope that does not hold it', () => {
    expect(() => applyEntry(EMPTY_SCOPE, paid, -1)).toThrow(RangeError);
    const { scope } = applyEntry(EMPTY_SCOPE, ordered, 1);
    expect(() => applyEntry(scope, { ...ordered, amountFen: 501 }, -1)).toThrow(RangeError);
    expect(() => applyEntry(scope, { ...paid, amountFen: 0 }, -1)).toThrow(RangeError);
  });
});
