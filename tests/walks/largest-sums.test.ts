// Amounts of several hosts that pass 2^53−1 fen only together: refused when they are recorded, with
// nothing stored, and with a way on.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import { shardOf } from '../../cloud/repositories/ids';
import { MAX_FEN } from '../../src/domain/money';
import { recount } from '../../scripts/recount/recount';
import { buildCorrection, buildPaid } from '../testkit/builders';
import { startTestCloud } from '../testkit/cloud';
import { everythingIn, NOW, openStore, type TestStore } from '../testkit/stores';

const TOO_LARGE = { code: 'sum_too_large' };
const LATER = '2026-11-24T02:10:00.000Z';

describe('sums of several hosts near 2^53', () => {
  let cloud: LocalCloud;
  let stores = 0;

  beforeAll(async () => {
    cloud = await startTestCloud();
    cloud.setNow(NOW);
  });
  afterAll(() => {
    expect(recount(cloud.database).differences).toBe(0);
    return cloud.close();
  });

  /** An agency with two hosts whose years add up in the same document of the store, or in two. */
  async function agency(isSameDocument: boolean) {
    stores += 1;
    const store = await openStore(cloud, `agency-${String(stores)}`, { lineOfBusiness: 'mcn' });
    const { owner, shopId } = store;
    const add = async () =>
      (await owner.ok('host.add', { shopId, name: '主播', account: null })).host.id;
    const first = await add();
    let second = await add();
    while ((shardOf(second) === shardOf(first)) !== isSameDocument) second = await add();
    return { store, first, second };
  }

  function paidTo(
    { shopId }: TestStore,
    hostId: string,
    amountFen: number,
    bookedOn = '2026-11-20',
  ) {
    const target = { of: 'day' as const, hostId, accountId: null, bookedOn };
    return buildPaid(shopId, '', { target, amountFen });
  }

  it('is refused at one fen too much, stores nothing, and takes the last fen that fits', async () => {
    const { store, first, second } = await agency(true);
    const { owner } = store;
    await owner.ok('sales.record', paidTo(store, first, MAX_FEN - 5));
    const before = everythingIn(cloud);
    for (const amountFen of [6, 10 ** 13, MAX_FEN]) {
      expect(await owner.refused('sales.record', paidTo(store, second, amountFen))).toEqual(
        TOO_LARGE,
      );
    }
    expect(everythingIn(cloud)).toEqual(before);
    await owner.ok('sales.record', paidTo(store, second, 5));
    const { shopId } = store;
    const ladder = await owner.ok('incentive.hosts', { shopId, year: 2026, knownRuleSets: [] });
    expect(ladder.net).toEqual({ low: MAX_FEN, high: MAX_FEN });
  });

  it('has a way on: once the slip is corrected or undone, the same amount is recorded', async () => {
    const { store, first, second } = await agency(true);
    const { owner, shopId } = store;
    const { entry: slip } = await owner.ok('sales.record', paidTo(store, first, MAX_FEN));
    const amount = paidTo(store, second, 12_345);
    expect(await owner.refused('sales.record', amount)).toEqual(TOO_LARGE);
    const correction = buildCorrection(shopId, slip.id, { amountFen: 100 });
    const { entry: small } = await owner.ok('sales.replace', correction);
    await owner.ok('sales.record', amount);
    // Back to the slip is refused now, and nothing of it is stored.
    const before = everythingIn(cloud);
    const back = { shopId, entryId: small.id };
    expect(await owner.refused('sales.undo', back)).toEqual(TOO_LARGE);
    expect(everythingIn(cloud)).toEqual(before);
    await owner.ok('sales.undo', { ...back, isWhole: true });
  });

  it('leaves another year, and another store, as it was', async () => {
    const { store, first, second } = await agency(true);
    const { owner } = store;
    await owner.ok('sales.record', paidTo(store, first, MAX_FEN));
    await owner.ok('sales.record', paidTo(store, second, MAX_FEN, '2025-11-20'));
    const other = await agency(true);
    await other.store.owner.ok('sales.record', paidTo(other.store, other.second, MAX_FEN));
  });

  it('may still be too large to be read where two documents hold it, until one is corrected', async () => {
    const { store, first, second } = await agency(false);
    const { owner, shopId } = store;
    const asked = { shopId, year: 2026, knownRuleSets: [] };
    await owner.ok('sales.record', paidTo(store, first, MAX_FEN));
    const { entry } = await owner.ok('sales.record', paidTo(store, second, MAX_FEN));
    expect((await owner.refused('incentive.hosts', asked)).code).toBe('sum_too_large');
    // The ledger shows every amount, so that the slip can be found.
    const ledger = { shopId, sessionId: null, month: null, cursor: null };
    expect((await owner.ok('sales.ledger', ledger)).items).toHaveLength(2);
    cloud.setNow(LATER);
    await owner.ok('sales.undo', { shopId, entryId: entry.id, isWhole: true });
    expect((await owner.ok('incentive.hosts', asked)).net?.low).toBe(MAX_FEN);
    cloud.setNow(NOW);
  });
});
