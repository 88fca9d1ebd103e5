import { describe, expect, it } from 'vitest';
import { EMPTY_SCOPE, scopeFigures, scopeKeyOf, type ScopeTotals, scopeWarnings } from './scope';
import { buildEntry } from './entries.fixture';

const scope = (overrides: Partial<ScopeTotals>): ScopeTotals => ({ ...EMPTY_SCOPE, ...overrides });

describe('the scope of an entry', () => {
  const inSession = buildEntry({ sessionId: 's', hostId: 'a', accountId: 'x' });

  it('is the whole session for a store, and the own part of it for a host', () => {
    const byAnother = buildEntry({ sessionId: 's', hostId: 'b', accountId: 'y' });
    expect(scopeKeyOf(inSession, 'shop')).toBe(scopeKeyOf(byAnother, 'shop'));
    expect(scopeKeyOf(inSession, 'host')).not.toBe(scopeKeyOf(byAnother, 'host'));
  });

  it('is the account, host and day outside a session', () => {
    const key = scopeKeyOf(buildEntry(), 'shop');
    expect(scopeKeyOf(buildEntry({ accountId: 'x' }), 'shop')).not.toBe(key);
    expect(scopeKeyOf(buildEntry({ hostId: 'x' }), 'shop')).not.toBe(key);
    expect(scopeKeyOf(buildEntry({ bookedOn: '2026-11-24' }), 'shop')).not.toBe(key);
    expect(scopeKeyOf(buildEntry({ kind: 'ordered', platform: 'jd' }), 'shop')).toBe(key);
  });

  it('never mixes up ids that contain the separators', () => {
    const first = buildEntry({ accountId: 'a|b', hostId: 'c' });
    const other = buildEntry({ accountId: 'a', hostId: 'b|c' });
    expect(scopeKeyOf(first, 'shop')).not.toBe(scopeKeyOf(other, 'shop'));
  });
});

describe('figures of a scope', () => {
  it('are null without an entry', () => {
    expect(scopeFigures(EMPTY_SCOPE)).toEqual({
      orderedFen: null,
      paidFen: null,
      refundedFen: null,
      netFen: null,
      entryCount: 0,
    });
    const zeroPaid = scope({ paidCount: 1, refundedCount: 1, refundedFen: 5 });
    expect(scopeFigures(zeroPaid)).toMatchObject({ paidFen: 0, netFen: -5, orderedFen: null });
  });
});

describe('warnings', () => {
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
    ['refunds alone', { refundedFen: 6, refundedCount: 1 }, ['refunds_above_paid']],
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
