// The answer of incentive.progress about an earlier day equals the answer on that evening.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import { shardOf } from '../../cloud/repositories/ids';
import { toPublished } from '../../src/contract/published-rule-set';
import type { OutputOf } from '../../src/contract/endpoints';
import huadu from '../../src/incentives/huadu-2020.v3.json';
import { buildCorrection, buildPaid } from '../testkit/builders';
import { callAs, startTestCloud } from '../testkit/cloud';
import { openStore, progressOf, sessionIn, type TestStore } from '../testkit/stores';

type Answer = OutputOf<'incentive.progress'>;

const WAN = 1_000_000;
/** The parts of an answer that an earlier day has; the rest is about how the year may continue. */
function essence({ sums, followers, schemes, subject }: Answer) {
  return {
    sums,
    followers,
    subject,
    // Expected returns are not kept by day, so an earlier day's answer has no settled amounts.
    schemes: schemes.map(({ ruleSetKey, progress }) => ({
      ruleSetKey,
      awards: progress.awards.map((award) =>
        award.tiers.map(({ byFigures, conditions, toConfirm }) => ({
          byFigures,
          conditions: conditions.map(({ settled: _settled, ...condition }) => condition),
          toConfirm,
        })),
      ),
    })),
  };
}

describe('an earlier day', () => {
  let cloud: LocalCloud;
  let store: TestStore;
  const evenings = new Map<string, ReturnType<typeof essence>>();
  const ask = (asOf: string | null) => progressOf(store, { asOf });

  /** Runs one China day from noon to its last minute, and keeps its last answer. */
  const day = async (on: string, work: () => Promise<unknown>): Promise<void> => {
    cloud.setNow(`${on}T04:00:00.000Z`);
    await work();
    cloud.setNow(`${on}T15:59:00.000Z`);
    evenings.set(on, essence(await ask(null)));
  };

  beforeAll(async () => {
    cloud = await startTestCloud();
    cloud.setNow('2026-11-24T02:00:00.000Z');
    store = await openStore(cloud, 'owner');
    const { owner, shopId, hostId, accountId } = store;
    const { id: sessionId } = await sessionIn(store, 'ended');
    const paid = (fen: number) =>
      owner.ok('sales.record', buildPaid(shopId, sessionId, { amountFen: fen }));
    const read = (count: number, readOn: string) =>
      owner.ok('applicant.recordFollowers', { shopId, accountId, count, readOn });
    let entryId = '';
    let declarationId = '';
    await day('2026-11-24', () => Promise.resolve());
    await day('2026-11-25', async () => {
      entryId = (await paid(1500 * WAN)).entry.id;
      await read(400_000, '2026-11-25');
    });
    await day('2026-11-26', async () => {
      const correction = buildCorrection(shopId, entryId, { amountFen: 1200 * WAN });
      entryId = (await owner.ok('sales.replace', correction)).entry.id;
      const fact = { fact: 'local_streamer' as const, value: true, year: null };
      const { facts } = await owner.ok('applicant.declare', { shopId, hostId, ...fact });
      declarationId = facts[facts.length - 1]?.id ?? '';
      await read(600_000, '2026-11-26');
    });
    await day('2026-11-27', async () => {
      // A reading of an earlier day that is recorded later was not known before.
      await read(300_000, '2026-11-24');
      await owner.ok('applicant.withdraw', { shopId, hostId, declarationId });
    });
    await day('2026-11-28', async () => {
      await owner.ok('sales.undo', { shopId, entryId });
      const order = { kind: 'ordered' as const, amountFen: 900 * WAN };
      await owner.ok('sales.record', buildPaid(shopId, sessionId, order));
      const next = toPublished({ ...huadu, version: 4 }, '2026-11-28T05:00:00.000Z');
      await cloud.database.insert('rule_sets', [{ ...next }]);
    });
    await day('2026-11-29', () => paid(2000 * WAN));
  });
  afterAll(() => cloud.close());

  it('has an answer that differs from that of every other day', () => {
    const texts = [...evenings.values()].map((answer) => JSON.stringify(answer));
    expect(new Set(texts).size).toBe(evenings.size);
  });

  it('is answered as on that evening, by the rules of that day', async () => {
    for (const [on, then] of evenings) {
      const again = await ask(on);
      expect(essence(again), on).toEqual(then);
      expect(again).toMatchObject({ months: null, settlement: null, path: null });
    }
  });

  it('has no sums before the first entry, and no scheme before the first rule set', async () => {
    expect((await ask('2026-11-24')).sums).toBeNull();
    expect(await ask('2026-11-20')).toMatchObject({ sums: null, schemes: [], ruleSets: [] });
  });

  it('is refused when the sums of two hosts were too large together then', async () => {
    const mcn = await openStore(cloud, 'agency', { lineOfBusiness: 'mcn' });
    const { owner, shopId } = mcn;
    const entries: string[] = [];
    const addHost = async (): Promise<string> => {
      const added = await owner.ok('host.add', { shopId, name: '主播', account: null });
      return added.host.id;
    };
    const first = await addHost();
    // Of hosts in one document of the store's year, recording itself would be refused.
    let second = await addHost();
    while (shardOf(second) === shardOf(first)) second = await addHost();
    for (const hostId of [first, second]) {
      const bookedOn = '2026-11-29';
      const target = { of: 'day' as const, hostId, accountId: null, bookedOn };
      const amountFen = Number.MAX_SAFE_INTEGER;
      const input = buildPaid(shopId, '', { target, amountFen });
      entries.push((await owner.ok('sales.record', input)).entry.id);
    }
    cloud.setNow('2026-11-30T04:00:00.000Z');
    await owner.ok('sales.undo', { shopId, entryId: entries[1] ?? '' });
    const asked = { shopId, hostId: null, year: 2026, knownRuleSets: [] };
    const past = await owner.refused('incentive.progress', { ...asked, asOf: '2026-11-29' });
    expect(past.code).toBe('sum_too_large');
    const { sums } = await owner.ok('incentive.progress', { ...asked, asOf: '2026-11-30' });
    expect(sums?.paidFen).toBe(Number.MAX_SAFE_INTEGER);
    cloud.setNow('2026-11-29T15:59:00.000Z');
  });

  it('is refused when it is in the future, or of a store of others', async () => {
    const asked = { shopId: store.shopId, hostId: null, year: 2026, knownRuleSets: [] };
    const tomorrow = { ...asked, asOf: '2026-11-30' };
    const { code, fields } = await store.owner.refused('incentive.progress', tomorrow);
    expect([code, fields]).toEqual(['invalid_input', { asOf: 'in_the_future' }]);
    const stranger = callAs(cloud, 'stranger');
    const past = await stranger.refused('incentive.progress', { ...asked, asOf: '2026-11-25' });
    expect(past.code).toBe('not_found');
  });
});
