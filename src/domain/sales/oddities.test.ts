import { describe, expect, it } from 'vitest';

import {
  backfilledTwice,
  findingsIn,
  type KeptSession,
  oddFindings,
  type OddAmountInput,
  type RecentAmount,
  recentAfter,
  unconfirmed,
  usualSales,
} from './oddities';
import { EMPTY_SCOPE, type ScopeTotals } from './scope';

const NOW = '2026-11-23T12:00:00.000Z';
const TEN_MINUTES_AGO = '2026-11-23T11:50:00.000Z';
const LONGER_AGO = '2026-11-23T11:49:59.999Z';

function scopeOf(fen: Partial<Record<'ordered' | 'paid' | 'refunded', number>>): ScopeTotals {
  const counted = Object.entries(fen).flatMap(([kind, amount]) => [
    [`${kind}Fen`, amount],
    [`${kind}Count`, 1],
  ]);
  return { ...EMPTY_SCOPE, ...(Object.fromEntries(counted) as Partial<ScopeTotals>) };
}

function odditiesOf(overrides: Partial<OddAmountInput>): string[] {
  const input: OddAmountInput = {
    amount: { kind: 'paid', amountFen: 1000, hostId: null },
    scope: EMPTY_SCOPE,
    isSession: true,
    recent: [],
    usual: null,
    now: NOW,
    ...overrides,
  };
  return oddFindings(input).map(({ oddity }) => oddity);
}

function paidScopes(...fen: number[]): ScopeTotals[] {
  return fen.map((paid) => scopeOf({ paid }));
}
const paidAmount = (amountFen: number) => ({ kind: 'paid', amountFen, hostId: null }) as const;
const refund = (amountFen: number) => ({ kind: 'refunded', amountFen, hostId: null }) as const;
function paidAt(at: string, overrides: Partial<RecentAmount> = {}): RecentAmount {
  return { ...paidAmount(1000), isOfBackfill: false, at, ...overrides };
}

describe('usualSales', () => {
  it('is the median of the latest ten sessions with sales', () => {
    expect(usualSales(paidScopes(300, 900, 100, 200, 800), 'paid')).toEqual({
      fen: 300,
      sessionCount: 5,
    });
    const more = paidScopes(1, 2, 3, 4, 5, 8, 9, 10, 11, 12, 1_000_000, 1_000_000);
    expect(usualSales(more, 'paid')).toEqual({ fen: 6, sessionCount: 10 });
  });

  it('is unknown with four sessions with sales, and known with five', () => {
    const none = [scopeOf({ refunded: 5 }), scopeOf({ paid: 0 }), EMPTY_SCOPE];
    expect(usualSales([...none, ...paidScopes(1, 2, 3, 4)], 'paid')).toBeNull();
    expect(usualSales([...none, ...paidScopes(1, 2, 3, 4, 5)], 'paid')?.fen).toBe(3);
  });

  it('takes the sum of the kind that is recorded, else the other one', () => {
    const both = scopeOf({ ordered: 50, paid: 10 });
    const scopes = [both, both, both, scopeOf({ ordered: 60 }), scopeOf({ paid: 70 })];
    expect(usualSales(scopes, 'paid')?.fen).toBe(10);
    expect(usualSales(scopes, 'refunded')?.fen).toBe(10);
    expect(usualSales(scopes, 'ordered')?.fen).toBe(50);
  });
});

describe('an amount far above the usual', () => {
  const usual = (fen: number) => ({ usual: { fen, sessionCount: 5 } });

  it('is asked about from exactly twenty times, and not one fen below', () => {
    expect(odditiesOf({ amount: paidAmount(2000), ...usual(100) })).toEqual(['far_above_usual']);
    expect(odditiesOf({ amount: paidAmount(1999), ...usual(100) })).toEqual([]);
    expect(odditiesOf({ amount: paidAmount(1999), usual: null })).toEqual([]);
  });

  it('is compared exactly up to 2^53−1', () => {
    const most = Number.MAX_SAFE_INTEGER;
    const twentieth = (most - (most % 20)) / 20;
    expect(odditiesOf({ amount: paidAmount(most), ...usual(twentieth) })).toHaveLength(1);
    expect(odditiesOf({ amount: paidAmount(most), ...usual(twentieth + 1) })).toEqual([]);
  });
});

describe('the same amount again', () => {
  it('is asked about for ten minutes', () => {
    expect(odditiesOf({ recent: [paidAt(TEN_MINUTES_AGO)] })).toEqual(['same_amount_again']);
    expect(odditiesOf({ recent: [paidAt(LONGER_AGO)] })).toEqual([]);
    // Another machine of the cloud may have a clock that is ahead.
    expect(odditiesOf({ recent: [paidAt('2026-11-23T12:00:01.000Z')] })).toHaveLength(1);
  });

  it.each([{ amountFen: 1001 }, { kind: 'ordered' }, { isOfBackfill: true }] as const)(
    'is not one that differs in %o',
    (other) => {
      expect(odditiesOf({ recent: [paidAt(NOW, other)] })).toEqual([]);
    },
  );

  it('is asked about for another host too', () => {
    expect(odditiesOf({ recent: [paidAt(NOW, { hostId: 's1.h1' })] })).toHaveLength(1);
  });

  it('is not asked about when nothing was sold', () => {
    const recent = [paidAt(NOW, { amountFen: 0 })];
    expect(odditiesOf({ recent, amount: paidAmount(0) })).toEqual([]);
  });
});

describe('refunds above what was paid', () => {
  it('are not asked about when a payment is recorded', () => {
    expect(odditiesOf({ amount: paidAmount(5000), scope: scopeOf({ paid: 1000 }) })).toEqual([]);
  });

  it('are asked about from one fen more', () => {
    const scope = scopeOf({ paid: 1000, ordered: 5000, refunded: 700 });
    expect(odditiesOf({ amount: refund(300), scope })).toEqual([]);
    expect(odditiesOf({ amount: refund(301), scope })).toEqual(['refunds_above_paid']);
  });

  it('are compared with the ordered amount while no paid one is known', () => {
    const scope = scopeOf({ ordered: 300 });
    expect(odditiesOf({ amount: refund(300), scope })).toEqual([]);
    expect(odditiesOf({ amount: refund(301), scope })).toEqual(['refunds_above_paid']);
  });

  it('are not asked about without a recorded sale, nor on a day', () => {
    expect(odditiesOf({ amount: refund(301) })).toEqual([]);
    const scope = scopeOf({ paid: 300 });
    expect(odditiesOf({ amount: refund(301), scope, isSession: false })).toEqual([]);
  });
});

describe('the amounts recorded lately', () => {
  const change = (amountFen: number, recordedAt: string, sign: 1 | -1 = 1) => ({
    amount: { kind: 'paid', amountFen, recordedAt } as const,
    sign,
  });
  const at = { hostId: null, now: NOW };

  it('are those of ten minutes, the latest first', () => {
    const recent = [paidAt(LONGER_AGO), paidAt(TEN_MINUTES_AGO)];
    const after = recentAfter(recent, [change(5, NOW)], at);
    expect(after).toEqual([paidAt(NOW, { amountFen: 5 }), paidAt(TEN_MINUTES_AGO)]);
  });

  it('are at most fifty', () => {
    const changes = Array.from({ length: 51 }, (_v, i) => change(i, NOW));
    const amounts = recentAfter([], changes, at).map(({ amountFen }) => amountFen);
    expect(amounts).toHaveLength(50);
    expect([amounts[0], amounts.at(-1)]).toEqual([50, 1]);
  });

  it('leave out one that is undone, and only that one', () => {
    const recent = [paidAt(NOW), paidAt(TEN_MINUTES_AGO)];
    expect(recentAfter(recent, [change(1000, NOW, -1)], at)).toEqual([paidAt(TEN_MINUTES_AGO)]);
    expect(recentAfter([...recent].reverse(), [change(1000, NOW, -1)], at)).toEqual([
      paidAt(TEN_MINUTES_AGO),
    ]);
    expect(recentAfter(recent, [change(999, NOW, -1)], at)).toEqual(recent);
  });

  it.each([
    { kind: 'ordered' },
    { amountFen: 999 },
    { hostId: 's1.h9' },
    { isOfBackfill: true },
  ] as const)('keep one that differs in %o from what is undone', (other) => {
    const kept = paidAt(NOW, other);
    const recent = [kept, paidAt(NOW)];
    expect(recentAfter(recent, [change(1000, NOW, -1)], at)).toEqual([kept]);
  });

  it('are sorted by their moment, and by their order of recording within one', () => {
    const recent = [paidAt(TEN_MINUTES_AGO), paidAt(NOW)];
    const changes = [change(1, NOW), change(2, NOW), change(3, TEN_MINUTES_AGO)];
    const amounts = recentAfter(recent, changes, at).map((each) => [each.amountFen, each.at]);
    expect(amounts).toEqual([
      [2, NOW],
      [1, NOW],
      [1000, NOW],
      [3, TEN_MINUTES_AGO],
      [1000, TEN_MINUTES_AGO],
    ]);
  });
});

describe('a past session that is entered twice', () => {
  const hostIds = ['s1.h1', 's1.h2'];
  const entered = { title: '清仓', bookedOn: '2026-11-20', accountId: 's1.a1', hostIds };
  const scopes = [scopeOf({ paid: 1000 })];
  const kept: KeptSession = { ...entered, state: 'ended', scopes };
  const figure = (amountFen: number) => ({ kind: 'paid', amountFen }) as const;

  it('has the same day, account, host and amount', () => {
    expect(backfilledTwice(entered, figure(1000), [kept])).toEqual({
      oddity: 'backfilled_twice',
      title: '清仓',
    });
    const turned = { ...kept, hostIds: ['s1.h2', 's1.h1'] };
    expect(backfilledTwice(entered, figure(1000), [turned])).not.toBeNull();
    expect(backfilledTwice(entered, figure(1001), [kept])).toBeNull();
    expect(backfilledTwice(entered, { ...figure(1000), kind: 'ordered' }, [kept])).toBeNull();
  });

  it('has the amount of any of its hosts', () => {
    const ofTwo = { ...kept, scopes: [scopeOf({ paid: 1 }), ...scopes] };
    expect(backfilledTwice(entered, figure(1000), [ofTwo])).not.toBeNull();
  });

  it('is not one without an amount of the kind, when nothing was sold', () => {
    const ordered = { ...kept, scopes: [scopeOf({ ordered: 1000 })] };
    expect(backfilledTwice(entered, figure(0), [ordered])).toBeNull();
    expect(
      backfilledTwice(entered, figure(0), [{ ...kept, scopes: paidScopes(0) }]),
    ).not.toBeNull();
  });

  it.each([
    { bookedOn: '2026-11-21' },
    { accountId: null },
    { hostIds: ['s1.h1'] },
    { state: 'cancelled' },
  ])('is not one with %o', (other) => {
    expect(backfilledTwice(entered, figure(1000), [{ ...kept, ...other }])).toBeNull();
  });

  it('without an amount has the same title, and nothing is recorded', () => {
    expect(backfilledTwice(entered, null, [kept])).toBeNull();
    const blank = { ...kept, scopes: [] };
    expect(backfilledTwice(entered, null, [blank])?.oddity).toBe('backfilled_twice');
    expect(backfilledTwice(entered, null, [{ ...blank, title: '上新' }])).toBeNull();
  });
});

describe('unconfirmed', () => {
  it('leaves out what was confirmed, and nothing else', () => {
    const findings = oddFindings({
      amount: paidAmount(1000),
      scope: EMPTY_SCOPE,
      isSession: true,
      recent: [paidAt(NOW)],
      usual: { fen: 1, sessionCount: 5 },
      now: NOW,
    });
    const left = (confirmed?: 'far_above_usual'[]) =>
      unconfirmed(findings, confirmed).map(({ oddity }) => oddity);
    expect(left()).toEqual(['far_above_usual', 'same_amount_again']);
    expect(left(['far_above_usual'])).toEqual(['same_amount_again']);
  });
});

describe('findingsIn', () => {
  const facts = {
    usualFen: 500,
    sessionCount: 5,
    recordedAt: NOW,
    paidFen: 1000,
    refundedFen: 1001,
    title: '清仓',
  };

  it('reads each finding with its facts out of a refusal', () => {
    const info = {
      ...facts,
      far_above_usual: true,
      same_amount_again: true,
      refunds_above_paid: true,
      backfilled_twice: true,
    };
    expect(findingsIn(info)).toEqual([
      { oddity: 'far_above_usual', usualFen: 500, sessionCount: 5 },
      { oddity: 'same_amount_again', recordedAt: NOW },
      { oddity: 'refunds_above_paid', paidFen: 1000, refundedFen: 1001 },
      { oddity: 'backfilled_twice', title: '清仓' },
    ]);
  });

  it('finds nothing without a flag, and a finding without its facts', () => {
    expect(findingsIn(facts)).toEqual([]);
    expect(findingsIn({ ...facts, same_amount_again: false, backfilled_twice: 1 })).toEqual([]);
    expect(findingsIn({ backfilled_twice: true, refunds_above_paid: true })).toEqual([
      { oddity: 'refunds_above_paid', paidFen: 0, refundedFen: 0 },
      { oddity: 'backfilled_twice', title: '' },
    ]);
  });
});
