import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import { recount } from '../../scripts/recount/recount';
import type { CallAnswer } from '../../src/contract/envelope';
import { buildCorrection, buildPaid, buildRegistration } from '../testkit/builders';
import { callAs, contentOf, newKey, startTestCloud } from '../testkit/cloud';
import { buildEdit, NOW, openStore, sessionIn, type TestStore, versionOf } from '../testkit/stores';

const AT_ONCE = 50;
function each<T>(make: (index: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: AT_ONCE }, (_v, index) => make(index)));
}
function codesOf(answers: CallAnswer<unknown>[]): string[] {
  return answers.map((answer) => (answer.ok ? 'ok' : answer.error.code)).sort();
}

describe('concurrent calls', () => {
  let cloud: LocalCloud;
  let store: TestStore;
  const owner = () => store.owner;
  const yearOf = async () => {
    const { shopId } = store;
    const asked = { shopId, hostId: null, year: 2026, asOf: null, knownRuleSets: [] };
    return (await owner().ok('incentive.progress', asked)).sums;
  };

  beforeAll(async () => {
    cloud = await startTestCloud({ workers: 4 });
    cloud.setNow(NOW);
  });
  afterAll(() => cloud.close());

  it('add up exactly: 50 records for two sessions and a day of one store', async () => {
    store = await openStore(cloud, 'busy');
    const { shopId, hostId, accountId } = store;
    const sessions = [await sessionIn(store, 'ended'), await sessionIn(store, 'live')];
    const amountOf = (index: number): number => 1_000_000 + 7 ** (index % 7) + index;
    await each((index) => {
      const session = sessions[index % 3];
      const day = { of: 'day' as const, bookedOn: '2026-11-23', hostId, accountId };
      const target = session === undefined ? { target: day } : {};
      const amount = { amountFen: amountOf(index), ...target };
      return owner().ok('sales.record', buildPaid(shopId, session?.id ?? '', amount));
    });
    const total = Array.from({ length: AT_ONCE }, (_v, i) => amountOf(i)).reduce((a, b) => a + b);
    expect(await yearOf()).toMatchObject({
      paidFen: total,
      exactNetFen: total,
      entryCount: AT_ONCE,
    });
    const report = recount(cloud.database);
    expect(report).toMatchObject({ entries: AT_ONCE, differences: 0 });
  }, 120_000);

  it('with one request key store one entry and get the same answer 50 times', async () => {
    store = await openStore(cloud, 'insistent');
    const input = buildPaid(store.shopId, (await sessionIn(store, 'ended')).id);
    const key = newKey();
    const answers = await each(() => owner().raw('sales.record', input, key));
    expect(answers[0]?.ok).toBe(true);
    for (const answer of answers) expect(contentOf(answer)).toEqual(contentOf(answers[0]!));
    expect(cloud.database.find('sales_entries', { shopId: store.shopId })).toHaveLength(1);
    expect((await yearOf())?.paidFen).toBe(input.amountFen);
    expect(recount(cloud.database).differences).toBe(0);
  }, 120_000);

  it('with one request key register one store', async () => {
    const key = newKey();
    const eager = callAs(cloud, 'eager');
    const [answer] = await each(() => eager.raw('shop.register', buildRegistration(), key));
    expect(answer?.ok).toBe(true);
    expect((await eager.ok('shop.mine', {})).shops).toHaveLength(1);
  });

  it('of two phones that edit a store refuse one with a stale version', async () => {
    store = await openStore(cloud, 'two-phones');
    const version = await versionOf(store);
    const intros = ['甲', '乙'];
    const answers = await Promise.all(
      intros.map((intro) => owner().raw('shop.update', buildEdit(store, version, { intro }))),
    );
    expect(codesOf(answers)).toEqual(['ok', 'stale_version']);
    const { shops } = await owner().ok('shop.mine', {});
    const winner = intros[answers.findIndex(({ ok }) => ok)];
    expect(shops[0]?.shop).toMatchObject({ intro: winner, version: version + 1 });
  });

  it('of two phones that go live refuse one, with the state of the session', async () => {
    const { id: sessionId } = await sessionIn(store, 'scheduled');
    const goLive = () =>
      owner().raw('liveSession.goLive', { sessionId, at: null, confirmed: ['early_start'] });
    const answers = await Promise.all([goLive(), goLive()]);
    expect(codesOf(answers)).toEqual(['illegal_transition', 'ok']);
    const lost = answers.find(({ ok }) => !ok);
    expect(lost).toMatchObject({ error: { info: { state: 'live' } } });
    const { session } = await owner().ok('liveSession.get', { sessionId });
    expect(session.history.map(({ step }) => step)).toEqual(['schedule', 'goLive']);
  });

  it('of a correction and an undo of one entry refuse one, and the sums follow the other', async () => {
    const { id: sessionId } = await sessionIn(store, 'ended');
    const paid = buildPaid(store.shopId, sessionId, { amountFen: 500 });
    const { entry } = await owner().ok('sales.record', paid);
    const correction = buildCorrection(store.shopId, entry.id, { amountFen: 700 });
    const answers = await Promise.all([
      owner().raw('sales.replace', correction),
      owner().raw('sales.undo', { shopId: store.shopId, entryId: entry.id }),
    ]);
    expect(codesOf(answers)).toEqual(['entry_not_current', 'ok']);
    const { session } = await owner().ok('liveSession.get', { sessionId });
    expect(session.figures.paidFen).toBe(answers[0]?.ok === true ? 700 : null);
    expect(recount(cloud.database).differences).toBe(0);
  });
});
