import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_FEN } from '../money';
import { applyEntry } from './apply-entry';
import { recountYear } from './recount';
import { EMPTY_SCOPE } from './scope';
import { anyLedger, buildEntry, buildRevised } from './entries.fixture';
import { addBounds } from './bounds';
import { addFigures, figuresAsOf, netBounds, recordedSums, yearSums } from './year-sums';
import {
  applyDelta,
  EMPTY_YEAR,
  type KindSums,
  mergeDeltas,
  sumYears,
  wouldOverflow,
} from './year-totals';

const DAY = '2026-11-23';

function total(parts: readonly KindSums[], key: keyof KindSums): number {
  return parts.reduce((sum, part) => sum + part[key], 0);
}

function sumsOf(...entries: Parameters<typeof buildEntry>[0][]) {
  return yearSums(
    recountYear(entries.map((entry, index) => buildRevised({ id: `entry-${index}`, ...entry }))),
  );
}

describe('sums of a year', () => {
  it('are the sums of its months, of its bases and of its platforms', () => {
    fc.assert(
      fc.property(anyLedger, (ledger) => {
        const sums = yearSums(recountYear(ledger));
        for (const parts of [sums.byMonth, sums.byBasis, sums.byPlatform]) {
          for (const key of ['orderedFen', 'paidFen', 'refundedFen', 'exactNetFen'] as const) {
            expect(total(Object.values(parts), key)).toBe(sums[key]);
          }
        }
        for (const parts of [sums.byMonth, sums.byPlatform]) {
          expect(addBounds(...Object.values(parts).map(({ range }) => range))).toEqual(sums.range);
        }
      }),
    );
  });

  it('are unknown where nothing is recorded', () => {
    expect(recordedSums(EMPTY_YEAR)).toBeNull();
    expect(recordedSums({ ...EMPTY_YEAR, entryCount: 1 })?.entryCount).toBe(1);
  });

  it('have their months in order, those of ranges too', () => {
    const kept = { ...EMPTY_YEAR, cells: { '2026-03': {} }, ranges: { '2026-01': {} } };
    expect(Object.keys(yearSums(kept).byMonth)).toEqual(['2026-01', '2026-03']);
  });

  it('keep verified amounts apart', () => {
    const sums = sumsOf(
      { amountFen: 700, basis: 'verified' },
      { amountFen: 30, kind: 'refunded', basis: 'verified' },
      { amountFen: 500, basis: 'self_reported' },
    );
    expect(sums).toMatchObject({ exactNetFen: 1170, verifiedNetFen: 670, entryCount: 3 });
  });
});

describe('bounds of the net', () => {
  const session = { sessionId: 's' } as const;

  it('are unknown without a record, and known when nothing was sold', () => {
    expect(netBounds(yearSums(EMPTY_YEAR))).toBeNull();
    expect(netBounds(sumsOf({ amountFen: 0 }))).toEqual({ low: 0, high: 0 });
  });

  it.each([
    ['paid', [{ amountFen: 900 }], 900, 900],
    ['ordered only', [{ kind: 'ordered', amountFen: 900 }], 0, 900],
    [
      'ordered and refunded',
      [
        { kind: 'ordered', amountFen: 900, ...session },
        { kind: 'refunded', amountFen: 100, ...session },
      ],
      0,
      800,
    ],
    [
      'ordered, paid and refunded',
      [
        { kind: 'ordered', amountFen: 900, ...session },
        { amountFen: 850, ...session },
        { kind: 'refunded', amountFen: 100, ...session },
      ],
      750,
      750,
    ],
    [
      'one scope paid, another only ordered',
      [{ amountFen: 1000 }, { kind: 'ordered', amountFen: 300, ...session }],
      1000,
      1300,
    ],
    [
      'more refunded than ordered in one scope, another only ordered',
      [
        { kind: 'ordered', amountFen: 100_000, ...session },
        { kind: 'refunded', amountFen: 300_000, ...session },
        { kind: 'ordered', amountFen: 10_100_000 },
      ],
      0,
      10_100_000,
    ],
    ['a refund whose sale is missing', [{ kind: 'refunded', amountFen: 50_000 }], -50_000, 0],
    [
      'one scope paid, another ordered and refunded',
      [
        { amountFen: 100_000 },
        { kind: 'ordered', amountFen: 2_000_000, ...session },
        { kind: 'refunded', amountFen: 500_000, ...session },
      ],
      100_000,
      1_600_000,
    ],
    ['more refunded than paid', [{ amountFen: 10 }, { kind: 'refunded', amountFen: 30 }], -20, -20],
  ] as const)('%s', (_, entries, low, high) => {
    expect(netBounds(sumsOf(...entries))).toEqual({ low, high });
  });

  it('never rise with a refund, and never fall with a payment when a paid figure is known', () => {
    fc.assert(
      fc.property(anyLedger, fc.nat({ max: 10 ** 9 }), (ledger, amountFen) => {
        const known = { id: 'known', accountId: 'account-1' };
        const entry = buildRevised(known);
        const before = netBounds(yearSums(recountYear([...ledger, entry])));
        for (const kind of ['refunded', 'paid'] as const) {
          const more = buildRevised({ ...known, id: 'more', kind, amountFen });
          const after = netBounds(yearSums(recountYear([...ledger, entry, more])));
          if (!before || !after) throw new Error('something is recorded');
          const change = kind === 'paid' ? 1 : -1;
          expect((after.low - before.low) * change).toBeGreaterThanOrEqual(0);
          expect((after.high - before.high) * change).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});

describe('sums beyond what is exact', () => {
  const { delta: most } = applyEntry(EMPTY_SCOPE, buildEntry({ amountFen: MAX_FEN }), 1, DAY);
  const full = applyDelta(EMPTY_YEAR, most);

  it('are found before they are written, over all months and bases', () => {
    const single = buildEntry({ amountFen: 1, bookedOn: '2026-01-01', basis: 'verified' });
    expect(wouldOverflow(EMPTY_YEAR, most)).toBe(false);
    expect(wouldOverflow(full, applyEntry(EMPTY_SCOPE, single, 1, DAY).delta)).toBe(true);
  });

  it('do not concern other kinds of the same scope', () => {
    const order = buildEntry({ kind: 'ordered', amountFen: MAX_FEN });
    const scope = { ...EMPTY_SCOPE, paidFen: MAX_FEN, paidCount: 1 };
    expect(wouldOverflow(full, applyEntry(scope, order, 1, DAY).delta)).toBe(false);
  });

  it('are found in the upper bound of the net: what was paid and what may have been', () => {
    const order = buildEntry({ kind: 'ordered', amountFen: 1 });
    const { delta } = applyEntry(EMPTY_SCOPE, order, 1, DAY);
    expect(wouldOverflow(full, delta)).toBe(true);
    const ordered = applyDelta(EMPTY_YEAR, delta);
    const paid = buildEntry({ amountFen: MAX_FEN });
    expect(wouldOverflow(ordered, applyEntry(EMPTY_SCOPE, paid, 1, DAY).delta)).toBe(true);
    const fitting = buildEntry({ amountFen: MAX_FEN - 1 });
    expect(wouldOverflow(ordered, applyEntry(EMPTY_SCOPE, fitting, 1, DAY).delta)).toBe(false);
  });

  it.each(['ordered', 'refunded'] as const)('are found in what was %s', (kind) => {
    const cell = (month: string, addFen: number) => ({
      path: ['cells', month, kind, 'self_reported', 'jd'],
      addFen,
    });
    expect(wouldOverflow(EMPTY_YEAR, [cell('2026-01', MAX_FEN)])).toBe(false);
    expect(wouldOverflow(EMPTY_YEAR, [cell('2026-01', MAX_FEN), cell('2026-02', 1)])).toBe(true);
  });

  it('count nothing but cells and upper bounds', () => {
    const others = [
      ['recorded', DAY, 'paid', 'self_reported'],
      ['recorded', DAY, 'range', 'highFen'],
      ['ranges', '2026-11', 'jd', 'refundedFen', 'verified'],
    ].map((path) => ({ path, addFen: MAX_FEN }));
    const paid = { path: ['cells', '2026-11', 'paid', 'verified', 'jd'], addFen: 1 };
    expect(wouldOverflow(EMPTY_YEAR, [...others, paid])).toBe(false);
  });

  it('accept a replacement of the same size', () => {
    const old = applyEntry(
      { ...EMPTY_SCOPE, paidFen: MAX_FEN, paidCount: 1 },
      buildEntry({ amountFen: MAX_FEN }),
      -1,
      DAY,
    );
    const next = applyEntry(
      old.scope,
      buildEntry({ amountFen: MAX_FEN, basis: 'verified' }),
      1,
      DAY,
    );
    expect(wouldOverflow(full, mergeDeltas(next.delta, old.delta))).toBe(false);
  });
});

describe('merged deltas', () => {
  it('contain each path once and drop increments that cancel out', () => {
    const entry = buildEntry({ amountFen: 5 });
    const { scope, delta } = applyEntry(EMPTY_SCOPE, entry, 1, DAY);
    expect(mergeDeltas(delta, delta)).toEqual([
      { path: ['cells', '2026-11', 'paid', 'self_reported', 'douyin'], addFen: 10 },
      { path: ['days', 'douyin', 'paidFen', DAY], addFen: 10 },
      { path: ['entryCount'], addFen: 2 },
      { path: ['recorded', DAY, 'paid', 'self_reported'], addFen: 10 },
      { path: ['recorded', DAY, 'entryCount'], addFen: 2 },
    ]);
    expect(mergeDeltas(delta, applyEntry(scope, entry, -1, DAY).delta)).toEqual([]);
  });
});

describe('the figures of an earlier day', () => {
  it('are exact where changes of earlier days pass 2^53−1 together', () => {
    const refund = { refunded: { self_reported: 3 }, range: { refundedFen: { self_reported: 3 } } };
    const undone = {
      refunded: { self_reported: -3 },
      range: { refundedFen: { self_reported: -3 } },
    };
    const recorded = {
      '2026-11-21': { ...refund, entryCount: 1 },
      '2026-11-22': { ...undone, paid: { self_reported: MAX_FEN - 1 } },
    } as unknown as typeof EMPTY_YEAR.recorded;
    expect(figuresAsOf({ recorded }, '2026-11-21')).toMatchObject({ exactNetFen: 0 });
    const { exactNetFen, byBasis } = figuresAsOf({ recorded }, DAY) ?? {};
    expect([exactNetFen, byBasis?.self_reported.exactNetFen]).toEqual([MAX_FEN - 1, MAX_FEN - 1]);
  });

  it('are exact in whatever order the days are kept', () => {
    const paid = (fen: number) => ({ paid: { self_reported: fen } });
    const recorded = {
      '2026-11-21': { ...paid(MAX_FEN), entryCount: 1 },
      '2026-11-23': paid(MAX_FEN - 1),
      '2026-11-22': paid(-MAX_FEN),
    };
    const turned = Object.fromEntries(Object.entries(recorded).reverse());
    for (const kept of [recorded, turned]) {
      expect(figuresAsOf({ recorded: kept }, DAY)?.exactNetFen).toBe(MAX_FEN - 1);
    }
  });

  it('are exact where an amount close to 2^53−1 changes its basis within a day', () => {
    const recorded = {
      '2026-11-21': { paid: { platform_export: MAX_FEN }, entryCount: 1 },
      '2026-11-22': { paid: { platform_export: -MAX_FEN, self_reported: MAX_FEN - 1 } },
    } as unknown as typeof EMPTY_YEAR.recorded;
    expect(figuresAsOf({ recorded }, DAY)?.exactNetFen).toBe(MAX_FEN - 1);
  });

  it('of several subjects add up to those of all', () => {
    fc.assert(
      fc.property(anyLedger, anyLedger, (first, second) => {
        const figures = [first, second].flatMap((ledger) => {
          return figuresAsOf(recountYear(ledger), '2030-01-01') ?? [];
        });
        const all = figuresAsOf(
          sumYears([first, second].map((ledger) => recountYear(ledger))),
          '2030-01-01',
        );
        expect(addFigures(figures)).toEqual(all);
      }),
    );
    expect(addFigures([])).toBeNull();
  });
});
