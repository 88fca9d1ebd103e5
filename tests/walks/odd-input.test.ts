import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import { buildPaid, buildPlan } from '../testkit/builders';
import { startTestCloud } from '../testkit/cloud';
import { NOW, openStore, sessionIn, type TestStore } from '../testkit/stores';

const HTML = '<img src=x onerror=alert(1)><b>甩卖</b>';
const STRANGE_TEXTS: readonly [string, string][] = [
  ['HTML', HTML],
  ['an operator as text', '{"$gt":""}'],
  ['emoji with joiners and skin tones', '👩🏽‍🎤🎉🇨🇳直播'],
  ['right-to-left', 'متجر الأزياء שלום'],
  ['rare characters beyond the BMP', '𠮷野家𪚥𫠊㐂'],
  ['combining accents', 'e\u0301 ≠ é'],
  ['quotes and backslashes', `O'Brien \\ "x" %00 \${y} $set`],
  ['40 emoji', '🎉'.repeat(40)],
];

describe('unusual input', () => {
  let cloud: LocalCloud;
  let store: TestStore;
  const owner = () => store.owner;

  beforeAll(async () => {
    cloud = await startTestCloud();
    cloud.setNow(NOW);
    store = await openStore(cloud, 'owner');
  });
  afterAll(() => cloud.close());

  it.each(STRANGE_TEXTS)(
    'is stored as plain text and read back exactly: %s',
    async (_what, text) => {
      const { shopId, owner: person } = await openStore(cloud, 'writer', { name: text });
      const teasers = [{ name: text, priceFen: 1, priceBasis: text }];
      const { session } = await person.ok(
        'liveSession.schedule',
        buildPlan({ shopId, title: text, teasers }),
      );
      const { session: read } = await person.ok('liveSession.get', { sessionId: session.id });
      expect([read.title, read.teasers]).toEqual([text, teasers]);
      const { host } = await person.ok('host.add', { shopId, name: text, account: null });
      const mine = (await person.ok('shop.mine', {})).shops.find(({ shop }) => shop.id === shopId);
      expect(mine?.shop.name).toBe(text);
      expect(mine?.hosts.find(({ id }) => id === host.id)?.name).toBe(text);
    },
  );

  it('is stored with a warning: overlapping sessions of one host', async () => {
    const shop = await openStore(cloud, 'writer', { name: '重叠' });
    const mine = { shopId: shop.shopId, hostIds: [shop.hostId] };
    const first = await shop.owner.full(
      'liveSession.schedule',
      buildPlan({ ...mine, title: '一' }),
    );
    expect(first.warnings).toBeUndefined();
    const times = { startAt: '2026-11-25T15:59:59.999Z', endAt: '2026-11-25T18:00:00.000Z' };
    const second = await shop.owner.full('liveSession.schedule', buildPlan({ ...mine, ...times }));
    const info = { title: '一', sessionId: first.data.session.id };
    expect(second.warnings).toEqual([{ code: 'session_overlap', info }]);
    const edge = { startAt: '2026-11-25T18:00:00.000Z', endAt: '2026-11-25T19:00:00.000Z' };
    const third = await shop.owner.full('liveSession.schedule', buildPlan({ ...mine, ...edge }));
    expect(third.warnings).toBeUndefined();
    const page = { shopId: shop.shopId, tab: 'upcoming' as const, cursor: null };
    expect((await shop.owner.ok('liveSession.list', page)).items).toHaveLength(3);
  });

  it('is stored with a warning: refunds above the paid amount of a session', async () => {
    const session = await sessionIn(store, 'ended');
    const amount = (kind: 'paid' | 'refunded', amountFen: number) =>
      owner().full('sales.record', buildPaid(store.shopId, session.id, { kind, amountFen }));
    expect((await amount('paid', 100)).warnings).toBeUndefined();
    expect((await amount('refunded', 100)).warnings).toBeUndefined();
    const over = await amount('refunded', 1);
    expect(over.warnings).toEqual([{ code: 'refunds_above_paid' }]);
    expect(over.data.figures).toMatchObject({ refundedFen: 101, net: { low: -1, high: -1 } });
  });
});
