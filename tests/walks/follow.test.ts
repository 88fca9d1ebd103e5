// Following a store: who may, what a person sees of it, and the count that the store sees.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import { MAX_FOLLOWS } from '../../src/domain/follow/follows';
import { callAs, newKey, startTestCloud, type TestCaller } from '../testkit/cloud';
import {
  lastReview,
  NOW,
  openStore,
  publish,
  publishVerified,
  sessionIn,
  type TestStore,
  verifierIn,
  versionOf,
} from '../testkit/stores';
import { joinAs } from '../testkit/teams';

/** People who tap at once in the test of the count. */
const CROWD = 200;

describe('following a store', () => {
  let cloud: LocalCloud;
  let store: TestStore;
  let viewer: TestCaller;
  let wireCalls: number;

  beforeEach(async () => {
    cloud = await startTestCloud({ onWire: () => (wireCalls += 1) });
    cloud.setNow(NOW);
    store = await openStore(cloud, 'owner');
    await publishVerified(cloud, store);
    viewer = callAs(cloud, 'viewer');
    wireCalls = 0;
  });
  afterEach(() => cloud.close());

  const follow = (isFollowing = true) => ({ shopId: store.shopId, isFollowing });
  const count = async () => (await store.owner.ok('follow.count', { shopId: store.shopId })).count;
  const listed = async (caller = viewer) => (await caller.ok('follow.list', {})).items;
  const isFollowing = async (caller = viewer) =>
    (await caller.ok('shop.view', { shopId: store.shopId })).isFollowing;

  it('is in the list, on the pages of the store and in its count, until it is taken back', async () => {
    const { id: sessionId } = await sessionIn(store, 'live');
    expect([await isFollowing(), await count(), await listed()]).toEqual([false, 0, []]);
    expect(await viewer.ok('follow.set', follow())).toEqual({ isFollowing: true });
    expect([await isFollowing(), await count()]).toEqual([true, 1]);
    expect((await viewer.ok('liveSession.view', { sessionId })).isFollowing).toBe(true);
    expect(await listed()).toMatchObject([
      { shopId: store.shopId, shop: { name: '测试店铺' }, session: { id: sessionId } },
    ]);
    expect(await viewer.ok('follow.set', follow(false))).toEqual({ isFollowing: false });
    expect([await isFollowing(), await count(), await listed()]).toEqual([false, 0, []]);
    expect(cloud.database.readAll('follows')).toMatchObject([{ shops: [] }]);
  });

  it('is private: others read nothing of it, and no identity in a call is believed', async () => {
    await viewer.ok('follow.set', follow());
    const other = callAs(cloud, 'other');
    expect([await isFollowing(other), await isFollowing(callAs(cloud))]).toEqual([false, null]);
    expect(await listed(other)).toEqual([]);
    const page = await store.owner.ok('shop.view', { shopId: store.shopId });
    const mine = await store.owner.ok('shop.mine', {});
    const counted = await store.owner.ok('follow.count', { shopId: store.shopId });
    expect(JSON.stringify([page, mine, counted])).not.toContain('viewer');
    expect(counted).toEqual({ count: 1 });
  });

  it('needs an identity, and the count a role that reads the store', async () => {
    const anonymous = callAs(cloud);
    for (const name of ['follow.set', 'follow.list', 'follow.count'] as const) {
      // The platform refuses the call before the function; tests/walks/no-identity.test.ts opens it.
      await expect(anonymous.raw(name, {})).rejects.toThrow('Unauthenticated access is denied');
    }
    const ofStore = { shopId: store.shopId };
    expect(await viewer.refused('follow.count', ofStore)).toMatchObject({ code: 'not_found' });
    await joinAs(cloud, store, 'manager', 'floor_manager');
    expect(await callAs(cloud, 'manager').refused('follow.count', ofStore)).toMatchObject({
      code: 'not_allowed',
    });
  });

  it('counts a double tap, a repeat with the same key and a second phone once', async () => {
    await Promise.all([viewer.ok('follow.set', follow()), viewer.ok('follow.set', follow())]);
    const key = newKey();
    await viewer.ok('follow.set', follow(), key);
    await viewer.ok('follow.set', follow(), key);
    expect([await count(), (await listed()).length]).toEqual([1, 1]);
    await Promise.all([
      viewer.ok('follow.set', follow(false)),
      viewer.ok('follow.set', follow(false)),
    ]);
    expect([await count(), await listed()]).toEqual([0, []]);
  });

  it('answers a late repeat with its first answer and changes nothing', async () => {
    const key = newKey();
    await viewer.ok('follow.set', follow(), key);
    await viewer.ok('follow.set', follow(false));
    expect(await viewer.ok('follow.set', follow(), key)).toEqual({ isFollowing: true });
    expect([await count(), await isFollowing()]).toEqual([0, false]);
  });

  it(`counts ${CROWD} people who tap at once, and those who leave at once, exactly`, async () => {
    const crowd = Array.from({ length: CROWD }, (_, i) => callAs(cloud, `viewer-${String(i)}`));
    await Promise.all(crowd.map(async (person) => person.ok('follow.set', follow())));
    expect(await count()).toBe(CROWD);
    const leaving = crowd.slice(0, CROWD / 2);
    await Promise.all(leaving.map(async (person) => person.ok('follow.set', follow(false))));
    expect(await count()).toBe(CROWD / 2);
  });

  it(`is of ${MAX_FOLLOWS} stores at most; one more is refused, and fits when one was left`, async () => {
    const shops = Array.from({ length: MAX_FOLLOWS }, (_, index) => ({
      shopId: `sfull${String(index).padStart(8, '0')}`,
      since: NOW,
    }));
    await cloud.database.put('follows', 'viewer', { shops });
    expect(await viewer.refused('follow.set', follow())).toEqual({
      code: 'limit_reached',
      info: { limit: MAX_FOLLOWS },
    });
    expect([await count(), await isFollowing()]).toEqual([0, false]);
    const left = { shopId: shops[0]?.shopId ?? '', isFollowing: false };
    await viewer.ok('follow.set', left);
    await viewer.ok('follow.set', follow());
    expect(await listed()).toHaveLength(MAX_FOLLOWS);
  });

  it('is of what is shown only: a store that is not published, or suspended, is not found', async () => {
    const hidden = await openStore(cloud, 'hidden');
    const ofHidden = { shopId: hidden.shopId, isFollowing: true };
    expect(await viewer.refused('follow.set', ofHidden)).toMatchObject({ code: 'not_found' });
    await suspend();
    expect(await viewer.refused('follow.set', follow())).toMatchObject({ code: 'not_found' });
    expect(await listed()).toEqual([]);
  });

  async function suspend(): Promise<void> {
    const { shopId } = store;
    const reporter = callAs(cloud, 'reporter');
    await reporter.ok('report.send', { shopId, sessionId: null, reason: 'unlawful', words: '' });
    const { _id: reviewId, version } = lastReview(cloud, shopId);
    const decision = { outcome: 'suspended', words: '正在核对' } as const;
    await (await verifierIn(cloud)).ok('report.decide', { reviewId, version, ...decision });
  }

  it('keeps a store that is hidden later without anything of it, and it can be left', async () => {
    const other = await openStore(cloud, 'other');
    await publish(other);
    await viewer.ok('follow.set', { shopId: other.shopId, isFollowing: true });
    await viewer.ok('follow.set', follow());
    await suspend();
    const version = await versionOf(other);
    const withdrawal = { version, isPublished: false, consent: false };
    await other.owner.ok('shop.publish', { shopId: other.shopId, ...withdrawal });
    const nothing = { since: expect.any(String) as string, shop: null, session: null };
    expect(await listed()).toEqual([
      { shopId: store.shopId, ...nothing },
      { shopId: other.shopId, ...nothing },
    ]);
    await viewer.ok('follow.set', follow(false));
    await viewer.ok('follow.set', { shopId: other.shopId, isFollowing: false });
    expect([await listed(), await count()]).toEqual([[], 0]);
  });

  it('reads the list in two calls, whatever is followed, and the page of a store in as many as before', async () => {
    const callsOf = async (work: () => Promise<unknown>): Promise<number> => {
      wireCalls = 0;
      await work();
      return wireCalls;
    };
    await viewer.ok('follow.set', follow());
    expect(await callsOf(() => listed())).toBe(2);
    for (let i = 0; i < 4; i += 1) {
      const other = await openStore(cloud, `owner-${String(i)}`);
      await publish(other);
      await sessionIn(other, 'scheduled');
      await viewer.ok('follow.set', { shopId: other.shopId, isFollowing: true });
    }
    expect(await callsOf(() => listed())).toBe(2);
    expect(await callsOf(() => isFollowing())).toBe(2);
    expect(await callsOf(() => isFollowing(callAs(cloud)))).toBe(2);
    expect(await callsOf(count)).toBe(2);
  });
});
