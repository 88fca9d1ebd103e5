import { describe, expect, it } from 'vitest';
import {
  changeScope,
  EMPTY_SCOPE,
  NO_REFUNDS,
  scopeBounds,
  scopeFigures,
  scopeKeyOf,
  type ScopeTotals,
  scopeWarnings,
} from './scope';
import { buildEntry } from './entries.fixture';

const scope = (overrides: Partial<ScopeTotals>): ScopeTotals => ({ ...EMPTY_SCOPE, ...overrides });

describe('the scope of an entry', () => {
  const inSession = buildEntry({ sessionId: 's', hostId: 'a', accountId: 'x' });

  it("is one host's part of a session on one day, for the store and the host alike", () => {
    const sameHost = buildEntry({ sessionId: 's', hostId: 'a', kind: 'refunded' });
    const otherHost = buildEntry({ sessionId: 's', hostId: 'b', accountId: 'x' });
    const noHost = buildEntry({ sessionId: 's', hostId: null, accountId: 'x' });
    expect(scopeKeyOf(sameHost)).toBe(scopeKeyOf(inSession));
    expect(scopeKeyOf(otherHost)).not.toBe(scopeKeyOf(inSession));
    const otherDay = buildEntry({ ...inSession, bookedOn: '2026-11-24' });
    expect(scopeKeyOf(noHost)).not.toBe(scopeKeyOf(inSession));
    expect(scopeKeyOf(otherDay)).not.toBe(scopeKeyOf(inSession));
  });

  it('is the account, host and day outside a session', () => {
    const key = scopeKeyOf(buildEntry());
    expect(scopeKeyOf(buildEntry({ accountId: 'x' }))).not.toBe(key);
    expect(scopeKeyOf(buildEntry({ hostId: 'x' }))).not.toBe(key);
    expect(scopeKeyOf(buildEntry({ bookedOn: '2026-11-24' }))).not.toBe(key);
    expect(scopeKeyOf(buildEntry({ kind: 'ordered', platform: 'jd' }))).toBe(key);
  });

  it('never mixes up ids that contain the separators', () => {
    const first = buildEntry({ accountId: 'a|b', hostId: 'c' });
    const other = buildEntry({ accountId: 'a', hostId: 'b|c' });
    expect(scopeKeyOf(first)).not.toBe(scopeKeyOf(other));
  });
});

describe('the key of a scope', () => {
  it('names what it is of, in an order that stays', () => {
    const entry = { hostId: null, accountId: 'x', bookedOn: '2026-11-23' } as const;
    expect(scopeKeyOf(buildEntry({ ...entry, sessionId: 's' }))).toBe('session|s|-|2026-11-23');
    expect(scopeKeyOf(buildEntry({ ...entry, sessionId: null }))).toBe('day|x|-|2026-11-23');
  });
});

describe('a scope that lacks its sale', () => {
  const refunded = scope({ refundedFen: 7, refundedCount: 1 });
  const both = scope({ orderedFen: 9, orderedCount: 1, paidFen: 9, paidCount: 1 });

  it('has refunds alone, and marks figures in which it is one of several', () => {
    expect(scopeFigures([refunded, both]).lacksSale).toBe(true);
    expect(scopeFigures([{ ...both, refundedFen: 7, refundedCount: 1 }]).lacksSale).toBe(false);
  });
});

describe('the bounds of a scope', () => {
  const ordered = { orderedFen: 900, orderedCount: 1 };
  const paid = { paidFen: 500, paidCount: 1 };
  const refunded = { refundedFen: 700, refundedCount: 1 };

  it.each([
    ['nothing recorded', {}, null],
    ['paid', paid, { low: 500, high: 500 }],
    ['paid and more refunded', { ...paid, ...refunded }, { low: -200, high: -200 }],
    ['ordered', ordered, { low: 0, high: 900 }],
    ['ordered and refunded', { ...ordered, ...refunded }, { low: 0, high: 200 }],
    [
      'ordered and more refunded than ordered',
      { ...ordered, refundedFen: 901, refundedCount: 1 },
      { low: 0, high: 0 },
    ],
    ['refunds only', refunded, { low: -700, high: 0 }],
    ['a refund of nothing', { refundedCount: 1 }, { low: 0, high: 0 }],
    ['all three', { ...ordered, ...paid, ...refunded }, { low: -200, high: -200 }],
    ['an amount of nothing paid', { paidCount: 1 }, { low: 0, high: 0 }],
  ])('%s', (_, totals, bounds) => {
    expect(scopeBounds(scope(totals))).toEqual(bounds);
  });
});

describe('figures of the scopes of a session', () => {
  it('leave blank what is not recorded', () => {
    expect(scopeFigures([EMPTY_SCOPE])).toEqual({
      orderedFen: null,
      paidFen: null,
      refundedFen: null,
      net: null,
      lacksSale: false,
      entryCount: 0,
    });
    const zeroPaid = scope({ paidCount: 1, refundedCount: 1, refundedFen: 5 });
    expect(scopeFigures([zeroPaid])).toMatchObject({
      paidFen: 0,
      net: { low: -5, high: -5 },
      orderedFen: null,
    });
  });

  it('add up the hosts, low with low and high with high', () => {
    const exact = scope({ paidFen: 100, paidCount: 1 });
    const open = scope({ orderedFen: 900, orderedCount: 1, refundedFen: 300, refundedCount: 1 });
    expect(scopeFigures([exact, open])).toEqual({
      orderedFen: 900,
      paidFen: 100,
      refundedFen: 300,
      net: { low: 100, high: 700 },
      lacksSale: false,
      entryCount: 3,
    });
  });

  it('mark refunds whose sale is not recorded', () => {
    const refundsOnly = scope({ refundedFen: 50_000, refundedCount: 1 });
    expect(scopeFigures([refundsOnly])).toMatchObject({
      net: { low: -50_000, high: 0 },
      lacksSale: true,
    });
  });
});

describe('changing a scope', () => {
  it('keeps refunds by basis, each basis always there', () => {
    const refund = buildEntry({ kind: 'refunded', amountFen: 30, basis: 'platform_export' });
    const once = changeScope(EMPTY_SCOPE, refund, 1);
    expect(once.refundedByBasis).toEqual({ ...NO_REFUNDS, platform_export: 30 });
    expect(changeScope(once, refund, -1)).toEqual(EMPTY_SCOPE);
    const otherBasis = { ...refund, basis: 'verified' as const };
    expect(() => changeScope(once, otherBasis, -1)).toThrow(RangeError);
  });
});

describe('an entry that a scope does not hold', () => {
  const paid = { kind: 'paid', amountFen: 5, basis: 'verified' } as const;
  const refund = { ...paid, kind: 'refunded' } as const;

  it('is not taken out', () => {
    const held = scope({ paidFen: 5, paidCount: 1, refundedFen: 5, refundedCount: 1 });
    expect(() => changeScope(EMPTY_SCOPE, paid, -1)).toThrow('holds no such paid entry');
    expect(() => changeScope(held, { ...paid, amountFen: 6 }, -1)).toThrow('holds no such paid');
    expect(() => changeScope(held, refund, -1)).toThrow('holds no such refund that is verified');
  });
});

describe('warnings', () => {
  it('accept as much paid as was ordered', () => {
    const equal = scope({ orderedFen: 5, orderedCount: 1, paidFen: 5, paidCount: 1 });
    expect(scopeWarnings(equal, true)).toEqual([]);
    expect(scopeWarnings({ ...equal, paidFen: 6 }, true)).toEqual(['paid_above_ordered']);
  });

  it.each([
    [
      'refunds as large as paid',
      { paidFen: 5, paidCount: 1, refundedFen: 5, refundedCount: 1 },
      [],
    ],
    [
      'refunds above paid',
      { paidFen: 5, paidCount: 1, refundedFen: 6, refundedCount: 1 },
      ['refunds_above_paid'],
    ],
    [
      'refunds below ordered, paid unknown',
      { orderedFen: 9, orderedCount: 1, refundedFen: 6, refundedCount: 1 },
      [],
    ],
    [
      'refunds above ordered, paid unknown',
      { orderedFen: 5, orderedCount: 1, refundedFen: 6, refundedCount: 1 },
      ['refunds_above_paid'],
    ],
    ['refunds without a sale', { refundedFen: 6, refundedCount: 1 }, []],
    [
      'paid above ordered',
      { orderedFen: 5, orderedCount: 1, paidFen: 6, paidCount: 1 },
      ['paid_above_ordered'],
    ],
    ['paid, ordered unknown', { paidFen: 6, paidCount: 1 }, []],
  ])('%s', (_, totals, warnings) => {
    expect(scopeWarnings(scope(totals), true)).toEqual(warnings);
  });

  it('accept late refunds outside a session', () => {
    const late = scope({ refundedFen: 6, refundedCount: 1 });
    expect(scopeWarnings(late, false)).toEqual([]);
  });
});
