// Who a store is: handed in, looked at, returned, approved, and taken back by another identity.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { LocalCloud, WireCall } from 'local-cloud';
import { setVerifier } from '../../demo/verifier-role';
import type { InputOf } from '../../src/contract/endpoints';
import { COUNTED_LISTS, MAX_COUNTED_REVIEWS } from '../../src/domain/review/desk';
import { COMPLETE_DISCLOSURE } from '../testkit/builders';
import { callAs, startTestCloud, type TestCaller } from '../testkit/cloud';
import {
  approve,
  buildEdit,
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

const WAITING = { kind: 'identity', list: 'waiting' } as const;

type Edit = Partial<InputOf<'shop.update'>>;

describe('verification', () => {
  let cloud: LocalCloud;
  let store: TestStore;
  let viewer: TestCaller;
  const wire: WireCall[] = [];

  beforeEach(async () => {
    cloud = await startTestCloud({ onWire: (call) => wire.push(call) });
    cloud.setNow(NOW);
    store = await openStore(cloud, 'owner');
    viewer = callAs(cloud);
  });
  afterEach(() => cloud.close());

  const own = async () => (await store.owner.ok('shop.mine', {})).shops[0]?.shop;
  const edit = async (changes: Edit) =>
    store.owner.ok('shop.update', buildEdit(store, await versionOf(store), changes));
  const submit = async () =>
    (
      await store.owner.ok('shop.submit', {
        shopId: store.shopId,
        version: await versionOf(store),
      })
    ).shop.verification;
  const listed = async () =>
    (await viewer.ok('discover.list', { cursor: null })).shops.map(({ name }) => name);
  const publicMark = async () =>
    (await viewer.ok('shop.view', { shopId: store.shopId })).shop.verification.state;
  const decide = async (
    verifier: TestCaller,
    decision: Pick<InputOf<'review.decide'>, 'outcome' | 'reasons'>,
  ) => {
    const { _id: reviewId, version } = lastReview(cloud, store.shopId);
    return verifier.ok('review.decide', { reviewId, version, ...decision });
  };

  it('goes from handed in over returned to verified, with receipt, reasons and who decided', async () => {
    await publish(store);
    expect(await own()).toMatchObject({ verification: { state: 'unverified', receipt: null } });
    const handed = await submit();
    expect(handed).toMatchObject({ state: 'waiting' });
    expect(handed.receipt).toMatch(/^HD-20261124-[2-9A-HJ-NP-Y]{6}$/);

    const verifier = await verifierIn(cloud);
    const queue = { kind: 'identity', list: 'waiting', cursor: null } as const;
    const [waiting] = (await verifier.ok('review.list', queue)).items;
    expect(waiting).toMatchObject({ receipt: handed.receipt, attempt: 1, checkedOn: null });
    const name = { field: 'name', reason: 'looks_official', words: '请去掉“官方”' } as const;
    await decide(verifier, { outcome: 'returned', reasons: [name] });
    expect((await own())?.verification).toMatchObject({ state: 'returned', reasons: [name] });
    expect(await publicMark()).toBe('unverified');
    expect((await verifier.ok('review.list', queue)).items).toEqual([]);

    await edit({ name: '阿禾选好包' });
    const again = await submit();
    expect(again.receipt).not.toBe(handed.receipt);
    const [second] = (await verifier.ok('review.list', queue)).items;
    expect(second).toMatchObject({ attempt: 2 });
    const returned = { ...queue, list: 'returned' } as const;
    expect((await verifier.ok('review.list', returned)).items).toEqual([]);
    const { earlier } = await verifier.ok('review.get', { reviewId: second?.id ?? '' });
    expect(earlier[0]?.decisions).toEqual([
      { outcome: 'returned', at: expect.any(String) as string, name: '核对员', reasons: [name] },
    ]);
    await decide(verifier, { outcome: 'approved', reasons: [] });
    expect((await own())?.verification).toMatchObject({ state: 'verified', on: '2026-11-24' });
    expect(await publicMark()).toBe('verified');
    expect(await listed()).toEqual(['阿禾选好包']);
  });

  it.each<[string, Edit]>([
    ['name', { name: '别的名字' }],
    ['legal form', { legalForm: 'company' }],
    ['legal name', { disclosure: { ...COMPLETE_DISCLOSURE, legalName: '另一家店（虚构）' } }],
    ['operator', { disclosure: { ...COMPLETE_DISCLOSURE, operatorName: '林晓' } }],
    ['code', { disclosure: { ...COMPLETE_DISCLOSURE, creditCode: '91000000MADEMA002C' } }],
    ['address', { disclosure: { ...COMPLETE_DISCLOSURE, address: '广州市天河区示例路 2 号' } }],
    ['town', { place: { where: 'huadu', town: '花城街', movingOn: null } }],
    ['place', { place: { where: 'elsewhere', town: null, movingOn: null } }],
  ])(
    'is taken back by another %s, in every list, card and page at once',
    async (_what, changes) => {
      await publishVerified(cloud, store);
      const session = await sessionIn(store, 'live');
      const view = async () =>
        (await viewer.ok('liveSession.view', { sessionId: session.id })).session.isShopVerified;
      expect([await view(), (await listed()).length]).toEqual([true, 1]);
      await edit({ ...changes, consent: true });
      expect((await own())?.verification).toMatchObject({ state: 'unverified', on: null });
      expect((await own())?.verification.changed).not.toEqual([]);
      expect(await listed()).toEqual([]);
      const { items } = await viewer.ok('discover.ahead', { cursor: null });
      expect(items).toEqual([]);
      expect(await publicMark()).toBe('unverified');
      expect(await view()).toBe(false);
      const review = lastReview(cloud, store.shopId);
      expect(review.state).toBe('withdrawn');
      // Changing it back does not bring it back: someone has to look.
      await edit({ consent: true });
      expect(await publicMark()).toBe('unverified');
      await submit();
      await approve(cloud, store.shopId);
      expect(await publicMark()).toBe('verified');
      expect(await listed()).toHaveLength(1);
    },
  );

  it('stays while something else changes, a contact with consent among it', async () => {
    await publishVerified(cloud, store);
    await edit({ intro: '每天', phone: '13800000000', lineOfBusiness: 'mcn' });
    await edit({ disclosure: { ...COMPLETE_DISCLOSURE, contact: '020-0000 0088' }, consent: true });
    expect(await publicMark()).toBe('verified');
    expect(await listed()).toHaveLength(1);
  });

  it('takes back what waits when the store changes, so that a verifier cannot approve it', async () => {
    await publish(store);
    await submit();
    const { _id: reviewId, version } = lastReview(cloud, store.shopId);
    const verifier = await verifierIn(cloud);
    await edit({ name: '换了个名字' });
    expect((await own())?.verification.state).toBe('unverified');
    const approval = { reviewId, version, outcome: 'approved' as const, reasons: [] };
    expect(await verifier.refused('review.decide', approval)).toMatchObject({
      code: 'stale_version',
    });
    expect(
      await verifier.refused('review.decide', { ...approval, version: version + 1 }),
    ).toMatchObject({ code: 'stale_version' });
    expect(await publicMark()).toBe('unverified');
  });

  it('is due again half a year later, and can be approved then and returned before', async () => {
    await publishVerified(cloud, store);
    const verifier = await verifierIn(cloud);
    const due = { kind: 'identity', list: 'due', cursor: null } as const;
    expect((await verifier.ok('review.list', due)).items).toEqual([]);
    const { _id: reviewId, version } = lastReview(cloud, store.shopId);
    const approval = { reviewId, version, outcome: 'approved' as const, reasons: [] };
    expect(await verifier.refused('review.decide', approval)).toMatchObject({
      code: 'stale_version',
    });
    cloud.setNow('2027-05-23T16:00:00.000Z');
    const { items } = await verifier.ok('review.list', due);
    expect(items).toMatchObject([{ id: reviewId, dueOn: '2027-05-24', checkedOn: null }]);
    await verifier.ok('review.decide', approval);
    expect((await verifier.ok('review.list', due)).items).toEqual([]);
    expect(lastReview(cloud, store.shopId).decisions).toHaveLength(2);
    const reasons = [{ field: 'address', reason: 'other', words: '查无此址' } as const];
    await decide(verifier, { outcome: 'returned', reasons });
    expect(await publicMark()).toBe('unverified');
    expect(await listed()).toEqual([]);
  });

  it('needs a reason for each field that is returned', async () => {
    await publish(store);
    await submit();
    const verifier = await verifierIn(cloud);
    const { _id: reviewId, version } = lastReview(cloud, store.shopId);
    const refuse = async (reasons: InputOf<'review.decide'>['reasons']) =>
      (await verifier.refused('review.decide', { reviewId, version, outcome: 'returned', reasons }))
        .fields;
    const reason = { field: 'name', reason: 'unclear', words: '' } as const;
    expect(await refuse([])).toEqual({ reasons: 'required' });
    expect(await refuse([{ ...reason, field: 'phone' }])).toEqual({
      'reasons.0.field': 'not_a_choice',
    });
    expect(await refuse([reason, reason])).toEqual({ 'reasons.1.field': 'repeated' });
    expect(await refuse([{ ...reason, reason: 'other' }])).toEqual({
      'reasons.0.words': 'required',
    });
  });

  it('is refused to hand in without a complete disclosure', async () => {
    const refused = await store.owner.refused('shop.submit', { shopId: store.shopId, version: 1 });
    expect(refused.code).toBe('disclosure_incomplete');
  });

  it('is handed in once by two taps', async () => {
    await publish(store);
    const first = await submit();
    expect(await submit()).toEqual(first);
    expect(cloud.database.readAll('reviews')).toHaveLength(1);
  });

  it('shows a verifier nothing that the store does not show', async () => {
    await edit({ phone: '13812345678' });
    await submit();
    const verifier = await verifierIn(cloud);
    const { items } = await verifier.ok('review.list', {
      kind: 'identity',
      list: 'waiting',
      cursor: null,
    });
    expect(JSON.stringify(items)).not.toMatch(/13812345678|owner|verifier/);
  });
});

describe('a verifier', () => {
  let cloud: LocalCloud;
  let store: TestStore;
  const wire: WireCall[] = [];

  beforeEach(async () => {
    cloud = await startTestCloud({ onWire: (call) => wire.push(call) });
    cloud.setNow(NOW);
    store = await openStore(cloud, 'owner');
    await publish(store);
    const version = await versionOf(store);
    await store.owner.ok('shop.submit', { shopId: store.shopId, version });
  });
  afterEach(() => cloud.close());

  it('who is removed is out at once, also with a repeat of a decision', async () => {
    const verifier = await verifierIn(cloud);
    expect((await verifier.ok('shop.mine', {})).isVerifier).toBe(true);
    const { _id: reviewId, version } = lastReview(cloud, store.shopId);
    const approval = { reviewId, version, outcome: 'approved' as const, reasons: [] };
    await verifier.ok('review.decide', approval);
    await setVerifier(cloud, 'verifier', null);
    const list = { kind: 'identity', list: 'waiting', cursor: null } as const;
    const refusals = [
      await verifier.refused('review.list', list),
      await verifier.refused('review.get', { reviewId }),
      await verifier.refused('review.decide', approval),
    ];
    expect(refusals.map(({ code }) => code)).toEqual(Array(3).fill('not_allowed'));
    expect((await verifier.ok('shop.mine', {})).isVerifier).toBeUndefined();
    // Their decisions stay, under their name.
    const other = await verifierIn(cloud, 'other verifier');
    const { review } = await other.ok('review.get', { reviewId });
    expect(review.decisions).toMatchObject([{ outcome: 'approved', name: '核对员' }]);
  });

  it('keeps their stores and hosts when the role is granted', async () => {
    await setVerifier(cloud, 'owner', { name: '店主', grantedAt: NOW });
    expect((await store.owner.ok('shop.mine', {})).shops).toHaveLength(1);
    await setVerifier(cloud, 'owner', null);
    expect((await store.owner.ok('shop.mine', {})).shops).toHaveLength(1);
  });

  it('decides once when two of them tap at the same moment', async () => {
    const [a, b] = [await verifierIn(cloud, 'a'), await verifierIn(cloud, 'b')];
    const { _id: reviewId, version } = lastReview(cloud, store.shopId);
    const approval = { reviewId, version, outcome: 'approved' as const, reasons: [] };
    const reasons = [{ field: 'name', reason: 'unclear', words: '' } as const];
    const answers = await Promise.all([
      a.raw('review.decide', approval),
      b.raw('review.decide', { ...approval, outcome: 'returned', reasons }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(lastReview(cloud, store.shopId).decisions).toHaveLength(1);
  });

  it('counts what waits, is due, and was reported, with the first page only', async () => {
    const verifier = await verifierIn(cloud);
    const counts = async () =>
      (await verifier.ok('review.list', { ...WAITING, cursor: null })).counts;
    const none = { waiting: 0, due: 0, words: 0, report: 0, suspended: 0 };
    expect(await counts()).toEqual({ ...none, waiting: 1 });
    const { _id: reviewId, version } = lastReview(cloud, store.shopId);
    await verifier.ok('review.decide', { reviewId, version, outcome: 'approved', reasons: [] });
    expect(await counts()).toEqual(none);
    const report = {
      shopId: store.shopId,
      sessionId: null,
      reason: 'unlawful',
      words: '',
    } as const;
    await callAs(cloud, 'viewer').ok('report.send', report);
    cloud.setNow('2027-05-24T02:00:00.000Z');
    expect(await counts()).toEqual({ ...none, due: 1, report: 1 });
  });

  it('holds what they opened for a quarter of an hour, which others see and may decide', async () => {
    const [a, b] = [await verifierIn(cloud, 'a'), await verifierIn(cloud, 'b')];
    const { _id: reviewId, version } = lastReview(cloud, store.shopId);
    const seen = async (verifier: TestCaller) => {
      const { items } = await verifier.ok('review.list', { ...WAITING, cursor: null });
      const { review } = await verifier.ok('review.get', { reviewId });
      expect(items[0]?.hold).toEqual(review.hold);
      return review.hold;
    };
    expect(await seen(b)).toBeNull();
    cloud.setNow('2026-11-24T03:00:00.000Z');
    const { hold } = await a.ok('review.hold', { reviewId });
    expect(hold).toMatchObject({ name: '核对员', isOwn: true });
    expect(hold?.until).toMatch(/^2026-11-24T03:15:00/);
    expect(await seen(a)).toEqual(hold);
    expect(await seen(b)).toEqual({ ...hold, isOwn: false });
    // Another verifier does not take it over before its time is up.
    expect((await b.ok('review.hold', { reviewId })).hold).toEqual({ ...hold, isOwn: false });
    cloud.setNow('2026-11-24T03:15:01.000Z');
    expect(await seen(b)).toBeNull();
    expect((await b.ok('review.hold', { reviewId })).hold).toMatchObject({ isOwn: true });
    // Everyone may decide meanwhile, and it ends with the decision.
    await a.ok('review.decide', { reviewId, version, outcome: 'approved', reasons: [] });
    expect((await b.ok('review.get', { reviewId })).review.hold).toBeNull();
    expect((await b.ok('review.hold', { reviewId })).hold).toBeNull();
    expect(await store.owner.refused('review.hold', { reviewId })).toMatchObject({
      code: 'not_allowed',
    });
  });

  it('reads a queue of ten thousand stores with two calls, page by page', async () => {
    const review = lastReview(cloud, store.shopId);
    const many = Array.from({ length: 10_000 }, (_, index) => {
      const shopId = `s${String(index).padStart(12, '0')}`;
      const _id = `${shopId}.v000000000001`;
      const submittedAt = new Date(Date.parse(NOW) - (10_000 - index) * 1000).toISOString();
      return {
        ...review,
        _id,
        shopId,
        subjectId: shopId,
        submittedAt,
        sortKey: `${submittedAt}#${_id}`,
      };
    });
    await cloud.database.insert('reviews', many);
    const verifier = await verifierIn(cloud);
    const list = { kind: 'identity', list: 'waiting' } as const;
    wire.length = 0;
    const first = await verifier.ok('review.list', { ...list, cursor: null });
    expect(first.items.map(({ id }) => id)).toEqual(many.slice(0, 20).map(({ _id }) => _id));
    const second = await verifier.ok('review.list', { ...list, cursor: first.cursor });
    expect(second.items[0]?.id).toBe(many[20]?._id);
    expect(wire).toHaveLength(4);
    // The counts of five lists end at a hundred each.
    const read = wire.map(({ documentsRead }) => documentsRead);
    expect(Math.max(...read)).toBeLessThanOrEqual(1 + MAX_COUNTED_REVIEWS * COUNTED_LISTS.length);
    expect([first.counts?.waiting, second.counts]).toEqual([MAX_COUNTED_REVIEWS, null]);
    wire.length = 0;
    await verifier.ok('review.get', { reviewId: review._id });
    expect(wire).toHaveLength(2);
    wire.length = 0;
    const { _id: reviewId, version } = review;
    await verifier.ok('review.decide', { reviewId, version, outcome: 'approved', reasons: [] });
    expect(wire.length).toBeLessThanOrEqual(10);
  });
});

describe('the disclosure of a public page', () => {
  let cloud: LocalCloud;
  let store: TestStore;

  beforeEach(async () => {
    cloud = await startTestCloud();
    cloud.setNow(NOW);
    store = await openStore(cloud, 'owner');
  });
  afterEach(() => cloud.close());

  it('changes with consent only, which is dated', async () => {
    await publish(store);
    const contact = { disclosure: { ...COMPLETE_DISCLOSURE, contact: '020-0000 0088' } };
    const changed = buildEdit(store, await versionOf(store), contact);
    const refused = await store.owner.refused('shop.update', changed);
    expect(refused.fields).toEqual({ consent: 'consent_needed' });
    cloud.setNow('2026-11-25T02:00:00.000Z');
    await store.owner.ok('shop.update', { ...changed, consent: true });
    const [shop] = cloud.database.find('shops', { _id: store.shopId });
    expect(shop?.['disclosureConsentAt']).toMatch(/^2026-11-25T02:00/);
  });

  it('changes without it while the page is hidden, and where nothing of it changes', async () => {
    await store.owner.ok('shop.update', buildEdit(store, 1));
    await publish(store);
    await store.owner.ok('shop.update', buildEdit(store, await versionOf(store), { intro: '新' }));
  });
});

describe('the name of a public body', () => {
  let cloud: LocalCloud;
  beforeEach(async () => {
    cloud = await startTestCloud();
    cloud.setNow(NOW);
  });
  afterEach(() => cloud.close());

  const NAME = '花都区商务局直播';

  it('is refused for a store, its accounts and its hosts', async () => {
    const store = await openStore(cloud, 'owner');
    const { owner, shopId, hostId } = store;
    const edit = buildEdit(store, 1);
    const [account] = edit.accounts;
    const fieldsOf = [
      await owner.refused('shop.update', { ...edit, name: NAME }),
      await owner.refused('shop.update', {
        ...edit,
        accounts: [{ ...account, id: store.accountId, platform: 'douyin', hostId, name: NAME }],
      }),
      await owner.refused('host.add', { shopId, name: NAME, account: null }),
      await owner.refused('host.rename', { hostId, version: 1, name: NAME }),
    ].map(({ fields }) => fields);
    expect(fieldsOf).toEqual([
      { name: 'public_body' },
      { 'accounts.0.name': 'public_body' },
      { name: 'public_body' },
      { name: 'public_body' },
    ]);
    await expect(openStore(cloud, 'other', { name: NAME })).rejects.toThrow();
  });

  it('is not shown where a store has it from before', async () => {
    const store = await openStore(cloud, 'owner');
    await store.owner.ok('shop.update', buildEdit(store, 1));
    const [stored] = cloud.database.find('shops', { _id: store.shopId });
    await cloud.database.put('shops', store.shopId, { ...stored, name: NAME });
    const version = await versionOf(store);
    // Other things can still be edited.
    await store.owner.ok('shop.update', buildEdit(store, version, { name: NAME, intro: '新' }));
    const consent = { isPublished: true, consent: true };
    const { shopId } = store;
    const publishing = { shopId, version: version + 1, ...consent };
    expect((await store.owner.refused('shop.publish', publishing)).fields).toEqual({
      name: 'public_body',
    });
  });
});
