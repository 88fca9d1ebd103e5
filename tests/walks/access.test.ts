import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import { isPublicKind } from '../../src/contract/endpoint';
import { accessTable, ANSWERED } from '../testkit/access-table';
import { buildPaid } from '../testkit/builders';
import { callAs, startTestCloud, type TestCaller } from '../testkit/cloud';
import { ENDPOINT_NAMES, functionOf } from '../testkit/endpoints';
import {
  NOW,
  openStore,
  publishVerified,
  sessionIn,
  type TestStore,
  versionOf,
} from '../testkit/stores';

const TABLE = accessTable();
/** Endpoints about the caller alone, not about a store. */
const OWN = ['shop.register', 'shop.mine', 'incentive.mine', 'follow.list'];
/** About a store's public pages: tests/walks/follow.test.ts and reports.test.ts. */
const BY_ANYONE = ['follow.set', 'report.send'];
/** Open to any person with an invitation's code; tests/walks/team.test.ts covers the rest. */
const BY_CODE = ['team.invitation', 'team.join'];

const OWNER = 'owner-whose-id-stays-private';
const PHONE = '13812345678';
/** Amounts that can be recognised in any answer. */
const SECRET_FEN = [8_123_456_701, 8_123_456_702, 8_123_456_703];

/** Keys that no answer to a viewer may hold at any depth. */
const PRIVATE_KEYS =
  /^(phone|age|openid|person|personId|by|recordedBy|version|facts|followers|figures|scopes?|history|role|hostId|hostIds|hosts|hostFigures|hostCount|recentAmounts|accountId|isListed|stage|sortKey|pauses)$|fen$/i;
/** The price of goods is public. */
const SHOWN = /^teasers\.\d+\.priceFen$/;

interface Leaf {
  path: string;
  key: string;
  value: unknown;
}

function leavesOf(value: unknown, path: string[] = []): Leaf[] {
  const own = { path: path.join('.'), key: path.at(-1) ?? '', value };
  if (typeof value !== 'object' || value === null) return [own];
  const children = Object.entries(value).flatMap(([key, child]) => leavesOf(child, [...path, key]));
  return [own, ...children];
}

describe('who may see and do what', () => {
  let cloud: LocalCloud;
  let store: TestStore;
  let sessionId: string;
  let viewer: TestCaller;

  beforeAll(async () => {
    cloud = await startTestCloud();
    cloud.setNow(NOW);
    store = await openStore(cloud, OWNER, { phone: PHONE });
    viewer = callAs(cloud);
    const { owner, shopId, hostId } = store;
    const [ended, coming] = [await sessionIn(store, 'ended'), await plan('scheduled')];
    await plan('live');
    sessionId = coming.id;
    const [paidFen, refundedFen, capitalFen] = SECRET_FEN;
    const paid = buildPaid(shopId, ended.id, { amountFen: paidFen ?? 0 });
    await owner.ok('sales.record', paid);
    await owner.ok('sales.record', { ...paid, kind: 'refunded', amountFen: refundedFen ?? 0 });
    const capital = { fact: 'paid_in_capital' as const, value: capitalFen ?? 0, year: null };
    await owner.ok('applicant.declare', { shopId, hostId: null, ...capital });
    const local = { fact: 'local_streamer' as const, value: true, year: null };
    await owner.ok('applicant.declare', { shopId, hostId, ...local });
    await owner.ok('host.share', { hostId, isSharingSums: true });
  });
  afterAll(() => cloud.close());

  const plan = (state: 'scheduled' | 'live') => {
    const teasers = [{ name: '手袋', priceFen: 19_900, priceBasis: '日常价' }];
    return sessionIn(store, state, { teasers, goalFen: SECRET_FEN[0] ?? 0 });
  };

  it('ignores or refuses an identity that is sent in a call', async () => {
    const event = { endpoint: 'shop.mine', input: {}, openid: OWNER, person: OWNER, OPENID: OWNER };
    const answer = await cloud.call('api', event, { person: 'stranger' });
    expect(answer.result).toMatchObject({ ok: true, data: { shops: [] } });
    const userInfo = { ...event, userInfo: { openId: OWNER }, input: { openid: OWNER } };
    const refused = await cloud.call('api', userInfo, { person: 'stranger' });
    expect(refused.result).toMatchObject({ error: { fields: { openid: 'unknown_field' } } });
  });

  const expectHidden = async (): Promise<void> => {
    const before = { shop: { shopId: store.shopId }, session: { sessionId } };
    expect(await viewer.refused('shop.view', before.shop)).toEqual({ code: 'not_found' });
    expect(await viewer.refused('liveSession.view', before.session)).toEqual({ code: 'not_found' });
    const listed = await viewer.ok('discover.list', { cursor: null });
    expect(listed).toEqual({ ahead: { items: [], cursor: null }, shops: [], cursor: null });
  };

  it('hides an unpublished store on every public page', expectHidden);

  it('shows no money, phone, person or other private field of a published store', async () => {
    // Only a verified store is listed in discovery.
    await publishVerified(cloud, store, { phone: PHONE });

    const list = await viewer.ok('discover.list', { cursor: null });
    const page = await viewer.ok('shop.view', { shopId: store.shopId });
    const card = await viewer.ok('liveSession.view', { sessionId });
    const past = { shopId: store.shopId, which: 'past' as const, cursor: null };
    const sessions = await viewer.ok('shop.sessions', past);
    expect(list.shops).toHaveLength(1);
    expect(list.ahead?.items.map(({ sessions }) => sessions.length)).toEqual([2]);
    expect([page.ahead, page.past].map((part) => part.length)).toEqual([2, 1]);
    expect(card.teasers).toHaveLength(1);
    expect(sessions.items).toHaveLength(1);
    for (const answer of [list, page, card, sessions]) {
      const leaves = leavesOf(answer);
      const exposed = leaves.filter(({ key, path }) => PRIVATE_KEYS.test(key) && !SHOWN.test(path));
      expect(exposed).toEqual([]);
      const text = JSON.stringify(answer);
      for (const secret of [OWNER, PHONE, ...SECRET_FEN.map(String)]) {
        expect(text).not.toContain(secret);
      }
    }
  });

  it('hides a store everywhere as soon as it is unpublished', async () => {
    const version = await versionOf(store);
    const back = { shopId: store.shopId, version, isPublished: false, consent: false };
    await store.owner.ok('shop.publish', back);
    await expectHidden();
  });
});

describe('the access table', () => {
  it('has every endpoint of the contract, in the function that its kind names', () => {
    for (const name of ['api', 'public'] as const) {
      const answered = ANSWERED[name].map(({ definition }) => definition.name);
      const defined = ENDPOINT_NAMES.filter((endpoint) => functionOf(endpoint) === name);
      expect(answered.sort()).toEqual([...defined].sort());
    }
  });

  it('lets a store decide about all endpoints but those about the caller alone', () => {
    const decidedElsewhere = TABLE.filter(({ kind, needs }) => !isPublicKind(kind) && !needs);
    // People leave by themselves, whatever their role is.
    const expected = [...OWN, ...BY_ANYONE, ...BY_CODE, 'host.unlink', 'team.leave'];
    expect(decidedElsewhere.map(({ name }) => name).sort()).toEqual(expected.sort());
  });
});
