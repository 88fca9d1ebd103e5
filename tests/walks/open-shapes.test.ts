// A scheme of shapes that no shipped rule set of this place has, published into a running cloud: the
// functions ask its facts, answer, explain and forecast it without a build.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import { toPublished } from '../../src/contract/published-rule-set';
import { explainTier } from '../../src/domain/incentive/explain';
import { atYearEnd } from '../../src/domain/incentive/year-end';
import type { TierAnswer } from '../../src/domain/incentive/progress';
import { addDays } from '../../src/domain/time';
import shapes from '../testkit/fixtures/shapes-2026.v1.json';
import { buildPaid } from '../testkit/builders';
import { startTestCloud } from '../testkit/cloud';
import { openStore, progressOf, type TestStore } from '../testkit/stores';

const TODAY = '2026-10-20';
const NOW = `${TODAY}T02:00:00.000Z`;
const WAN = 1_000_000;
const DAYS = 60;
const KEY = 'shapes-2026.v1';

describe('a scheme whose rule set defines its own figures', () => {
  let cloud: LocalCloud;
  let store: TestStore;

  const answerOf = async (year = 2026) => {
    const view = await progressOf(store, { year });
    const scheme = view.schemes.find(({ ruleSetKey }) => ruleSetKey === KEY);
    return { view, awards: scheme?.progress.awards ?? [] };
  };
  const tierOf = async (awardId: string): Promise<TierAnswer> => {
    const { awards } = await answerOf();
    const tier = awards.find((award) => award.awardId === awardId)?.tiers[0];
    if (!tier) throw new Error(`${awardId} is not answered`);
    return tier;
  };
  const record = (bookedOn: string, amountFen: number) => {
    const { owner, shopId, hostId, accountId } = store;
    const target = { of: 'day', bookedOn, hostId, accountId } as const;
    return owner.ok('sales.record', buildPaid(shopId, '', { target, amountFen }));
  };
  const declare = (fact: string, value: number | boolean, year: number | null = 2026) => {
    const { owner, shopId, hostId } = store;
    return owner.raw('applicant.declare', { shopId, hostId, fact, value, year });
  };

  beforeAll(async () => {
    cloud = await startTestCloud();
    cloud.setNow(NOW);
    store = await openStore(cloud, 'owner');
    for (let index = 0; index < DAYS; index += 1) await record(addDays(TODAY, -index), 5 * WAN);
  });
  afterAll(() => cloud.close());

  it('asks only for facts that a published rule set defines', async () => {
    const before = await declare('shapes-2026/hours', 300);
    expect(before).toMatchObject({ ok: false, error: { fields: { fact: 'not_a_choice' } } });
    await cloud.database.insert('rule_sets', [{ ...toPublished(shapes, NOW) }]);
    expect(await declare('shapes-2026/hours', 299)).toMatchObject({ ok: true });
    const ofNone = await declare('shapes-2026/another', 1);
    expect(ofNone).toMatchObject({ ok: false, error: { fields: { fact: 'not_a_choice' } } });
    const withoutYear = await declare('shapes-2026/hours', 1, null);
    expect(withoutYear).toMatchObject({ ok: false, error: { fields: { year: 'required' } } });
    const { view } = await answerOf();
    const [ruleSet] = view.ruleSets.filter(({ ruleSetId }) => ruleSetId === 'shapes-2026');
    expect(ruleSet?.facts[0]).toMatchObject({ label: { 'zh-CN': '直播时长' }, unit: {} });
  });

  it('cannot tell growth over an unknown year, and is met by the alternative', async () => {
    const open = await tierOf('GROWTH');
    expect(open.conditions.map(({ answer, missing }) => [answer, missing])).toEqual([
      ['met', null],
      ['cannot_tell', 'year_before_unknown'],
      ['not_met', null],
    ]);
    expect(open.byFigures).toBe('cannot_tell');
    await declare('shapes-2026/hours', 300);
    expect((await tierOf('GROWTH')).byFigures).toBe('met');
    await declare('shapes-2026/hours', 299);
  });

  it('holds growth as an amount, to the fen', async () => {
    // 3,000,000 is 150 % of 2,000,000; one fen more in the year before, and it is not reached.
    await record('2025-05-01', 200 * WAN);
    const exact = await tierOf('GROWTH');
    expect(exact.conditions[1]).toMatchObject({
      answer: 'met',
      gap: 0,
      threshold: 300 * WAN,
      unit: 'fen',
      growth: { basisPoints: 5000, low: 200 * WAN, high: 200 * WAN },
    });
    await record('2025-05-02', 1);
    const short = await tierOf('GROWTH');
    expect(short.conditions[1]).toMatchObject({ answer: 'not_met', gap: 2 });
    expect(short.byFigures).toBe('not_met');
  });

  it('pays a share of the part above an amount, at most the cap', async () => {
    // 3 ‰ of the 2,000,000 above 1,000,000 would be 6,000 yuan.
    expect((await tierOf('GROWTH')).award).toMatchObject({
      kind: 'formula',
      byFormulaFen: 500_000,
    });
  });

  it('never tells a rank', async () => {
    const tier = await tierOf('RANK');
    expect(tier.byFigures).toBe('cannot_tell');
    expect(tier.conditions[1]).toMatchObject({ answer: 'cannot_tell', missing: 'rank_unknown' });
  });

  it('lists its terms to confirm', async () => {
    expect((await tierOf('GROWTH')).toConfirm.map(({ state }) => state)).toEqual([
      'unanswered',
      'unanswered',
    ]);
    await declare('shapes-2026/first', true, null);
    expect((await tierOf('GROWTH')).toConfirm[0]).toMatchObject({ state: 'yes' });
  });

  it('is explained down to months, entries and statements', async () => {
    const { view } = await answerOf();
    const [ruleSet] = view.ruleSets.filter(({ ruleSetId }) => ruleSetId === 'shapes-2026');
    if (!ruleSet) throw new Error('the rule set is not sent');
    const input = { ...view, ruleSet, months: view.months ?? {} };
    const explained = explainTier(await tierOf('GROWTH'), input);
    expect(explained.conditions.map(({ figure }) => figure.kind)).toEqual([
      'sum_of_months',
      'sum_of_months',
      'statement',
    ]);
    const { owner, shopId, hostId } = store;
    const leavesOf = (metric: string) =>
      owner.ok('incentive.explain', {
        shopId,
        hostId,
        year: 2026,
        metric,
        month: null,
        cursor: null,
      });
    expect((await leavesOf('shapes-2026/hours')).leaves).toMatchObject({
      of: 'facts',
      items: [{ value: 299 }, { value: 300 }, { value: 299 }],
    });
    expect((await leavesOf('growth/net_sales')).leaves.of).toBe('entries');
    expect((await leavesOf('rank/net_sales')).leaves.items).toEqual([]);
  });

  it('is forecast: the tier is passed by the amount that growth needs', async () => {
    const { view } = await answerOf();
    const outlook = view.outlooks.find(
      ({ ruleSetKey, awardId }) => ruleSetKey === KEY && awardId === 'GROWTH',
    );
    if (outlook?.forecast.kind !== 'range') throw new Error('there is no forecast');
    expect(outlook.forecast.crossings.map(({ id }) => id)).toEqual(['G1']);
    expect(outlook.forecast.crossings[0]?.earliest).not.toBeNull();
    const tier = await tierOf('GROWTH');
    expect(atYearEnd(tier, outlook.forecast.yearEnd)).toBe('met');
    expect(atYearEnd(tier, { lowFen: 300 * WAN, highFen: 300 * WAN })).toBe('not_met');
  });

  it('counts heads of a store, by its own declaration', async () => {
    const { owner, shopId } = store;
    const ruleSet = toPublished(shapes, NOW).ruleSet;
    expect(ruleSet.awards.map(({ awardId }) => awardId)).toContain('HEADS');
    const heads = { fact: 'shapes-2026/heads', value: 2, year: 2026 } as const;
    await owner.ok('applicant.declare', { shopId, hostId: null, ...heads });
    const wrongSubject = await declare('shapes-2026/heads', 2);
    expect(wrongSubject).toMatchObject({ ok: false, error: { fields: { fact: 'not_a_choice' } } });
  });
});

describe('schemes of other places', () => {
  let cloud: LocalCloud;
  let store: TestStore;

  beforeAll(async () => {
    cloud = await startTestCloud();
    cloud.setNow(NOW);
    store = await openStore(cloud, 'owner');
  });
  afterAll(() => cloud.close());

  it('are answered only when they are asked for, after the own ones', async () => {
    const own = await progressOf(store, {});
    const all = await progressOf(store, { withComparison: true });
    expect(own.ruleSets.filter(({ forComparison }) => forComparison)).toEqual([]);
    const keys = all.schemes.map(({ ruleSetKey }) => ruleSetKey);
    expect(keys.slice(0, own.schemes.length)).toEqual(
      own.schemes.map(({ ruleSetKey }) => ruleSetKey),
    );
    const others = all.ruleSets.filter(({ forComparison }) => forComparison);
    expect(others.map(({ ruleSetId }) => ruleSetId).sort()).toEqual([
      'haikou-2020',
      'suzhou-2023',
      'yiwu-2020',
    ]);
    expect(keys.length).toBe(own.schemes.length + others.length);
  });
});
