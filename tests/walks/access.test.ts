import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import { type Role, ROLES } from '../../src/domain/shop/shop';
import { accessTable, ANSWERED } from '../testkit/access-table';
import { buildPaid } from '../testkit/builders';
import { callAs, newKey, startTestCloud, type TestCaller } from '../testkit/cloud';
import { ENDPOINT_NAMES, functionOf, isWrite } from '../testkit/endpoints';
import {
  correctionIn,
  everythingIn,
  inputsAbout,
  NOW,
  openStore,
  publish,
  sessionIn,
  type TestStore,
  versionOf,
} from '../testkit/stores';
import { giveRole } from '../testkit/people';

const OF_API = ENDPOINT_NAMES.filter((name) => functionOf(name) === 'api');
const TABLE = accessTable();
const OF_STORE = TABLE.filter(({ needs }) => needs !== null);
/** Endpoints about the caller alone, not about a store. */
const OWN = ['shop.register', 'shop.mine', 'incentive.mine'];
/** Open to any person with an invitation's code; tests/walks/host-link.test.ts covers the rest. */
const BY_CODE = ['host.invitation', 'host.join'];

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
  let inputs: ReturnType<typeof inputsAbout>;
  let viewer: TestCaller;

  beforeAll(async () => {
    cloud = await startTestCloud();
    cloud.setNow(NOW);
    store = await openStore(cloud, OWNER, { phone: PHONE });
    await openStore(cloud, 'neighbour');
    viewer = callAs(cloud);
    const { owner, shopId, hostId } = store;
    const [ended, coming] = [await sessionIn(store, 'ended'), await plan('scheduled')];
    await plan('live');
    sessionId = coming.id;
    const [paidFen, refundedFen, capitalFen] = SECRET_FEN;
    const paid = buildPaid(shopId, ended.id, { amountFen: paidFen ?? 0 });
    const { entry } = await owner.ok('sales.record', paid);
    await owner.ok('sales.record', { ...paid, kind: 'refunded', amountFen: refundedFen ?? 0 });
    const capital = { fact: 'paid_in_capital' as const, value: capitalFen ?? 0, year: null };
    await owner.ok('applicant.declare', { shopId, hostId: null, ...capital });
    const local = { fact: 'local_streamer' as const, value: true, year: null };
    const { facts } = await owner.ok('applicant.declare', { shopId, hostId, ...local });
    const declarationId = facts[0]?.id ?? '';
    const version = await versionOf(store);
    const invited = await owner.ok('host.invite', { shopId, hostId, isSharingSums: true });
    const code = invited.invitation?.code ?? '';
    const ids = { sessionId, entryId: entry.id, declarationId, version, code };
    inputs = inputsAbout(store, ids);
  });
  afterAll(() => cloud.close());

  const plan = (state: 'scheduled' | 'live') => {
    const teasers = [{ name: '手袋', priceFen: 19_900, priceBasis: '日常价' }];
    return sessionIn(store, state, { teasers, goalFen: SECRET_FEN[0] ?? 0 });
  };

  it.each(OF_API)('refuses an anonymous call of %s', async (endpoint) => {
    const before = everythingIn(cloud);
    const event = { endpoint, input: inputs[endpoint], requestKey: newKey() };
    const answer = await cloud.call('api', event);
    expect(answer.errCode).toBeTypeOf('number');
    expect(answer.result).toBeUndefined();
    expect(everythingIn(cloud)).toEqual(before);
  });

  it.each(OF_API.filter((name) => ![...OWN, ...BY_CODE].includes(name)))(
    '%s answers not_found to a stranger and to the owner of another store',
    async (endpoint) => {
      const before = everythingIn(cloud);
      for (const person of ['stranger', 'neighbour']) {
        const error = await callAs(cloud, person).refused(endpoint, inputs[endpoint]);
        expect(error).toEqual({ code: 'not_found' });
      }
      expect(everythingIn(cloud)).toEqual(before);
    },
  );

  it('accepts the same inputs from the owner', async () => {
    const reads = OF_API.filter((name) => !isWrite(name));
    for (const endpoint of reads) {
      expect((await store.owner.raw(endpoint, inputs[endpoint])).ok, endpoint).toBe(true);
    }
  });

  it('ignores or refuses an identity that is sent in a call', async () => {
    const event = { endpoint: 'shop.mine', input: {}, openid: OWNER, person: OWNER, OPENID: OWNER };
    const answer = await cloud.call('api', event, { person: 'stranger' });
    expect(answer.result).toMatchObject({ ok: true, data: { shops: [] } });
    const userInfo = { ...event, userInfo: { openId: OWNER }, input: { openid: OWNER } };
    const refused = await cloud.call('api', userInfo, { person: 'stranger' });
    expect(refused.result).toMatchObject({ error: { fields: { openid: 'unknown_field' } } });
  });

  it('refuses every call of the timer but its trigger', async () => {
    for (const as of [{}, { person: OWNER }]) {
      const answer = await cloud.call('timer', { Type: 'timer', TriggerName: 'timer' }, as);
      expect(answer.errCode).toBeTypeOf('number');
    }
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
    await publish(store, { phone: PHONE });
    // An officer verifies a store; only then is it listed in discovery when it is published.
    const [shop] = cloud.database.find('shops', { _id: store.shopId });
    const verification = { state: 'verified', on: '2026-11-24' };
    await cloud.database.put('shops', store.shopId, { ...shop, verification });
    await publish(store, { phone: PHONE });

    const list = await viewer.ok('discover.list', { cursor: null });
    const page = await viewer.ok('shop.view', { shopId: store.shopId });
    const card = await viewer.ok('liveSession.view', { sessionId });
    expect(list.shops).toHaveLength(1);
    expect(list.ahead?.items.map(({ sessions }) => sessions.length)).toEqual([2]);
    expect([page.ahead, page.past].map((part) => part.length)).toEqual([2, 1]);
    expect(card.teasers).toHaveLength(1);
    for (const answer of [list, page, card]) {
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
    const decidedElsewhere = TABLE.filter(({ kind, needs }) => kind !== 'publicRead' && !needs);
    // The person who is linked as a host needs no role in the store to leave it.
    const expected = [...OWN, ...BY_CODE, 'host.unlink'];
    expect(decidedElsewhere.map(({ name }) => name).sort()).toEqual(expected.sort());
  });
});

describe('a role in a store', () => {
  let cloud: LocalCloud;
  let inputs: ReturnType<typeof inputsAbout>;

  beforeAll(async () => {
    cloud = await startTestCloud();
    cloud.setNow(NOW);
    const store = await openStore(cloud, 'owner');
    const { owner, shopId, hostId } = store;
    for (const role of ROLES.slice(1)) {
      await giveRole(cloud, { shopId, person: role, role, joinedAt: NOW });
    }
    const { id: sessionId } = await sessionIn(store, 'live');
    const { entry } = await owner.ok('sales.record', buildPaid(shopId, sessionId));
    const local = { fact: 'local_streamer' as const, value: true, year: null };
    const { facts } = await owner.ok('applicant.declare', { shopId, hostId, ...local });
    const ids = { sessionId, entryId: entry.id, declarationId: facts[0]?.id ?? '' };
    const correctionId = await correctionIn(store, sessionId);
    inputs = inputsAbout(store, { ...ids, correctionId, version: await versionOf(store) });
  });
  afterAll(() => cloud.close());

  const codeFor = async (role: Role, endpoint: string): Promise<string> => {
    const input = inputs[endpoint as keyof typeof inputs];
    const answer = await callAs(cloud, role).raw(endpoint, input);
    return answer.ok ? 'ok' : answer.error.code;
  };

  it.each(OF_STORE)(
    'may call $name when it has $needs, and is refused otherwise',
    async ({ name, roles }) => {
      for (const role of ROLES.filter((other) => !roles.includes(other))) {
        const before = everythingIn(cloud);
        expect(await codeFor(role, name), role).toBe('not_allowed');
        expect(everythingIn(cloud)).toEqual(before);
      }
      for (const role of roles) {
        expect(['not_allowed', 'not_found'], role).not.toContain(await codeFor(role, name));
      }
    },
  );
});
