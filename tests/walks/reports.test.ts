// A problem with a public page: reported, decided, and a store that is not shown and shown again.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import type { InputOf } from '../../src/contract/endpoints';
import { MAX_REPORTS_A_DAY, type ReportReason } from '../../src/domain/review/report';
import { callAs, startTestCloud, type TestCaller } from '../testkit/cloud';
import {
  lastReview,
  NOW,
  openStore,
  publish,
  publishVerified,
  sessionIn,
  type TestStore,
  verifierIn,
} from '../testkit/stores';

const TOMORROW = '2026-11-24T20:00:00.000Z';

describe('reports', () => {
  let cloud: LocalCloud;
  let store: TestStore;
  let viewer: TestCaller;

  beforeEach(async () => {
    cloud = await startTestCloud();
    cloud.setNow(NOW);
    store = await openStore(cloud, 'owner');
    await publishVerified(cloud, store);
    viewer = callAs(cloud, 'viewer');
  });
  afterEach(() => cloud.close());

  const about = (
    { shopId }: TestStore,
    reason: ReportReason = 'impersonation',
    words = '像是别的品牌',
  ): InputOf<'report.send'> => ({ shopId, sessionId: null, reason, words });
  const decide = async (decision: Pick<InputOf<'report.decide'>, 'outcome' | 'words'>) => {
    const { _id: reviewId, version } = lastReview(cloud, store.shopId);
    return (await verifierIn(cloud)).ok('report.decide', { reviewId, version, ...decision });
  };
  const waiting = async () => {
    const queue = { kind: 'report', list: 'waiting', cursor: null } as const;
    return (await (await verifierIn(cloud)).ok('review.list', queue)).items;
  };
  const suspend = async () => {
    await viewer.ok('report.send', about(store));
    await decide({ outcome: 'suspended', words: '冒用了品牌名称' });
  };
  const own = async () => (await store.owner.ok('shop.mine', {})).shops[0]?.shop;

  it('reach the queue with their words, and nothing of who sent them leaves the cloud', async () => {
    const { receipt } = await viewer.ok('report.send', about(store));
    expect(receipt).toMatch(/^HD-\d{8}-[2-9A-Z]{6}$/);
    const [report] = await waiting();
    expect(report?.receipt).toBe(receipt);
    expect(report?.fields.map(({ field, value }) => [field, value])).toEqual([
      ['name', '测试店铺'],
      ['reason', 'impersonation'],
      ['words', '像是别的品牌'],
    ]);
    expect(JSON.stringify([report, await own()])).not.toContain('viewer');
  });

  it('are of what is public only', async () => {
    const hidden = await openStore(cloud, 'hidden');
    expect(await viewer.refused('report.send', about(hidden))).toMatchObject({ code: 'not_found' });
    const other = await openStore(cloud, 'other');
    const session = await sessionIn(other, 'scheduled');
    expect(
      await viewer.refused('report.send', { ...about(store), sessionId: session.id }),
    ).toMatchObject({ code: 'invalid_input', fields: { sessionId: 'not_in_store' } });
    expect(await viewer.refused('report.send', about(store, 'other', ' '))).toMatchObject({
      fields: { words: 'required' },
    });
    expect(await waiting()).toEqual([]);
  });

  it(`are of ${MAX_REPORTS_A_DAY} stores a day, also of many at once, and go on the next day`, async () => {
    const stores = [store];
    for (let i = 0; i < MAX_REPORTS_A_DAY + 2; i += 1) {
      const other = await openStore(cloud, `owner-${String(i)}`);
      await publish(other);
      stores.push(other);
    }
    const sent = await Promise.all(
      stores.map(async (shop) => viewer.raw('report.send', about(shop))),
    );
    expect(sent.filter(({ ok }) => ok)).toHaveLength(MAX_REPORTS_A_DAY);
    const refused = sent.flatMap((answer) => (answer.ok ? [] : [answer.error]));
    for (const error of refused) {
      expect(error).toMatchObject({ code: 'limit_reached', info: { limit: MAX_REPORTS_A_DAY } });
    }
    cloud.setNow(TOMORROW);
    await viewer.ok('report.send', about(stores[stores.length - 1] ?? store));
    expect(await waiting()).toHaveLength(MAX_REPORTS_A_DAY + 1);
  });

  it('suspend a store: its pages answer shop_suspended, it is in no list, and its people keep working', async () => {
    const session = await sessionIn(store, 'scheduled');
    await suspend();
    const anyone = callAs(cloud);
    const since = (await own())?.suspension?.at;
    const suspended = { code: 'shop_suspended', info: { since } };
    const { shopId } = store;
    expect(await anyone.refused('shop.view', { shopId })).toMatchObject(suspended);
    expect(await anyone.refused('liveSession.view', { sessionId: session.id })).toMatchObject(
      suspended,
    );
    const all = { shopId, which: 'ahead', cursor: null } as const;
    expect(await anyone.refused('shop.sessions', all)).toMatchObject(suspended);
    const { shops, ahead } = await anyone.ok('discover.list', { cursor: null });
    expect([shops, ahead?.items]).toEqual([[], []]);
    expect(await own()).toMatchObject({
      isPublished: true,
      suspension: { at: since, words: '冒用了品牌名称', appealedAt: null },
    });
    await sessionIn(store, 'live');
    expect(await viewer.refused('report.send', about(store))).toMatchObject({ code: 'not_found' });
  });

  it('are appealed once, and the store is shown and listed again', async () => {
    await suspend();
    const appeal = { shopId: store.shopId, words: '名称已改' };
    expect(await store.owner.refused('report.appeal', { ...appeal, words: '' })).toMatchObject({
      fields: { words: 'required' },
    });
    await store.owner.ok('report.appeal', appeal);
    await store.owner.ok('report.appeal', appeal);
    expect((await waiting()).map(({ fields }) => fields[1]?.value)).toEqual(['appeal']);
    await decide({ outcome: 'restored', words: '' });
    expect((await own())?.suspension).toBeNull();
    const { shops } = await callAs(cloud).ok('discover.list', { cursor: null });
    expect(shops.map(({ id }) => id)).toEqual([store.shopId]);
    const rest = { kind: 'report', list: 'suspended', cursor: null } as const;
    expect((await (await verifierIn(cloud)).ok('review.list', rest)).items).toEqual([]);
  });

  it('stay suspended where an appeal is dismissed, and end from the list of what is suspended', async () => {
    await suspend();
    await store.owner.ok('report.appeal', { shopId: store.shopId, words: '没有冒用' });
    await decide({ outcome: 'dismissed', words: '仍与商标相同' });
    expect((await own())?.suspension).not.toBeNull();
    const verifier = await verifierIn(cloud);
    const rest = { kind: 'report', list: 'suspended', cursor: null } as const;
    const [kept] = (await verifier.ok('review.list', rest)).items;
    const restored = {
      reviewId: kept?.id ?? '',
      version: kept?.version ?? 0,
      outcome: 'restored',
      words: '',
    } as const;
    const { review } = await verifier.ok('report.decide', restored);
    expect(review.decisions.map(({ outcome, name }) => [outcome, name])).toEqual([
      ['suspended', '核对员'],
      ['restored', '核对员'],
    ]);
    expect((await own())?.suspension).toBeNull();
  });

  it('are decided once: the second phone learns that another one was faster', async () => {
    await viewer.ok('report.send', about(store));
    const { _id: reviewId, version } = lastReview(cloud, store.shopId);
    const verifier = await verifierIn(cloud);
    const dismissal = { reviewId, version, outcome: 'dismissed', words: '' } as const;
    await verifier.ok('report.decide', dismissal);
    expect(await verifier.refused('report.decide', dismissal)).toMatchObject({
      code: 'stale_version',
    });
    const again = {
      ...dismissal,
      version: version + 1,
      outcome: 'suspended',
      words: '冒用',
    } as const;
    expect(await verifier.refused('report.decide', again)).toMatchObject({ code: 'stale_version' });
    expect(await verifier.refused('report.decide', { ...again, words: '' })).toMatchObject({
      code: 'invalid_input',
    });
  });

  it('keep a store away when its people publish it again meanwhile', async () => {
    await suspend();
    const shop = await own();
    const version = shop?.version ?? 0;
    const input = { shopId: store.shopId, version, isPublished: true, consent: true };
    await store.owner.ok('shop.publish', input);
    const { shops } = await callAs(cloud).ok('discover.list', { cursor: null });
    expect(shops).toEqual([]);
  });
});
