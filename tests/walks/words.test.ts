// Words that others will see are checked before they do: what passes, is refused, or waits.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import type { InputOf } from '../../src/contract/endpoints';
import type { LiveSession } from '../../src/contract/live-session';
import { setVerifier } from '../../demo/verifier-role';
import { addMinutes } from '../../src/domain/time';
import { buildPlan } from '../testkit/builders';
import { callAs, newKey, startTestCloud } from '../testkit/cloud';
import { buildEdit, NOW, openStore, publish, type TestStore, versionOf } from '../testkit/stores';

describe('words that others will see', () => {
  let cloud: LocalCloud;
  let store: TestStore;
  let stores = 0;
  let checks = 0;

  beforeAll(async () => {
    cloud = await startTestCloud({
      onOpenapi: () => {
        checks += 1;
      },
    });
  });
  beforeEach(async () => {
    cloud.setNow(NOW);
    store = await openStore(cloud, `writes-${String((stores += 1))}`);
    checks = 0;
  });
  afterAll(() => cloud.close());

  const plan = async (title: string, given: Partial<InputOf<'liveSession.schedule'>> = {}) => {
    const input = buildPlan({ shopId: store.shopId, title, ...given });
    return (await store.owner.ok('liveSession.schedule', input)).session;
  };
  const editOf = (session: LiveSession, title: string): InputOf<'liveSession.edit'> => ({
    sessionId: session.id,
    version: session.version,
    title,
    hostIds: [],
    accountId: null,
    goalFen: null,
    teasers: [],
    isAiPresenter: false,
    startAt: session.startAt,
    endAt: session.endAt,
    which: 'this',
  });
  const publicTitle = async (sessionId: string): Promise<string> =>
    (await callAs(cloud).ok('liveSession.view', { sessionId })).session.title;
  const read = async (sessionId: string): Promise<LiveSession> =>
    (await store.owner.ok('liveSession.get', { sessionId })).session;
  const change = async (edit: Parameters<typeof buildEdit>[2]) =>
    store.owner.ok('shop.update', buildEdit(store, await versionOf(store), edit));

  it('are shown at once when they pass, after one check', async () => {
    await publish(store);
    checks = 0;
    const session = await plan('周末专场', {
      teasers: [{ name: '手袋', priceFen: 100, priceBasis: '直播价' }],
    });
    expect(session.waiting).toEqual([]);
    expect(await publicTitle(session.id)).toBe('周末专场');
    expect(checks).toBe(1);
  });

  it('are not checked again as long as they stay as they are', async () => {
    const session = await plan('周末专场');
    checks = 0;
    const edit = { ...editOf(session, '周末专场'), goalFen: 1000 };
    await store.owner.ok('liveSession.edit', edit);
    await change({ intro: '' });
    await change({ intro: '', phone: '13900000000' });
    expect(checks).toBe(1);
  });

  it('are refused with their field when they are not allowed, and nothing is stored', async () => {
    const before = cloud.database.find('live_sessions', {}).length;
    const input = buildPlan({
      shopId: store.shopId,
      teasers: [
        { name: '手袋', priceFen: null, priceBasis: null },
        { name: '好货 [risky]', priceFen: null, priceBasis: null },
      ],
    });
    const error = await store.owner.refused('liveSession.schedule', input);
    expect(error).toMatchObject({
      code: 'invalid_input',
      fields: { 'teasers.1.name': 'risky_words' },
    });
    expect(Object.keys(error.fields ?? {})).toHaveLength(1);
    expect(cloud.database.find('live_sessions', {})).toHaveLength(before);
  });

  it('are refused with every new field when the check does not tell which it means', async () => {
    const edit = buildEdit(store, await versionOf(store), { intro: '[risky model]' });
    const { fields } = await store.owner.refused('shop.update', edit);
    expect(fields).toMatchObject({ intro: 'risky_words', 'disclosure.address': 'risky_words' });
    expect(fields).not.toHaveProperty('name');
  });

  it.each(['[review]', '[review model]', '[down]', '[quota]', '[away]'])(
    'wait when they are %s: their own people see them, others a neutral title',
    async (words) => {
      await publish(store);
      const session = await plan(`周末${words}专场`);
      expect(session).toMatchObject({
        title: `周末${words}专场`,
        waiting: [{ field: 'title', state: 'waiting' }],
      });
      expect(await publicTitle(session.id)).toBe('直播场次 · Live session');
      expect(await read(session.id)).toMatchObject({ title: `周末${words}专场` });
    },
  );

  it('wait beside the last released ones, which others see on', async () => {
    await publish(store, { intro: '每晚八点', name: '木棉皮具' });
    const session = await plan('周末专场');
    await store.owner.ok('liveSession.edit', editOf(session, '周末[review]专场'));
    const { shop } = await change({ name: '木棉[review]皮具', intro: '每晚[review]九点' });
    expect(shop).toMatchObject({ name: '木棉[review]皮具', intro: '每晚[review]九点' });
    expect(shop.waiting.map(({ field }) => field)).toEqual(['name', 'intro']);
    const page = await callAs(cloud).ok('shop.view', { shopId: store.shopId });
    expect(page.shop).toMatchObject({ name: '木棉皮具', intro: '每晚八点' });
    expect(page.ahead[0]).toMatchObject({ title: '周末专场', shopName: '木棉皮具' });
  });

  it('that wait are in no public answer, wherever they were typed', async () => {
    const word = '[review]';
    const given = {
      name: `店${word}`,
      account: { platform: 'douyin', name: `号${word}` },
    } as const;
    store = await openStore(cloud, `canary-${newKey()}`, given);
    const { owner, shopId, accountId } = store;
    await owner.ok('host.add', { shopId, name: `人${word}`, account: null });
    const { hosts } = await owner.ok('host.list', { shopId });
    const hostIds = hosts.map(({ id }) => id);
    await publish(store, { name: `店${word}`, intro: `介绍${word}` });
    const teasers = [{ name: `货${word}`, priceFen: null, priceBasis: `价${word}` }];
    const ahead = await plan(`未来${word}`, { hostIds, accountId, teasers });
    const past = await owner.ok('liveSession.backfill', {
      shopId,
      title: `过去${word}`,
      hostIds,
      accountId,
      when: { precision: 'day', day: '2026-11-20' },
      figure: null,
    });
    const viewer = callAs(cloud);
    const answers = [
      await viewer.ok('shop.view', { shopId }),
      await viewer.ok('shop.sessions', { shopId, which: 'ahead', cursor: null }),
      await viewer.ok('shop.sessions', { shopId, which: 'past', cursor: null }),
      await viewer.ok('liveSession.view', { sessionId: ahead.id }),
      await viewer.ok('liveSession.view', { sessionId: past.session.id }),
    ];
    for (const answer of answers) expect(JSON.stringify(answer)).not.toContain(word);
    expect(JSON.stringify(answers[0])).toContain('店铺 · Store');
    expect(JSON.stringify(answers[3])).toContain('商品 · Goods');
    expect(JSON.stringify(await read(ahead.id))).toContain(`未来${word}`);
  });

  it('that wait let a page become public only when the law does not ask for them', async () => {
    const disclosure = { ...buildEdit(store, 1).disclosure, address: '示例路 [review] 1 号' };
    const { shop } = await change({ disclosure });
    const consent = { shopId: store.shopId, isPublished: true, consent: true };
    const error = await store.owner.refused('shop.publish', { ...consent, version: shop.version });
    expect(error).toMatchObject({
      code: 'disclosure_incomplete',
      fields: { 'disclosure.address': 'under_review' },
    });
  });

  it('are found by their own people while they wait', async () => {
    const session = await plan('罕见之词[review]');
    const { items } = await store.owner.ok('liveSession.search', {
      shopId: store.shopId,
      words: '罕见之词',
      cursor: null,
    });
    expect(items.map(({ id, title }) => [id, title])).toEqual([[session.id, session.title]]);
  });

  it('wait again when the edit after them is taken back', async () => {
    await publish(store);
    const first = await plan('早的[review]');
    const edited = await store.owner.ok('liveSession.edit', editOf(first, '晚的'));
    expect(await publicTitle(first.id)).toBe('晚的');
    const { version } = edited.session;
    await store.owner.ok('liveSession.undo', { sessionId: first.id, version });
    expect(await read(first.id)).toMatchObject({ title: '早的[review]', waiting: [{}] });
    expect(await publicTitle(first.id)).not.toContain('早的');
  });

  describe('that a verifier looks at', () => {
    const decide = async (subjectId: string, field: string | null) => {
      await setVerifier(cloud, 'verifier', { name: '核对员', grantedAt: NOW });
      const [review] = cloud.database.find('reviews', { subjectId });
      const reasons = field === null ? [] : [{ field, reason: 'unclear' as const, words: '' }];
      await callAs(cloud, 'verifier').ok('review.decide', {
        reviewId: String(review?.['_id']),
        version: 1,
        outcome: field === null ? ('approved' as const) : ('returned' as const),
        reasons,
      });
    };

    it('are released in the session and in every list of it', async () => {
      await publish(store);
      const session = await plan('周末[review]专场');
      await decide(session.id, null);
      expect(await publicTitle(session.id)).toBe('周末[review]专场');
      const page = await callAs(cloud).ok('shop.view', { shopId: store.shopId });
      expect(page.ahead.map(({ title }) => title)).toEqual(['周末[review]专场']);
      expect((await read(session.id)).waiting).toEqual([]);
    });

    it('are refused by their field: others see the earlier ones, and they are not asked for again', async () => {
      await publish(store, { name: '木棉皮具', intro: '每晚八点' });
      await change({ name: '木棉[review]皮具', intro: '[review]九点' });
      await decide(store.shopId, 'name');
      const page = await callAs(cloud).ok('shop.view', { shopId: store.shopId });
      expect(page.shop).toMatchObject({ name: '木棉皮具', intro: '[review]九点' });
      const { shop } = await change({ name: '木棉[review]皮具', intro: '[review]九点' });
      expect(shop.waiting).toEqual([{ field: 'name', state: 'refused', shown: '木棉皮具' }]);
      expect(cloud.database.find('reviews', { subjectId: store.shopId })).toHaveLength(1);
    });

    it('are released in every session of a series', async () => {
      await publish(store);
      const repeat = { weekdays: [1, 2, 3, 4, 5, 6, 7], until: '2026-11-27', skip: [] };
      const { seriesId } = await plan('连播[review]', { repeat });
      await decide(seriesId ?? '', null);
      const page = await callAs(cloud).ok('shop.view', { shopId: store.shopId });
      expect(page.ahead.map(({ title }) => title)).toEqual(Array(3).fill('连播[review]'));
    });
  });

  describe('that changed while they waited', () => {
    const reviewsOf = (subjectId: string) =>
      (
        cloud.database.find('reviews', { subjectId }) as unknown as {
          _id: string;
          state: string;
          version: number;
          claims: Record<string, string>;
        }[]
      ).sort((a, b) => (a._id < b._id ? -1 : 1));
    const statesOf = (subjectId: string) =>
      Object.fromEntries(
        reviewsOf(subjectId).map(({ claims, state }) => [Object.values(claims).join(), state]),
      );
    const approve = async (subjectId: string, text: string, version?: number) => {
      await setVerifier(cloud, 'verifier', { name: '核对员', grantedAt: NOW });
      const review = reviewsOf(subjectId).find(({ claims }) => claims['title'] === text);
      return callAs(cloud, 'verifier').raw('review.decide', {
        reviewId: review?._id,
        version: version ?? review?.version,
        outcome: 'approved',
        reasons: [],
      });
    };

    it('leave the queue, and come back when the change is taken back', async () => {
      await publish(store);
      const first = await plan('早的[review]');
      const edited = await store.owner.ok('liveSession.edit', editOf(first, '晚的'));
      expect(statesOf(first.id)).toEqual({ '早的[review]': 'withdrawn' });
      const { version } = edited.session;
      await store.owner.ok('liveSession.undo', { sessionId: first.id, version });
      expect(statesOf(first.id)).toEqual({ '早的[review]': 'waiting' });
      expect(await approve(first.id, '早的[review]')).toMatchObject({ ok: true });
      expect(await publicTitle(first.id)).toBe('早的[review]');
    });

    it('are asked about once, as they are now', async () => {
      const first = await plan('一[review]');
      const second = await store.owner.ok('liveSession.edit', editOf(first, '二[review]'));
      expect(statesOf(first.id)).toEqual({ '一[review]': 'withdrawn', '二[review]': 'waiting' });
      await store.owner.ok('liveSession.edit', editOf(second.session, '一[review]'));
      const waiting = reviewsOf(first.id).filter(({ state }) => state === 'waiting');
      expect(waiting.map(({ claims }) => claims)).toEqual([{ title: '一[review]' }]);
    });

    it('are refused to a verifier who read the earlier ones, and nothing is released', async () => {
      await publish(store);
      const session = await plan('旧的[review]');
      // As if the write that changed them had ended before the queue followed.
      const [stored] = cloud.database.find('live_sessions', { _id: session.id });
      const waiting = [{ field: 'title', text: '新的[review]', state: 'waiting' }];
      await cloud.database.put('live_sessions', session.id, { ...stored, waiting });
      const answer = await approve(session.id, '旧的[review]', 1);
      expect(answer).toMatchObject({ ok: false, error: { code: 'stale_version' } });
      expect(statesOf(session.id)).toEqual({ '旧的[review]': 'withdrawn' });
      expect(await publicTitle(session.id)).toBe('直播场次 · Live session');
    });

    it('stay in the queue as long as another session of the series has them', async () => {
      const repeat = { weekdays: [1, 2, 3, 4, 5, 6, 7], until: '2026-11-27', skip: [] };
      const session = await plan('连播[review]', { repeat });
      const seriesId = session.seriesId ?? '';
      const edited = await store.owner.ok('liveSession.edit', editOf(session, '只改一场'));
      expect(statesOf(seriesId)).toEqual({ '连播[review]': 'waiting' });
      const all = { ...editOf(edited.session, '全改了'), which: 'following' as const };
      await store.owner.ok('liveSession.edit', all);
      expect(statesOf(seriesId)).toEqual({ '连播[review]': 'withdrawn' });
    });

    it('leave it with the plan that held them, and with an account that a host came with', async () => {
      const session = await plan('不播了[review]');
      const { id: sessionId, version } = session;
      await store.owner.ok('liveSession.undo', { sessionId, version });
      expect(statesOf(sessionId)).toEqual({ '不播了[review]': 'withdrawn' });
      const account = { platform: 'kuaishou' as const, name: '号[review]' };
      const { shopId } = store;
      const { host, shop } = await store.owner.ok('host.add', { shopId, name: '小何', account });
      expect(statesOf(host.id)).toEqual({ '号[review]': 'waiting' });
      const accounts = shop.accounts.map(({ id, platform, hostId }) => {
        return { id, platform, hostId, name: hostId === host.id ? '改好的号' : '测试账号' };
      });
      await change({ accounts });
      expect(statesOf(host.id)).toEqual({ '号[review]': 'withdrawn' });
    });
  });

  it('that are longer than one check takes are checked in parts', async () => {
    const teasers = Array.from({ length: 10 }, (_, at) => ({
      name: `货${String(at)}${'好'.repeat(38)}`,
      priceFen: null,
      priceBasis: `价${String(at)}${'低'.repeat(38)}`,
    }));
    await plan('长长的', { teasers });
    expect(checks).toBe(1);
    checks = 0;
    const { accountId, hostId } = store;
    const others = Array.from({ length: 70 }, (_, at) => ({
      id: null,
      platform: 'douyin' as const,
      name: `号${String(at).padStart(2, '0')}${'名'.repeat(36)}`,
      hostId: null,
    }));
    const first = { id: accountId, platform: 'douyin' as const, name: '测试账号', hostId };
    await change({ accounts: [first, ...others] });
    expect(checks).toBe(2);
  });

  describe('of a write that was stored', () => {
    const register = (name: string) => ({ ...buildPlan({ shopId: store.shopId }), title: name });

    it('are answered as stored, whatever the check would say now', async () => {
      const key = newKey();
      const input = register('周末专场');
      const first = await store.owner.raw('liveSession.schedule', input, key);
      checks = 0;
      const again = await store.owner.raw('liveSession.schedule', input, key);
      expect(again).toMatchObject({ ok: true });
      expect(checks).toBe(0);
      expect(first).toMatchObject({ ok: true });
    });
  });

  describe('that could not be checked', () => {
    const laterThan = '2026-11-24T02:30:00.000Z';
    const untilLater = '[down until 2026-11-24T02:30Z]';
    const pause = async (sessionId: string) => {
      const running = { sessionId, at: null, confirmed: ['early_start' as const] };
      await store.owner.ok('liveSession.goLive', running);
    };
    const reviewOf = (subjectId: string) =>
      cloud.database.find('reviews', { subjectId }).map(({ state }) => state);

    it('are released once the service answers, at any write of their writer', async () => {
      await publish(store);
      const session = await plan(`专场${untilLater}`);
      expect(session.waiting).toMatchObject([{ field: 'title', state: 'waiting' }]);
      expect(reviewOf(session.id)).toEqual(['waiting']);
      cloud.setNow(laterThan);
      checks = 0;
      await pause(session.id);
      expect(checks).toBe(1);
      expect(await publicTitle(session.id)).toBe(`专场${untilLater}`);
      expect((await read(session.id)).waiting).toEqual([]);
      const page = await callAs(cloud).ok('shop.view', { shopId: store.shopId });
      expect(page.ahead[0]?.title).toBe(`专场${untilLater}`);
      expect(reviewOf(session.id)).toEqual(['withdrawn']);
      await store.owner.ok('liveSession.pause', { sessionId: session.id });
      expect(checks).toBe(1);
    });

    it('are refused then where they are risky: their people see that they must change', async () => {
      const session = await plan(`${untilLater}[risky]`);
      cloud.setNow(laterThan);
      await pause(session.id);
      expect((await read(session.id)).waiting).toMatchObject([
        { field: 'title', state: 'refused' },
      ]);
      expect(reviewOf(session.id)).toEqual(['withdrawn']);
    });

    it('are released in a store, its host and its lists alike', async () => {
      const name = `店${untilLater}`;
      store = await openStore(cloud, `late-${newKey()}`, { name });
      const { owner, shopId } = store;
      const update = await owner.ok('shop.mine', {});
      expect(update.shops[0]?.shop.waiting.map(({ field }) => field)).toEqual([
        'name',
        'accounts.0.name',
      ]);
      cloud.setNow(laterThan);
      // Refused, because the disclosure is missing: the words are checked all the same.
      const consent = { shopId, version: 1, isPublished: true, consent: true };
      await owner.refused('shop.publish', consent);
      const { hosts } = await owner.ok('host.list', { shopId });
      expect(hosts.map((host) => host.name)).toEqual([name]);
      await publish(store, { name });
      const page = await callAs(cloud).ok('shop.view', { shopId });
      expect(page.shop).toMatchObject({ name, accounts: [{ name: '测试账号' }] });
    });

    it('are released when their form is sent again and passes', async () => {
      await publish(store);
      const intro = `介绍${untilLater}`;
      const { shop } = await change({ intro });
      expect(shop.waiting).toEqual([{ field: 'intro', state: 'waiting', shown: '每晚八点' }]);
      cloud.setNow(laterThan);
      expect((await change({ intro })).shop.waiting).toEqual([]);
      const page = await callAs(cloud).ok('shop.view', { shopId: store.shopId });
      expect(page.shop.intro).toBe(intro);
    });

    it('are released in every session of a series', async () => {
      await publish(store);
      const repeat = { weekdays: [1, 2, 3, 4, 5, 6, 7], until: '2026-11-27', skip: [] };
      const { seriesId } = await plan(`专场${untilLater}`, { repeat });
      expect(reviewOf(seriesId ?? '')).toEqual(['waiting']);
      cloud.setNow(laterThan);
      await change({ intro: '' });
      await change({ intro: '' });
      const page = await callAs(cloud).ok('shop.view', { shopId: store.shopId });
      expect(page.ahead.map(({ title }) => title)).toEqual(
        Array(3).fill('直播场次 · Live session'),
      );
      await store.owner.ok('host.share', { hostId: store.hostId, isSharingSums: true });
      const after = await callAs(cloud).ok('shop.view', { shopId: store.shopId });
      expect(after.ahead.map(({ title }) => title)).toEqual(Array(3).fill(`专场${untilLater}`));
    });

    it('are the latest ten of a person, however many there are: the verifier has all', async () => {
      for (let at = 0; at < 11; at += 1) {
        await plan(`第 ${String(at)} [down]`, {
          startAt: addMinutes('2026-11-25T12:00:00.000Z', at),
        });
      }
      const person = `writes-${String(stores)}`;
      expect(cloud.database.find('people', { _id: person })[0]?.['unchecked']).toHaveLength(10);
      expect(cloud.database.find('reviews', { shopId: store.shopId })).toHaveLength(11);
    });

    it('are checked again at the next call of their writer, once', async () => {
      await publish(store);
      const session = await plan('周末[down]专场');
      checks = 0;
      await store.owner.ok('liveSession.goLive', {
        sessionId: session.id,
        at: null,
        confirmed: ['early_start'],
      });
      expect(checks).toBe(1);
      expect(await publicTitle(session.id)).toBe('直播场次 · Live session');
    });
  });

  it('of people who have been away for two hours wait', async () => {
    cloud.setNow(addMinutes(NOW, 180));
    const session = await plan('周末[away]专场');
    expect(session.waiting).toMatchObject([{ field: 'title', state: 'waiting' }]);
  });
});
