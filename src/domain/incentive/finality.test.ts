import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { EMPTY_YEAR, yearSums } from '../sales';
import { settleSales, type Settlement } from '../settlement';
import { addDays, endOfChinaDay } from '../time';
import { award, MILLION, reading, stated, sumsOf } from './evaluate.fixture';
import { finalityOf, type FinalityInput } from './finality';

const CONFIRMED = ['home_in_huadu', 'local_streamer', 'sold_for_above_threshold'] as const;

/** An answer on the ladder of hosts, as it is at the end of a day. */
function finality(today: string, overrides: Partial<FinalityInput> = {}) {
  const sums = overrides.sums === undefined ? sumsOf({ paid: 12 * MILLION }) : overrides.sums;
  const facts = CONFIRMED.map((fact) => stated(fact, true));
  return finalityOf({
    award: award('HD-ANCHOR', { sums, facts, followers: [reading()] }),
    year: 2026,
    asOf: endOfChinaDay(today),
    sums,
    settlement: null,
    ...overrides,
  });
}

/** The settlement of one sale of a day. */
function settledSale(day: string, today: string) {
  const year = { ...EMPTY_YEAR, days: { jd: { paidFen: { [day]: 12 * MILLION } } } };
  return settleSales([year], { year: 2026, today, low: 12 * MILLION }).settlement;
}

describe('finalityOf', () => {
  it('moves while the year runs, and until the window of its last day is over', () => {
    expect(finality('2026-11-27')).toMatchObject({
      year: 2026,
      asOf: endOfChinaDay('2026-11-27'),
      movesUntil: addDays('2026-12-31', 30),
      open: [
        { kind: 'year_runs', until: '2026-12-31' },
        { kind: 'returns', until: '2027-01-30', isAssumed: true },
        { kind: 'self_reported', figures: ['sales', 'followers'] },
      ],
    });
  });

  it('moves after the year until its youngest sale is settled', () => {
    const settlement = settledSale('2026-12-20', '2027-01-05');
    const { movesUntil, open } = finality('2027-01-05', { settlement });
    expect(movesUntil).toBe(settlement.settledOn);
    expect(open.map(({ kind }) => kind)).toEqual(['returns', 'self_reported']);
  });

  it('does not move by itself once all is settled, and is still not final', () => {
    const settlement = settledSale('2026-06-01', '2027-03-05');
    const { movesUntil, open } = finality('2027-03-05', { settlement });
    expect(movesUntil).toBeNull();
    expect(open).toEqual([{ kind: 'self_reported', figures: ['sales', 'followers'] }]);
    expect(finality('2027-03-05').movesUntil).toBeNull();
  });

  it('names sales that are a range, and what is not confirmed', () => {
    const sums = sumsOf({ ordered: 12 * MILLION });
    const { open } = finality('2027-03-05', { sums, award: award('HD-ANCHOR', { sums }) });
    expect(open).toContainEqual({ kind: 'range' });
    expect(open).toContainEqual({ kind: 'to_confirm', unanswered: 3, denied: 0 });
  });

  it('takes checked sales off the list, and never followers, which nothing checks', () => {
    const exact = yearSums(EMPTY_YEAR);
    const fen = 12 * MILLION;
    const sums = { ...exact, paidFen: fen, exactNetFen: fen, verifiedNetFen: fen, entryCount: 1 };
    expect(finality('2027-03-05', { sums }).open).toEqual([
      { kind: 'self_reported', figures: ['followers'] },
    ]);
    const oneFenLess = { ...sums, verifiedNetFen: fen - 1 };
    expect(finality('2027-03-05', { sums: oneFenLess }).open).toEqual([
      { kind: 'self_reported', figures: ['sales', 'followers'] },
    ]);
  });

  it('is about the tier that is blocked, or the last one', () => {
    const sums = sumsOf({ paid: 12 * MILLION });
    const answered = award('HD-ANCHOR', { sums, followers: [reading()] });
    const confirmed = answered.tiers.map((tier, index) => ({
      ...tier,
      toConfirm: tier.toConfirm.map((rule, place) => ({
        ...rule,
        state: index !== 1 ? ('yes' as const) : place === 0 ? ('no' as const) : ('yes' as const),
      })),
    }));
    const { open } = finality('2026-11-27', { award: { ...answered, tiers: confirmed } });
    expect(open.at(-1)).toEqual({ kind: 'to_confirm', unanswered: 0, denied: 1 });
  });

  it('says nothing of statements where every figure is checked', () => {
    const answered = award('HD-ANCHOR', { sums: sumsOf({ paid: 12 * MILLION }) });
    const tiers = answered.tiers.map((tier) => ({
      ...tier,
      toConfirm: [],
      conditions: tier.conditions.filter(({ metric }) => metric === 'net_sales'),
    }));
    const sums = { ...sumsOf({ paid: 12 * MILLION }), verifiedNetFen: 12 * MILLION };
    const settlement = settledSale('2026-06-01', '2027-03-05');
    const settled = { award: { ...answered, tiers }, sums, settlement };
    expect(finality('2027-03-05', settled).open).toEqual([]);
    const range = { ...sums, range: { low: 0, high: 5 } };
    expect(finality('2027-03-05', { ...settled, sums: range }).open).toEqual([
      { kind: 'range' },
      { kind: 'self_reported', figures: ['sales'] },
    ]);
  });

  it('takes the longest window of the year’s platforms, and says whether any is assumed', () => {
    const platform = (settlesAfterDays: number, isPaceAssumed: boolean) =>
      ({ settlesAfterDays, isPaceAssumed }) as Settlement['platforms'][number];
    const returns = (...platforms: Settlement['platforms']) =>
      finality('2026-12-31', {
        settlement: { settledOn: '2027-01-20', platforms },
      }).open.find(({ kind }) => kind === 'returns');
    const until = (days: number) => addDays('2026-12-31', days);
    expect(returns(platform(7, false), platform(15, false))).toEqual({
      kind: 'returns',
      until: until(15),
      isAssumed: false,
    });
    expect(returns(platform(7, false), platform(15, true))).toEqual({
      kind: 'returns',
      until: until(30),
      isAssumed: true,
    });
  });

  it('has returns up to the last day of the window, that day included', () => {
    expect(finality('2027-01-30').movesUntil).toBe('2027-01-30');
    expect(finality('2027-01-31').movesUntil).toBeNull();
  });

  it('has no returns for a figure that is declared', () => {
    const shop = { subject: { kind: 'shop' }, lineOfBusiness: 'brand_or_shop' } as const;
    const facts = [stated('operating_revenue', 600 * MILLION)];
    const { movesUntil, open } = finality('2026-11-27', {
      award: award('HD-TURNOVER', { ...shop, facts }),
      sums: null,
    });
    expect(movesUntil).toBe('2026-12-31');
    expect(open.map(({ kind }) => kind)).toEqual(['year_runs', 'self_reported', 'to_confirm']);
  });

  it('never moves longer the later it is asked', () => {
    const days = fc.integer({ min: 0, max: 500 });
    fc.assert(
      fc.property(days, days, (first, second) => {
        const [early, late] = [Math.min(first, second), Math.max(first, second)].map((count) => {
          const today = addDays('2026-06-01', count);
          return finality(today, { settlement: settledSale('2026-06-01', today) }).movesUntil;
        });
        expect((late ?? '') <= (early ?? '') || late === null).toBe(true);
      }),
    );
  });
});
