import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import { recount } from '../../scripts/recount/recount';
import { MAX_SESSION_HOSTS } from '../../src/domain/live-session/hosts';
import { MAX_FEN } from '../../src/domain/money';
import { buildPaid, buildPlan } from '../testkit/builders';
import { startTestCloud } from '../testkit/cloud';
import { NOW, openStore, progressOf, sessionIn, type TestStore } from '../testkit/stores';

const YUAN = 100;

describe('money of a store with several hosts', () => {
  let cloud: LocalCloud;
  let store: TestStore;
  let count = 0;

  beforeAll(async () => {
    cloud = await startTestCloud();
    cloud.setNow(NOW);
  });
  beforeEach(async () => {
    count += 1;
    const name = `机构${String(count)}`;
    store = await openStore(cloud, `owner${String(count)}`, { name, lineOfBusiness: 'mcn' });
  });
  afterAll(() => cloud.close());

  const add = async (name: string) => {
    const { owner, shopId } = store;
    return (await owner.ok('host.add', { shopId, name, account: null })).host.id;
  };
  const onDay = (hostId: string | null) =>
    ({ of: 'day', bookedOn: '2026-11-20', hostId, accountId: null }) as const;
  const sell = (target: ReturnType<typeof onDay>, yuan: number) =>
    store.owner.ok('sales.record', buildPaid(store.shopId, '', { target, amountFen: yuan * YUAN }));
  const inSession = (sessionId: string, hostId: string | null, yuan: number) =>
    buildPaid(store.shopId, sessionId, {
      target: { of: 'session', sessionId, hostId },
      amountFen: yuan * YUAN,
    });
  const netOf = async (hostId: string | null) =>
    (await progressOf(store, { year: 2026, hostId })).sums?.exactNetFen ?? null;
  const ladderOf = () =>
    store.owner.ok('incentive.hosts', { shopId: store.shopId, year: 2026, knownRuleSets: [] });

  it('names a host once the store has one, outside a session and in one without hosts', async () => {
    const { owner, shopId } = store;
    const early = await sessionIn({ ...store, hostId: '' }, 'ended', { hostIds: [] });
    await sell(onDay(null), 100);
    const first = await add('甲');
    const required = { code: 'invalid_input', fields: { 'target.hostId': 'required' } };
    const paid = buildPaid(shopId, early.id);
    expect(await owner.refused('sales.record', { ...paid, target: onDay(null) })).toEqual(required);
    expect(await owner.refused('sales.record', inSession(early.id, null, 7))).toEqual(required);
    await owner.ok('sales.record', inSession(early.id, first, 7));
    const { session } = await owner.ok('liveSession.get', { sessionId: early.id });
    expect(session.hosts).toEqual([{ id: first, name: '甲' }]);
    expect(await netOf(first)).toBe(7 * YUAN);
  });

  it('repeats the first answer of an amount without a host, though there is one since', async () => {
    const { owner, shopId } = store;
    const paid = buildPaid(shopId, '', { target: onDay(null) });
    const first = await owner.ok('sales.record', paid, 'lost-answer-1');
    await add('甲');
    expect(await owner.ok('sales.record', paid, 'lost-answer-1')).toEqual(first);
    expect(await owner.refused('sales.record', paid)).toMatchObject({ code: 'invalid_input' });
    expect(await netOf(null)).toBe(paid.amountFen);
  });

  it('is kept per host of a session, and a host who sells in it becomes one of its hosts', async () => {
    const { owner } = store;
    const [first, second, third] = [await add('甲'), await add('乙'), await add('丙')];
    const { id } = await sessionIn(store, 'ended', { hostIds: [first, second] });
    expect(await owner.refused('sales.record', inSession(id, null, 1))).toMatchObject({
      fields: { 'target.hostId': 'required' },
    });
    for (const [hostId, yuan] of [
      [first, 10],
      [second, 20],
      [third, 30],
    ] as const) {
      await owner.ok('sales.record', inSession(id, hostId, yuan));
    }
    const refund = { ...inSession(id, second, 25), kind: 'refunded' as const };
    const { data, warnings } = await owner.full('sales.record', refund);
    expect(data.figures.net).toEqual({ low: 35 * YUAN, high: 35 * YUAN });
    expect(warnings?.map(({ code }) => code)).toEqual(['refunds_above_paid']);
    const { session } = await owner.ok('liveSession.get', { sessionId: id });
    expect(session.hosts.map(({ name }) => name)).toEqual(['甲', '乙', '丙']);
    const nets = session.hostFigures.map(({ hostId, figures }) => [hostId, figures.net?.low]);
    expect(Object.fromEntries(nets)).toEqual({
      [first]: 10 * YUAN,
      [second]: -5 * YUAN,
      [third]: 30 * YUAN,
    });
    expect(await netOf(second)).toBe(-5 * YUAN);
    expect(recount(cloud.database).differences).toBe(0);
  });

  it('takes a host who only sold in a session out of it with the last amount', async () => {
    const { owner, shopId } = store;
    const [first, second] = [await add('甲'), await add('乙')];
    const { id } = await sessionIn(store, 'ended', { hostIds: [first] });
    const { entry } = await owner.ok('sales.record', inSession(id, second, 10));
    const hostsOf = async () =>
      (await owner.ok('liveSession.get', { sessionId: id })).session.hosts.map(({ name }) => name);
    expect(await hostsOf()).toEqual(['甲', '乙']);
    await owner.ok('sales.undo', { shopId, entryId: entry.id });
    expect(await hostsOf()).toEqual(['甲']);
    await owner.ok('sales.record', inSession(id, null, 10));
  });

  it('bounds each host’s part of a session by itself', async () => {
    const { owner } = store;
    const [first, second] = [await add('甲'), await add('乙')];
    const { id } = await sessionIn(store, 'ended', { hostIds: [first, second] });
    const ordered = { ...inSession(id, first, 100), kind: 'ordered' as const };
    const refunded = { ...inSession(id, first, 300), kind: 'refunded' as const };
    await owner.ok('sales.record', ordered);
    await owner.ok('sales.record', refunded);
    const { figures } = await owner.ok('sales.record', {
      ...inSession(id, second, 1_000),
      kind: 'ordered',
    });
    expect(figures.net).toEqual({ low: 0, high: 1_000 * YUAN });
  });

  it('is refused where the hosts of a session pass 2^53−1 fen together', async () => {
    const { owner } = store;
    const [first, second] = [await add('甲'), await add('乙')];
    const { id } = await sessionIn(store, 'ended', { hostIds: [first, second] });
    const record = (hostId: string, kind: 'ordered' | 'paid', amountFen: number) => ({
      ...inSession(id, hostId, 0),
      kind,
      amountFen,
    });
    await owner.ok('sales.record', record(first, 'ordered', MAX_FEN - 1));
    const tooLarge = { code: 'sum_too_large' };
    expect(await owner.refused('sales.record', record(second, 'ordered', 2))).toEqual(tooLarge);
    // The net lies between bounds, which add what one host sold to what another one may have.
    expect(await owner.refused('sales.record', record(second, 'paid', 2))).toEqual(tooLarge);
    const { figures } = await owner.ok('sales.record', record(second, 'ordered', 1));
    expect(figures).toMatchObject({ orderedFen: MAX_FEN, net: { low: 0, high: MAX_FEN } });
    expect(recount(cloud.database).differences).toBe(0);
  });

  it('is listed while it names no host, and the ladder says what the hosts do not have', async () => {
    const { owner, shopId } = store;
    await sell(onDay(null), 880_000);
    const first = await add('甲');
    await sell(onDay(first), 20_000);
    const ladder = await ladderOf();
    expect(ladder.unassigned).toEqual({
      net: { low: 880_000 * YUAN, high: 880_000 * YUAN },
      entryCount: 1,
    });
    expect(ladder.net).toEqual({ low: 900_000 * YUAN, high: 900_000 * YUAN });
    expect(ladder.hosts[0]?.net).toEqual({ low: 20_000 * YUAN, high: 20_000 * YUAN });
    const asked = { shopId, sessionId: null, month: null, cursor: null };
    const { items } = await owner.ok('sales.ledger', { ...asked, isUnassigned: true });
    expect(items.map(({ hostId, amountFen }) => [hostId, amountFen])).toEqual([
      [null, 880_000 * YUAN],
    ]);
    expect((await owner.ok('sales.ledger', asked)).items).toHaveLength(2);
  });

  it('is refused for a host of another store, and for one host too many', async () => {
    const { owner } = store;
    const hosts: string[] = [];
    for (let n = 0; n <= MAX_SESSION_HOSTS; n += 1) hosts.push(await add(`主播${String(n)}`));
    const { id } = await sessionIn(store, 'ended', { hostIds: hosts.slice(0, MAX_SESSION_HOSTS) });
    const extra = hosts[MAX_SESSION_HOSTS] ?? '';
    expect(await owner.refused('sales.record', inSession(id, extra, 1))).toMatchObject({
      code: 'limit_reached',
      info: { limit: MAX_SESSION_HOSTS },
    });
    const plan = buildPlan({ shopId: store.shopId });
    expect(await owner.refused('liveSession.schedule', { ...plan, hostIds: hosts })).toMatchObject({
      fields: { hostIds: 'too_many' },
    });
    const other = await openStore(cloud, 'stranger', { lineOfBusiness: 'streamer' });
    expect(await owner.refused('sales.record', inSession(id, other.hostId, 1))).toMatchObject({
      fields: { 'target.hostId': 'not_in_store' },
    });
    const mixed = { ...plan, hostIds: [hosts[0] ?? '', other.hostId] };
    expect(await owner.refused('liveSession.schedule', mixed)).toMatchObject({
      fields: { 'hostIds.1': 'not_in_store' },
    });
  });
});
