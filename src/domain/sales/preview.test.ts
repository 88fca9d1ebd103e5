import { describe, expect, it } from 'vitest';

import { buildEntry } from './entries.fixture';
import type { EntryKind, SalesEntry } from './entry';
import { figuresBefore, sumsAfter } from './preview';
import { figuresOf, sumsOf, withoutParts } from './preview.fixture';
import type { YearSums } from './year-totals';

function entryOf(id: string, kind: EntryKind, yuan: number): SalesEntry {
  return buildEntry({ id, kind, amountFen: yuan * 100, sessionId: 'session-1' });
}

const ordered = entryOf('o', 'ordered', 900);
const paid = entryOf('p', 'paid', 800);
const refunded = entryOf('r', 'refunded', 100);
const verified: SalesEntry = { ...entryOf('v', 'refunded', 30), basis: 'verified' };
const more = entryOf('m', 'paid', 50);

describe('sumsAfter', () => {
  it.each([
    ['the first entry of a year', [], paid, null],
    ['a paid figure where only an order was known', [ordered], paid, null],
    ['a refund beside an open order', [ordered], refunded, null],
    ['one more paid entry', [ordered, paid, refunded], more, null],
    ['the only paid entry corrected to an order', [paid], ordered, paid],
    ['one of two paid entries corrected', [paid, more], refunded, paid],
    ['a paid figure where an order and refunds were known', [ordered, refunded], paid, null],
    ['a refund whose sale is not recorded', [], refunded, null],
    ['a sale after its refund', [refunded], paid, null],
    ['the only order corrected to a payment', [ordered], paid, ordered],
    ['the only refund corrected to a payment', [verified], paid, verified],
    ['a refund beside an order corrected', [ordered, verified], refunded, verified],
  ])('equals a recount after %s', (_, before, added, replaced) => {
    const after = [...before.filter((entry) => entry !== replaced), added];
    const change = {
      entry: added,
      replaces: replaced,
      changedOn: '2026-11-23',
      figures: figuresOf(before),
    };
    const sums = sumsAfter(sumsOf(before), 2026, change);
    expect(withoutParts(sums as YearSums)).toEqual(sumsOf(after));
  });

  it('takes nothing out of the year when the replaced entry is of another one', () => {
    const replaces = { ...more, bookedOn: '2025-12-31' };
    const change = { entry: more, replaces, changedOn: '2026-11-23', figures: figuresOf([paid]) };
    const sums = sumsAfter(sumsOf([paid]), 2026, change);
    expect(withoutParts(sums as YearSums)).toEqual(sumsOf([paid, more]));
  });

  it('does not change a year to which the entry does not belong', () => {
    const sums = sumsOf([paid]);
    expect(
      sumsAfter(sums, 2025, {
        entry: paid,
        replaces: null,
        changedOn: '2026-11-23',
        figures: null,
      }),
    ).toEqual(sums);
    expect(
      sumsAfter(null, 2025, {
        entry: paid,
        replaces: null,
        changedOn: '2026-11-23',
        figures: null,
      }),
    ).toBeNull();
  });
});

describe('figuresBefore', () => {
  const figures = figuresOf([paid, refunded]);

  it('returns the sums of the scope for a new entry, and for a correction within the scope', () => {
    expect(figuresBefore(figures, null, false)).toBe(figures);
    expect(figuresBefore(figures, paid, true)).toBe(figures);
    expect(figuresBefore(null, null, true)).toBeNull();
  });

  it('returns the replaced entry alone when the sums of its own scope are unknown', () => {
    const alone = { orderedFen: null, paidFen: 80_000, refundedFen: null };
    expect(figuresBefore(figures, paid, false)).toEqual(alone);
    expect(figuresBefore(null, paid, true)).toEqual(alone);
  });

  it('allows a corrected entry to be removed', () => {
    const change = {
      entry: more,
      replaces: paid,
      changedOn: '2026-11-23',
      figures: figuresBefore(null, paid, false),
    };
    const sums = sumsAfter(sumsOf([paid]), 2026, change);
    expect(withoutParts(sums as YearSums)).toEqual(sumsOf([more]));
  });
});
