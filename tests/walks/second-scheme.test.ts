// A scheme that is published into a running cloud is answered by the same functions, without a build.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import { toPublished } from '../../src/contract/published-rule-set';
import { evaluateSchemes } from '../../src/domain/incentive/schemes';
import fiction from '../testkit/fixtures/fiction-2026.v1.json';
import { buildPaid } from '../testkit/builders';
import { startTestCloud } from '../testkit/cloud';
import { NOW, openStore, sessionIn, type TestStore, TODAY } from '../testkit/stores';

const WAN = 1_000_000;

describe('a scheme that is published into a running cloud', () => {
  let cloud: LocalCloud;
  let store: TestStore;
  const progress = (asOf: string | null = null) =>
    store.owner.ok('incentive.progress', {
      shopId: store.shopId,
      hostId: null,
      year: 2026,
      asOf,
      knownRuleSets: ['huadu-2020.v3'],
    });

  beforeAll(async () => {
    cloud = await startTestCloud();
    cloud.setNow(NOW);
    store = await openStore(cloud, 'owner');
    const session = await sessionIn(store, 'ended');
    const paid = buildPaid(store.shopId, session.id, { amountFen: 400 * WAN });
    await store.owner.ok('sales.record', paid);
    const { shopId, accountId } = store;
    const reading = { shopId, accountId, count: 120_000, readOn: TODAY };
    await store.owner.ok('applicant.recordFollowers', reading);
  });
  afterAll(() => cloud.close());

  it('is answered with its own thresholds and formula, before the scheme that has ended', async () => {
    const before = await progress();
    expect(before.schemes.map(({ ruleSetKey }) => ruleSetKey)).toEqual([
      'huadu-2020.v3',
      'conghua-2020.v2',
    ]);
    await cloud.database.insert('rule_sets', [{ ...toPublished(fiction, NOW) }]);
    const after = await progress();
    expect(after.schemes.map(({ ruleSetKey }) => ruleSetKey)).toEqual([
      'fiction-2026.v1',
      'huadu-2020.v3',
      'conghua-2020.v2',
    ]);
    const [award] = after.schemes[0]?.progress.awards ?? [];
    expect(award?.tiers.map(({ tierId, byFigures }) => [tierId, byFigures])).toEqual([
      ['F1', 'met'],
      ['F2', 'not_met'],
    ]);
    expect(award?.tiers[0]?.award).toMatchObject({ kind: 'formula', byFormulaFen: 1_200_000 });
    expect(after.schemes[1]?.progress).toEqual(before.schemes[0]?.progress);
  });

  it('is answered with its texts, so that a client shows it without an update', async () => {
    const { ruleSets, schemes, ...known } = await progress();
    expect(ruleSets.map(({ ruleSetId }) => ruleSetId)).toContain('fiction-2026');
    const own = ruleSets.filter(({ ruleSetId }) => ruleSetId === 'fiction-2026');
    const { subject, settlement, ...rest } = known;
    const answered = evaluateSchemes(own, {
      ...rest,
      subject,
      lineOfBusiness: 'streamer',
      settledFen: settlement?.settledFen ?? null,
    });
    expect(answered).toEqual([schemes[0]]);
  });

  it('does not apply to the day before, and is replaced by its next version', async () => {
    const yesterday = await progress('2026-11-23');
    expect(yesterday.schemes.map(({ ruleSetKey }) => ruleSetKey)).not.toContain('fiction-2026.v1');
    const next = toPublished({ ...fiction, version: 2 }, '2026-11-24T13:00:00.000Z');
    await cloud.database.insert('rule_sets', [{ ...next }]);
    const keys = (await progress()).schemes.map(({ ruleSetKey }) => ruleSetKey);
    expect(keys).toContain('fiction-2026.v2');
    expect(keys).not.toContain('fiction-2026.v1');
  });

  it('looks at the hosts of a brand, as the report excludes no line of business', async () => {
    const brand = await openStore(cloud, 'brand', { lineOfBusiness: 'brand_or_shop' });
    const { owner, shopId, accountId } = brand;
    const { host } = await owner.ok('host.add', { shopId, name: '阿禾', account: null });
    const target = { of: 'day' as const, hostId: host.id, accountId: null, bookedOn: TODAY };
    const paid = buildPaid(shopId, '', { target, amountFen: 6000 * WAN });
    await owner.ok('sales.record', paid);
    await owner.ok('applicant.recordFollowers', {
      shopId,
      accountId,
      count: 600_000,
      readOn: TODAY,
    });
    const asked = { shopId, year: 2026, asOf: null, knownRuleSets: [] };
    const { schemes } = await owner.ok('incentive.progress', { ...asked, hostId: host.id });
    const huadu = schemes.find(({ ruleSetKey }) => ruleSetKey === 'huadu-2020.v3');
    const anchor = huadu?.progress.awards.find(({ awardId }) => awardId === 'HD-ANCHOR');
    expect(anchor?.tiers.map(({ byFigures }) => byFigures)).toEqual(['met', 'met', 'met']);
    const { ladder } = await owner.ok('incentive.hosts', { shopId, year: 2026, knownRuleSets: [] });
    expect(ladder?.awardId).toBe('HD-ANCHOR');
  });

  it('is not published when it is invalid', () => {
    const [award] = fiction.awards;
    const nameless = { ...fiction, awards: [{ ...award, sources: [] }] };
    expect(() => toPublished(nameless)).toThrow('FICTION: no source');
    expect(() => toPublished({ ...fiction, cap: 1 })).toThrow('cap');
  });
});
