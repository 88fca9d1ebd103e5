import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import type { InputOf } from '../../src/contract/endpoints';
import type { ApiError } from '../../src/contract/errors';
import { buildCorrection, buildPaid, buildPlan } from '../testkit/builders';
import { newKey, startTestCloud } from '../testkit/cloud';
import {
  buildEdit,
  everythingIn,
  NOW,
  openStore,
  sessionIn,
  type TestStore,
  versionOf,
} from '../testkit/stores';

const OPERATOR = { $gt: '' };
const MAX = Number.MAX_SAFE_INTEGER;

describe('a refused call changes nothing', () => {
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

  /** Expects a refusal that leaves all documents as they were. */
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
  const plan = (overrides: object = {}): unknown => ({
    ...buildPlan({ shopId: store.shopId }),
    ...overrides,
  });

  it('is refused: publishing without consent, or without the disclosure that the law demands', async () => {
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
    'is refused: the endpoint "%s", which api does not have',
    async (endpoint) => {
      const before = everythingIn(cloud);
      const event = { endpoint, input: {}, requestKey: newKey() };
      const answer = await cloud.call('api', event, { person: 'owner' });
      expect(answer.result).toMatchObject({ ok: false, error: { code: 'unknown_endpoint' } });
      expect(everythingIn(cloud)).toEqual(before);
    },
  );

  it.each([OPERATOR, ['sales.record'], 7, null])(
    'is refused: %j as an endpoint',
    async (endpoint) => {
      const answer = await cloud.call('api', { endpoint, input: {} }, { person: 'owner' });
      expect(answer.result).toMatchObject({ ok: false, error: { code: 'unknown_endpoint' } });
    },
  );

  const THEIRS: readonly [string, () => unknown][] = [
    ['shop.update', () => buildEdit({ ...store, shopId: other.shopId }, 1)],
    ['host.list', () => ({ shopId: other.shopId })],
    ['liveSession.get', () => ({ sessionId: ids.theirs })],
    ['liveSession.cancel', () => ({ sessionId: ids.theirs })],
    ['sales.record', () => buildPaid(other.shopId, ids.theirs)],
    // A session or entry of another store, together with the caller's own store.
    ['sales.record', () => buildPaid(store.shopId, ids.theirs)],
    ['sales.replace', () => buildCorrection(store.shopId, ids.theirEntry)],
    ['sales.undo', () => ({ shopId: store.shopId, entryId: ids.theirEntry })],
    ['liveSession.get', () => ({ sessionId: `${store.shopId}.l000000000000` })],
  ];
  it.each(THEIRS)(
    'is refused as not_found: %s with an id of another store, or an unknown one',
    async (endpoint, input) => {
      expect(await refuse(endpoint, input())).toEqual({ code: 'not_found' });
    },
  );

  it('is refused with the current version: a write with a stale one', async () => {
    const version = await versionOf(store);
    for (const stale of [version - 1, version + 1]) {
      const error = { code: 'stale_version', info: { version } };
      expect(await refuse('shop.update', buildEdit(store, stale))).toEqual(error);
      const publish = { shopId: store.shopId, isPublished: false, consent: false };
      expect(await refuse('shop.publish', { ...publish, version: stale })).toEqual(error);
    }
    const times = { startAt: '2026-11-26T12:00:00.000Z', endAt: '2026-11-26T13:00:00.000Z' };
    const { shopId: _shopId, repeat: _repeat, ...plan } = buildPlan({ ...times, shopId: '' });
    const edit = { ...plan, sessionId: ids.scheduled, version: 7, which: 'this' };
    expect(await refuse('liveSession.edit', edit)).toEqual({
      code: 'stale_version',
      info: { version: 1 },
    });
  });

  it('is refused: a write without a request key, or with a malformed one', async () => {
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

  it('is refused: a request key that was used for another write', async () => {
    const reused = { code: 'request_key_reused' };
    const key = newKey();
    await owner().ok('sales.record', paid() as InputOf<'sales.record'>, key);
    expect(await refuse('sales.record', paid({ amountFen: 6 }), key)).toEqual(reused);
    const name = { shopId: store.shopId, name: '主播二', account: null };
    expect(await refuse('host.add', name, key)).toEqual(reused);
    const second = newKey();
    await owner().ok('host.add', name, second);
    expect(await refuse('host.add', { ...name, name: '主播三' }, second)).toEqual(reused);
    expect(await refuse('liveSession.schedule', plan(), second)).toEqual(reused);
    expect(await refuse('sales.record', paid(), second)).toEqual(reused);
    // A correction keeps its key in the entry that it corrects.
    const { entry } = await owner().ok('sales.record', paid() as InputOf<'sales.record'>);
    const correct = (amountFen: number) => buildCorrection(store.shopId, entry.id, { amountFen });
    const fourth = newKey();
    await owner().ok('sales.replace', correct(6), fourth);
    expect(await refuse('sales.replace', correct(7), fourth)).toEqual(reused);
    const undo = { shopId: store.shopId, entryId: entry.id };
    expect(await refuse('sales.undo', undo, fourth)).toEqual(reused);
    // The same input for another step is another write.
    const { id: sessionId } = await sessionIn(store, 'live');
    const third = newKey();
    await owner().ok('liveSession.pause', { sessionId }, third);
    expect(await refuse('liveSession.resume', { sessionId }, third)).toEqual(reused);
  });

  it('is refused: a sum above 2^53−1 fen of a session, or of a year over sessions', async () => {
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

  it('is refused: an amount for a session that is planned or cancelled', async () => {
    for (const [sessionId, state] of [
      [ids.scheduled, 'scheduled'],
      [ids.cancelled, 'cancelled'],
    ]) {
      const target = { of: 'session', sessionId };
      const error = { code: 'illegal_transition', info: { state } };
      expect(await refuse('sales.record', paid({ target }))).toEqual(error);
    }
  });

  it('is refused: correcting or undoing an entry twice', async () => {
    const { entry } = await owner().ok('sales.record', paid() as InputOf<'sales.record'>);
    const input = buildCorrection(store.shopId, entry.id);
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
});
