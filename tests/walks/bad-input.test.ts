import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from '../../local-cloud/local-cloud';
import type { InputOf } from '../../src/contract/endpoints';
import type { ApiError, FieldIssues } from '../../src/contract/errors';
import { buildPaid, buildPlan, buildRegistration, COMPLETE_DISCLOSURE } from '../support/builders';
import { callAs, newKey, startTestCloud } from '../support/cloud';
import { buildEdit, everythingIn, NOW, openStore, sessionIn, versionOf } from '../support/stores';
import type { TestStore } from '../support/stores';

const HTML = '<img src=x onerror=alert(1)><b>甩卖</b>';
const OPERATOR = { $gt: '' };
const MAX = Number.MAX_SAFE_INTEGER;
const TOMORROW = '2026-11-25';
const STRANGE_TEXTS: readonly [string, string][] = [
  ['HTML', HTML],
  ['an operator as text', '{"$gt":""}'],
  ['emoji with joiners and skin tones', '👩🏽‍🎤🎉🇨🇳直播'],
  ['right-to-left, with its marks', '‏متجر الأزياء‎ שלום'],
  ['rare characters beyond the BMP', '𠮷野家𪚥𫠊㐂'],
  ['combining accents', 'e\u0301 ≠ é'],
  ['quotes and backslashes', `O'Brien \\ "x" %00 \${y} $set`],
  ['40 emoji', '🎉'.repeat(40)],
];

describe('bad input is refused by name and nothing is stored', () => {
  let cloud: LocalCloud;
  let store: TestStore;
  let other: TestStore;
  const ids = { ended: '', scheduled: '', cancelled: '', theirs: '', entry: '', theirEntry: '' };
  const owner = () => store.owner;

  beforeAll(async () => {
    cloud = await startTestCloud();
    cloud.setNow(NOW);
    store = await openStore(cloud, 'owner');
    other = await openStore(cloud, 'neighbour');
    ids.ended = (await sessionIn(store, 'ended')).id;
    ids.scheduled = (await sessionIn(store, 'scheduled')).id;
    ids.cancelled = (await sessionIn(store, 'cancelled')).id;
    ids.theirs = (await sessionIn(other, 'ended')).id;
    const record = (at: TestStore, sessionId: string) =>
      at.owner.ok('sales.record', buildPaid(at.shopId, sessionId, { amountFen: 5 }));
    ids.entry = (await record(store, ids.ended)).entry.id;
    ids.theirEntry = (await record(other, ids.theirs)).entry.id;
  });
  afterAll(() => cloud.close());

  /** Insists on a refusal that leaves everything as it was. */
  const refuse = async (
    endpoint: string,
    input: unknown,
    requestKey?: string | null,
  ): Promise<ApiError> => {
    const before = everythingIn(cloud);
    const error = await owner().refused(endpoint, input, requestKey);
    expect(everythingIn(cloud)).toEqual(before);
    return error;
  };
  const paid = (overrides: object = {}): unknown => ({
    ...buildPaid(store.shopId, ids.ended),
    ...overrides,
  });
  const dayTarget = (bookedOn: unknown): unknown =>
    paid({ target: { of: 'day', bookedOn, hostId: null, accountId: null } });
  const plan = (overrides: object = {}): unknown => ({
    ...buildPlan({ shopId: store.shopId }),
    ...overrides,
  });
  const backfill = (when: unknown): unknown => {
    const { shopId } = store;
    return { shopId, title: '补录', hostId: null, accountId: null, when, figure: null };
  };
  const register = (overrides: object): unknown => ({ ...buildRegistration(), ...overrides });
  const followers = (overrides: object): unknown => {
    const { shopId, hostId, accountId } = store;
    return { shopId, hostId, accountId, count: 1, readOn: '2026-11-24', ...overrides };
  };

  const FIELDS: readonly [string, string, () => unknown, FieldIssues][] = [
    ['text for fen', 'sales.record', () => paid({ amountFen: '12' }), { amountFen: 'wrong_type' }],
    ['negative fen', 'sales.record', () => paid({ amountFen: -1 }), { amountFen: 'negative' }],
    ['half a fen', 'sales.record', () => paid({ amountFen: 0.5 }), { amountFen: 'fractional' }],
    ['no fen', 'sales.record', () => paid({ amountFen: null }), { amountFen: 'required' }],
    ['2^53 fen', 'sales.record', () => paid({ amountFen: MAX + 1 }), { amountFen: 'too_large' }],
    ['1e300 fen', 'sales.record', () => paid({ amountFen: 1e300 }), { amountFen: 'too_large' }],
    ['a list of fen', 'sales.record', () => paid({ amountFen: [1] }), { amountFen: 'wrong_type' }],
    ['an unknown kind', 'sales.record', () => paid({ kind: 'gmv' }), { kind: 'not_a_choice' }],
    [
      "an officer's basis",
      'sales.record',
      () => paid({ basis: 'verified' }),
      { basis: 'not_a_choice' },
    ],
    [
      'an unknown field',
      'sales.record',
      () => paid({ isCounted: true }),
      { isCounted: 'unknown_field' },
    ],
    [
      "an object's own words as a field",
      'sales.record',
      () => paid({ constructor: 1 }),
      { constructor: 'unknown_field' } as unknown as FieldIssues,
    ],
    [
      'an unknown target',
      'sales.record',
      () => paid({ target: { of: 'year' } }),
      { 'target.of': 'not_a_choice' },
    ],
    [
      'a day that is none',
      'sales.record',
      () => dayTarget('2026-02-30'),
      { 'target.bookedOn': 'bad_format' },
    ],
    [
      'a future day',
      'sales.record',
      () => dayTarget(TOMORROW),
      { 'target.bookedOn': 'in_the_future' },
    ],
    [
      'an operator for a day',
      'sales.record',
      () => dayTarget(OPERATOR),
      { 'target.bookedOn': 'wrong_type' },
    ],
    [
      'an operator for an id',
      'sales.ledger',
      () => ({ shopId: OPERATOR, sessionId: null, month: null, cursor: null }),
      { shopId: 'wrong_type' },
    ],
    [
      'an operator for a cursor',
      'sales.ledger',
      () => ({ shopId: store.shopId, sessionId: null, month: null, cursor: OPERATOR }),
      { cursor: 'wrong_type' },
    ],
    [
      'text that is no id',
      'liveSession.get',
      () => ({ sessionId: '../../etc' }),
      { sessionId: 'bad_format' },
    ],
    [
      'an operator for a name',
      'shop.register',
      () => register({ name: OPERATOR }),
      { name: 'wrong_type' },
    ],
    [
      '41 characters',
      'shop.register',
      () => register({ name: '𠮷'.repeat(41) }),
      { name: 'too_long' },
    ],
    ['spaces only', 'shop.register', () => register({ name: ' \u3000 ' }), { name: 'required' }],
    [
      'a control character',
      'shop.register',
      () => register({ name: 'a\u0000b' }),
      { name: 'control_characters' },
    ],
    [
      'two lines for a name',
      'shop.register',
      () => register({ name: 'a\nb' }),
      { name: 'control_characters' },
    ],
    [
      'no consent',
      'shop.register',
      () => register({ consent: false }),
      { consent: 'consent_needed' },
    ],
    [
      'a number for yes',
      'shop.register',
      () => register({ consent: 1 }),
      { consent: 'consent_needed' },
    ],
    ['no age of a person', 'shop.register', () => register({ age: null }), { age: 'required' }],
    [
      'Huadu without its town',
      'shop.register',
      () => register({ place: { where: 'huadu', town: null, movingOn: null } }),
      { 'place.town': 'required' },
    ],
    [
      'letters for a phone',
      'shop.register',
      () => register({ phone: 'call me' }),
      { phone: 'bad_format' },
    ],
    ['nothing at all', 'host.list', () => null, { shopId: 'required' }],
    ['text for the whole', 'host.list', () => 'shop', { input: 'wrong_type' }],
    [
      'end before start',
      'liveSession.schedule',
      () => plan({ endAt: '2026-11-25T11:59:59.999Z' }),
      { endAt: 'end_before_start' },
    ],
    [
      'end at start',
      'liveSession.schedule',
      () => plan({ endAt: '2026-11-25T12:00:00.000Z' }),
      { endAt: 'end_before_start' },
    ],
    [
      'three days',
      'liveSession.schedule',
      () => plan({ endAt: '2026-11-28T12:00:00.000Z' }),
      { endAt: 'too_far_apart' },
    ],
    [
      'a plan in the past',
      'liveSession.schedule',
      () => plan({ startAt: '2026-11-23T12:00:00.000Z', endAt: '2026-11-23T13:00:00.000Z' }),
      { startAt: 'in_the_past' },
    ],
    [
      'an instant without zone',
      'liveSession.schedule',
      () => plan({ startAt: '2026-11-25T12:00:00.000' }),
      { startAt: 'bad_format' },
    ],
    [
      '11 teasers',
      'liveSession.schedule',
      () =>
        plan({
          teasers: Array.from({ length: 11 }, () => ({
            name: '包',
            priceFen: 1,
            priceBasis: null,
          })),
        }),
      { teasers: 'too_many' },
    ],
    [
      'a teaser with a cart',
      'liveSession.schedule',
      () => plan({ teasers: [{ name: '包', priceFen: 1, priceBasis: null, cart: 1 }] }),
      { 'teasers.0.cart': 'unknown_field' },
    ],
    [
      "another store's host",
      'liveSession.schedule',
      () => plan({ hostId: other.hostId }),
      { hostId: 'not_in_store' },
    ],
    [
      "another store's account",
      'liveSession.schedule',
      () => plan({ accountId: other.accountId }),
      { accountId: 'not_in_store' },
    ],
    [
      'a back-fill of tomorrow',
      'liveSession.backfill',
      () => backfill({ precision: 'day', day: TOMORROW }),
      { 'when.day': 'in_the_future' },
    ],
    [
      'a back-fill that has not ended',
      'liveSession.backfill',
      () =>
        backfill({
          precision: 'instant',
          startedAt: '2026-11-24T01:00:00.000Z',
          endedAt: '2026-11-24T02:30:00.000Z',
        }),
      { 'when.endedAt': 'in_the_future' },
    ],
    [
      'a back-fill that ends first',
      'liveSession.backfill',
      () =>
        backfill({
          precision: 'instant',
          startedAt: '2026-11-24T01:00:00.000Z',
          endedAt: '2026-11-24T00:30:00.000Z',
        }),
      { 'when.endedAt': 'end_before_start' },
    ],
    [
      'a start in the future',
      'liveSession.goLive',
      () => ({ sessionId: ids.scheduled, at: '2026-11-24T02:10:00.000Z' }),
      { at: 'in_the_future' },
    ],
    [
      'a start a day early',
      'liveSession.goLive',
      () => ({ sessionId: ids.scheduled, at: '2026-11-23T02:00:00.000Z' }),
      { at: 'too_far_apart' },
    ],
    [
      'followers of tomorrow',
      'applicant.recordFollowers',
      () => followers({ readOn: TOMORROW }),
      { readOn: 'in_the_future' },
    ],
    [
      'text for followers',
      'applicant.recordFollowers',
      () => followers({ count: '500001' }),
      { count: 'wrong_type' },
    ],
    [
      "followers of another's host",
      'applicant.recordFollowers',
      () => followers({ hostId: other.hostId }),
      { hostId: 'not_in_store' },
    ],
    [
      'yes for an amount',
      'applicant.declare',
      () => ({
        shopId: store.shopId,
        hostId: null,
        fact: 'paid_in_capital',
        value: true,
        year: null,
      }),
      { value: 'wrong_type' },
    ],
    [
      'an unknown fact',
      'applicant.declare',
      () => ({ shopId: store.shopId, hostId: null, fact: 'is_rich', value: true, year: null }),
      { fact: 'not_a_choice' },
    ],
    [
      'a year out of bounds',
      'incentive.progress',
      () => ({ shopId: store.shopId, hostId: null, year: 1999, knownRuleSet: null }),
      { year: 'too_small' },
    ],
    [
      'an unknown condition',
      'incentive.explain',
      () => ({
        shopId: store.shopId,
        hostId: null,
        year: 2026,
        awardId: 'HD-ANCHOR',
        tierId: 'A1',
        conditionId: 'x',
        cursor: null,
      }),
      { conditionId: 'not_a_choice' },
    ],
    [
      'text for followers, on the public side',
      'incentive.precheck',
      () => ({
        lineOfBusiness: 'streamer',
        netFen: 1,
        followers: '1',
        paidInCapitalFen: null,
        operatingRevenueFen: null,
      }),
      { followers: 'wrong_type' },
    ],
  ];
  it.each(FIELDS)('%s: %s', async (_what, endpoint, input, fields) => {
    expect(await refuse(endpoint, input())).toEqual({ code: 'invalid_input', fields });
  });

  it('a credit code whose check character is wrong, and one with letters it cannot have', async () => {
    const version = await versionOf(store);
    for (const creditCode of ['92000000MADEMA0017', '92000000MADEMO0016']) {
      const disclosure = { ...COMPLETE_DISCLOSURE, creditCode };
      expect(await refuse('shop.update', buildEdit(store, version, { disclosure }))).toEqual({
        code: 'invalid_input',
        fields: { 'disclosure.creditCode': 'bad_format' },
      });
    }
  });

  it('publishing without consent, and without what the law makes a seller show', async () => {
    const publish = { shopId: store.shopId, version: await versionOf(store), isPublished: true };
    expect(await refuse('shop.publish', { ...publish, consent: false })).toEqual({
      code: 'invalid_input',
      fields: { consent: 'consent_needed' },
    });
    const missing = ['legalName', 'operatorName', 'creditCode', 'address', 'contact'];
    expect(await refuse('shop.publish', { ...publish, consent: true })).toEqual({
      code: 'disclosure_incomplete',
      fields: Object.fromEntries(missing.map((field) => [`disclosure.${field}`, 'required'])),
    });
  });

  it.each(['', 'shop', 'shop.delete', 'constructor', '__proto__', 'toString', 'shop.view'])(
    'the endpoint "%s", which api does not have',
    async (endpoint) => {
      const before = everythingIn(cloud);
      const event = { endpoint, input: {}, requestKey: newKey() };
      const answer = await cloud.call('api', event, { person: 'owner' });
      expect(answer.result).toMatchObject({ ok: false, error: { code: 'unknown_endpoint' } });
      expect(everythingIn(cloud)).toEqual(before);
    },
  );

  it.each([OPERATOR, ['sales.record'], 7, null])('%j for an endpoint', async (endpoint) => {
    const answer = await cloud.call('api', { endpoint, input: {} }, { person: 'owner' });
    expect(answer.result).toMatchObject({ ok: false, error: { code: 'unknown_endpoint' } });
  });

  const THEIRS: readonly [string, () => unknown][] = [
    ['shop.update', () => buildEdit({ ...store, shopId: other.shopId }, 1)],
    ['host.list', () => ({ shopId: other.shopId })],
    ['liveSession.get', () => ({ sessionId: ids.theirs })],
    ['liveSession.cancel', () => ({ sessionId: ids.theirs })],
    ['sales.record', () => buildPaid(other.shopId, ids.theirs)],
    // Their session or entry named from inside one's own store.
    ['sales.record', () => buildPaid(store.shopId, ids.theirs)],
    ['sales.replace', () => paid({ entryId: ids.theirEntry })],
    ['sales.undo', () => ({ shopId: store.shopId, entryId: ids.theirEntry })],
    ['liveSession.get', () => ({ sessionId: `${store.shopId}.l000000000000` })],
  ];
  it.each(THEIRS)("%s with another's or nobody's id: not_found", async (endpoint, input) => {
    expect(await refuse(endpoint, input())).toEqual({ code: 'not_found' });
  });

  it('stale versions, with the current one', async () => {
    const version = await versionOf(store);
    for (const stale of [version - 1, version + 1]) {
      const error = { code: 'stale_version', info: { version } };
      expect(await refuse('shop.update', buildEdit(store, stale))).toEqual(error);
      const publish = { shopId: store.shopId, isPublished: false, consent: false };
      expect(await refuse('shop.publish', { ...publish, version: stale })).toEqual(error);
    }
    const times = { startAt: '2026-11-26T12:00:00.000Z', endAt: '2026-11-26T13:00:00.000Z' };
    const move = { sessionId: ids.scheduled, version: 7, ...times };
    expect(await refuse('liveSession.reschedule', move)).toEqual({
      code: 'stale_version',
      info: { version: 1 },
    });
  });

  it('a write without a request key, or with one of a wrong form', async () => {
    expect(await refuse('sales.record', paid(), null)).toEqual({ code: 'request_key_missing' });
    for (const key of [
      'short',
      'has spaces in it',
      'x'.repeat(65),
      OPERATOR as unknown as string,
    ]) {
      expect(await refuse('sales.record', paid(), key)).toEqual({
        code: 'invalid_input',
        fields: { requestKey: 'bad_format' },
      });
    }
  });

  it('a request key used before for something else', async () => {
    const reused = { code: 'request_key_reused' };
    const key = newKey();
    await owner().ok('sales.record', paid() as InputOf<'sales.record'>, key);
    expect(await refuse('sales.record', paid({ amountFen: 6 }), key)).toEqual(reused);
    expect(await refuse('sales.replace', paid({ entryId: ids.entry }), key)).toEqual(reused);
    const name = { shopId: store.shopId, name: '主播二', account: null };
    expect(await refuse('host.add', name, key)).toEqual(reused);
    const second = newKey();
    await owner().ok('host.add', name, second);
    expect(await refuse('host.add', { ...name, name: '主播三' }, second)).toEqual(reused);
    expect(await refuse('liveSession.schedule', plan(), second)).toEqual(reused);
    expect(await refuse('sales.record', paid(), second)).toEqual(reused);
  });

  it('sums beyond 2^53−1 fen: of a session, and of a year over sessions', async () => {
    const big = await openStore(cloud, 'owner', { name: '巨额' });
    const first = (await sessionIn(big, 'ended')).id;
    const second = (await sessionIn(big, 'ended')).id;
    const record = (sessionId: string, amountFen: number) =>
      buildPaid(big.shopId, sessionId, { amountFen });
    await owner().ok('sales.record', record(first, MAX - 1));
    for (const input of [record(first, 2), record(first, MAX), record(second, 2)]) {
      expect(await refuse('sales.record', input)).toEqual({ code: 'sum_too_large' });
    }
    const { figures } = await owner().ok('sales.record', record(second, 1));
    expect(figures.paidFen).toBe(1);
    expect(await refuse('sales.record', record(second, 1))).toEqual({ code: 'sum_too_large' });
  });

  it('money for a session that is to come, or never will', async () => {
    for (const [sessionId, state] of [
      [ids.scheduled, 'scheduled'],
      [ids.cancelled, 'cancelled'],
    ]) {
      const target = { of: 'session', sessionId };
      const error = { code: 'illegal_transition', info: { state } };
      expect(await refuse('sales.record', paid({ target }))).toEqual(error);
    }
  });

  it('correcting or undoing twice', async () => {
    const { entry } = await owner().ok('sales.record', paid() as InputOf<'sales.record'>);
    const input = paid({ entryId: entry.id }) as InputOf<'sales.replace'>;
    const { entry: current } = await owner().ok('sales.replace', input);
    const error = { code: 'entry_not_current', info: { currentId: current.id } };
    expect(await refuse('sales.replace', input)).toEqual(error);
    const undo = (entryId: string) => ({ shopId: store.shopId, entryId });
    expect(await refuse('sales.undo', undo(entry.id))).toEqual(error);
    await owner().ok('sales.undo', undo(current.id));
    expect(await refuse('sales.undo', undo(current.id))).toEqual({
      code: 'entry_not_current',
      info: { currentId: null },
    });
  });

  it.each(STRANGE_TEXTS)(
    'stores %s as plain text and reads it back exactly',
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

  it('warns of overlapping sessions of one host, and stores the second', async () => {
    const shop = await openStore(cloud, 'writer', { name: '重叠' });
    const mine = { shopId: shop.shopId, hostId: shop.hostId };
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

  it('warns of refunds above paid in one session, and stores them', async () => {
    const session = await sessionIn(store, 'ended');
    const amount = (kind: 'paid' | 'refunded', amountFen: number) =>
      owner().full('sales.record', buildPaid(store.shopId, session.id, { kind, amountFen }));
    expect((await amount('paid', 100)).warnings).toBeUndefined();
    expect((await amount('refunded', 100)).warnings).toBeUndefined();
    const over = await amount('refunded', 1);
    expect(over.warnings).toEqual([{ code: 'refunds_above_paid' }]);
    expect(over.data.figures).toMatchObject({ refundedFen: 101, netFen: -1 });
  });
});
