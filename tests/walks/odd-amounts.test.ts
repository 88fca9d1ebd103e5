import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { LocalCloud, WireCall } from 'local-cloud';
import { recount } from '../../scripts/recount/recount';
import type { CallAnswer } from '../../src/contract/envelope';
import type { InputOf } from '../../src/contract/endpoints';
import { findingsIn, type Oddity } from '../../src/domain/sales/oddities';
import { addMinutes } from '../../src/domain/time';
import { buildCorrection, buildPaid } from '../testkit/builders';
import { callAs, newKey, startTestCloud, type TestCaller } from '../testkit/cloud';
import { everythingIn, NOW, openStore, sessionIn, type TestStore } from '../testkit/stores';
import { giveRole } from '../testkit/people';

type Recorded = Partial<InputOf<'sales.record'>>;
type Target = InputOf<'sales.record'>['target'];

/** What a session of the store sells. */
const USUAL_FEN = 12_400_000;

describe('an odd amount', () => {
  const wire: WireCall[] = [];
  let cloud: LocalCloud;
  let store: TestStore;
  let operator: TestCaller;
  let stores = 0;

  beforeAll(async () => {
    cloud = await startTestCloud({ workers: 4, onWire: (call) => wire.push(call) });
  });
  beforeEach(async () => {
    cloud.setNow(NOW);
    store = await openStore(cloud, `owner-${String((stores += 1))}`);
    const [shopId, person] = [store.shopId, `operator-${String(stores)}`];
    await giveRole(cloud, { shopId, person, role: 'operator', joinedAt: NOW });
    operator = callAs(cloud, person);
  });
  afterAll(() => cloud.close());

  const asked = (target: Target, overrides: Recorded = {}): InputOf<'sales.record'> =>
    buildPaid(store.shopId, '', { target, confirmed: [], ...overrides });
  const corrected = (entryId: string, overrides: Recorded = {}): InputOf<'sales.replace'> => {
    const { target: _place, ...statement } = overrides;
    return buildCorrection(store.shopId, entryId, { confirmed: [], ...statement });
  };
  const inSession = async (): Promise<Target> => ({
    of: 'session',
    sessionId: (await sessionIn(store, 'ended')).id,
  });
  const onDay = (bookedOn: string): Target => {
    const { hostId, accountId } = store;
    return { of: 'day', bookedOn, hostId, accountId };
  };
  const pastOn = (
    day: string,
    amountFen: number | null,
    overrides: Partial<InputOf<'liveSession.backfill'>> = {},
  ): InputOf<'liveSession.backfill'> => {
    const { shopId, hostId, accountId } = store;
    const plain = { basis: 'self_reported', source: null, soldFor: null } as const;
    return {
      shopId,
      hostIds: [hostId],
      accountId,
      title: `补录 ${day}`,
      when: { precision: 'day', day },
      figure: amountFen === null ? null : { kind: 'paid', amountFen, ...plain },
      ...overrides,
    };
  };
  /** Enters sessions of which each sold the usual amount. */
  const sell = async (sessions: number): Promise<void> => {
    for (let i = 1; i <= sessions; i += 1) {
      const day = `2026-10-${String(i).padStart(2, '0')}`;
      await store.owner.ok('liveSession.backfill', pastOn(day, USUAL_FEN));
    }
  };
  /** Expects questions, and that nothing is stored. */
  const expectAsked = async (
    endpoint: string,
    input: unknown,
    oddities: Oddity[],
    key?: string,
  ) => {
    const before = everythingIn(cloud);
    const error = await store.owner.refused(endpoint, input, key);
    expect(findingsIn(error.info ?? {}).map(({ oddity }) => oddity)).toEqual(oddities);
    expect(everythingIn(cloud)).toEqual(before);
    return error;
  };
  const expectExact = (): void => expect(recount(cloud.database).differences).toBe(0);

  it('twenty times the usual is asked about once, one fen less is not', async () => {
    await sell(5);
    const target = await inSession();
    await store.owner.ok('sales.record', asked(target, { amountFen: 20 * USUAL_FEN - 1 }));
    const far = asked(target, { amountFen: 20 * USUAL_FEN });
    const error = await expectAsked('sales.record', far, ['far_above_usual']);
    expect(error).toEqual({
      code: 'odd_amount',
      info: { far_above_usual: true, usualFen: USUAL_FEN, sessionCount: 5 },
    });
    const { figures } = await store.owner.ok('sales.record', {
      ...far,
      confirmed: ['far_above_usual'],
    });
    expect(figures.paidFen).toBe(40 * USUAL_FEN - 1);
    expectExact();
  });

  it('is not compared with fewer than five other sessions, nor with its own session', async () => {
    await sell(4);
    const target = await inSession();
    await store.owner.ok('sales.record', asked(target, { amountFen: USUAL_FEN }));
    await store.owner.ok('sales.record', asked(target, { amountFen: 50 * USUAL_FEN }));
  });

  it('of another kind is asked about although one was confirmed', async () => {
    await sell(5);
    const far = asked(await inSession(), { amountFen: 20 * USUAL_FEN });
    await store.owner.ok('sales.record', { ...far, confirmed: ['far_above_usual'] });
    const again = { ...far, confirmed: ['far_above_usual'] as Oddity[] };
    await expectAsked('sales.record', far, ['far_above_usual', 'same_amount_again']);
    await expectAsked('sales.record', again, ['same_amount_again']);
    const both: Oddity[] = ['far_above_usual', 'same_amount_again'];
    const { figures } = await store.owner.ok('sales.record', { ...far, confirmed: both });
    expect(figures).toMatchObject({ paidFen: 40 * USUAL_FEN, entryCount: 2 });
    expectExact();
  });

  it('equal to one of another person is asked about for ten minutes', async () => {
    for (const target of [await inSession(), onDay('2026-11-20')]) {
      cloud.setNow(NOW);
      const { entry } = await operator.ok('sales.record', asked(target));
      const { recordedAt } = entry;
      // The clock of the cloud runs on; the very millisecond is in the tests of the domain.
      cloud.setNow(addMinutes(recordedAt, 9));
      const error = await expectAsked('sales.record', asked(target), ['same_amount_again']);
      expect(error.info).toEqual({ same_amount_again: true, recordedAt });
      await store.owner.ok('sales.record', asked(target, { amountFen: 7 }));
      await store.owner.ok('sales.record', asked(target, { kind: 'ordered' }));
      cloud.setNow(addMinutes(recordedAt, 11));
      const { figures } = await store.owner.ok('sales.record', asked(target));
      expect(figures.paidFen).toBe(2 * 12_500_000 + 7);
    }
    expectExact();
  });

  it('equal to one elsewhere, or to one that was undone or corrected, is not asked about', async () => {
    const target = await inSession();
    const { entry } = await store.owner.ok('sales.record', asked(target));
    await store.owner.ok('sales.record', asked(await inSession()));
    await store.owner.ok('sales.undo', { shopId: store.shopId, entryId: entry.id });
    const { entry: second } = await store.owner.ok('sales.record', asked(target));
    await store.owner.ok('sales.replace', corrected(second.id, { amountFen: 3 }));
    await store.owner.ok('sales.record', asked(target));
    await expectAsked('sales.record', asked(target, { amountFen: 3 }), ['same_amount_again']);
    expectExact();
  });

  it('that counts again after an undo is equal to the next one', async () => {
    const target = await inSession();
    const { entry } = await store.owner.ok('sales.record', asked(target));
    const correction = corrected(entry.id, { amountFen: 3 });
    const { entry: changed } = await store.owner.ok('sales.replace', correction);
    await store.owner.ok('sales.undo', { shopId: store.shopId, entryId: changed.id });
    await expectAsked('sales.record', asked(target), ['same_amount_again']);
  });

  it('recorded by two phones at the same moment is asked about on one of them', async () => {
    const input = asked(await inSession());
    const answers = await Promise.all(
      [store.owner, operator].map((each) => each.raw('sales.record', input)),
    );
    const codes = answers.map((answer: CallAnswer<unknown>) =>
      answer.ok ? 'ok' : answer.error.code,
    );
    expect(codes.sort()).toEqual(['odd_amount', 'ok']);
    const rest = { ...input, confirmed: ['same_amount_again'] as Oddity[] };
    const { figures } = await store.owner.ok('sales.record', rest);
    expect(figures).toMatchObject({ paidFen: 2 * 12_500_000, entryCount: 2 });
    expectExact();
  });

  it('sent again after a lost answer gets the first answer and no question', async () => {
    const target = await inSession();
    const key = newKey();
    const first = await store.owner.ok('sales.record', asked(target), key);
    expect(await store.owner.ok('sales.record', asked(target), key)).toEqual(first);
  });

  it('that was refused keeps no claim of its key', async () => {
    const input = asked(await inSession());
    await store.owner.ok('sales.record', input);
    const key = newKey();
    await expectAsked('sales.record', input, ['same_amount_again'], key);
    await store.owner.ok('sales.record', { ...input, confirmed: ['same_amount_again'] }, key);
  });

  it('refunded above the paid one is asked about before it is stored', async () => {
    const target = await inSession();
    const refund = (amountFen: number) => asked(target, { kind: 'refunded', amountFen });
    // Nothing is sold as far as the records go: the session says that the sale is missing.
    await store.owner.ok('sales.record', refund(500));
    await store.owner.ok('sales.record', asked(target, { amountFen: 1000 }));
    await store.owner.ok('sales.record', refund(499));
    await store.owner.ok('sales.record', refund(1));
    const error = await expectAsked('sales.record', refund(2), ['refunds_above_paid']);
    expect(error.info).toEqual({ refunds_above_paid: true, paidFen: 1000, refundedFen: 1002 });
    const confirmed = { ...refund(2), confirmed: ['refunds_above_paid'] as Oddity[] };
    const { figures } = await store.owner.ok('sales.record', confirmed);
    expect(figures.refundedFen).toBe(1002);
    await store.owner.ok('sales.record', asked(onDay('2026-11-20'), { amountFen: 5 }));
    const late = { kind: 'refunded', amountFen: 6 } as const;
    await store.owner.ok('sales.record', asked(onDay('2026-11-20'), late));
    expectExact();
  });

  it('in a correction is asked about, unless kind and amount stay', async () => {
    await sell(5);
    const target = await inSession();
    const { entry } = await store.owner.ok('sales.record', asked(target, { amountFen: 5 }));
    const { entry: other } = await store.owner.ok('sales.record', asked(target, { amountFen: 6 }));
    await expectAsked('sales.replace', corrected(other.id, { amountFen: 5 }), [
      'same_amount_again',
    ]);
    const far = corrected(entry.id, { amountFen: 20 * USUAL_FEN });
    await expectAsked('sales.replace', far, ['far_above_usual']);
    const confirmed = { ...far, confirmed: ['far_above_usual'] as Oddity[] };
    const { entry: big } = await store.owner.ok('sales.replace', confirmed);
    const source = { amountFen: 20 * USUAL_FEN, source: '后台截图' };
    await store.owner.ok('sales.replace', corrected(big.id, source));
    const { entry: back } = await store.owner.ok('sales.record', {
      ...asked(target, { kind: 'refunded', amountFen: 1 }),
    });
    const above = { kind: 'refunded', amountFen: 20 * USUAL_FEN + 7 } as const;
    await expectAsked('sales.replace', corrected(back.id, above), [
      'far_above_usual',
      'refunds_above_paid',
    ]);
    expectExact();
  });

  it('that moves is asked about at its new place, its size only when it changes', async () => {
    await sell(5);
    const [here, there] = [await inSession(), await inSession()];
    const far = { amountFen: 20 * USUAL_FEN };
    const confirmed: Oddity[] = ['far_above_usual'];
    const { entry } = await store.owner.ok('sales.record', asked(here, { ...far, confirmed }));
    await store.owner.ok('sales.record', asked(there, { amountFen: 9 }));
    const move = (target: Target, overrides: Recorded) => ({
      ...corrected(entry.id, overrides),
      target,
    });
    await expectAsked('sales.move', move(there, { amountFen: 21 * USUAL_FEN }), [
      'far_above_usual',
    ]);
    await expectAsked('sales.move', move(there, { amountFen: 9 }), ['same_amount_again']);
    const { entry: moved } = await store.owner.ok('sales.move', move(there, far));
    // Where it was, nothing equal is left.
    await store.owner.ok('sales.record', asked(here, { ...far, confirmed }));
    await store.owner.ok('sales.move', { ...corrected(moved.id, far), target: there });
    expectExact();
  });

  it('of a day is not taken for that of a past session, nor the other way round', async () => {
    const { owner, hostId, accountId } = store;
    const day = { of: 'day', bookedOn: '2026-11-17', hostId, accountId } as const;
    await owner.ok('sales.record', asked(day, { amountFen: 800 }));
    const past = await owner.ok('liveSession.backfill', pastOn('2026-11-17', 800));
    const ledger = { shopId: store.shopId, sessionId: past.session.id, month: null, cursor: null };
    const { items } = await owner.ok('sales.ledger', ledger);
    await owner.ok('sales.undo', { shopId: store.shopId, entryId: items[0]?.id ?? '' });
    expectExact();
  });

  it('entered again as the same past session is asked about', async () => {
    const input = pastOn('2026-11-20', 700);
    await store.owner.ok('liveSession.backfill', input);
    cloud.setNow(addMinutes(NOW, 60));
    const error = await expectAsked('liveSession.backfill', { ...input, title: '又一场' }, [
      'backfilled_twice',
    ]);
    expect(error.info).toEqual({ backfilled_twice: true, title: input.title });
    const { accountId, hostId } = store;
    const other = { when: { precision: 'day', day: '2026-11-19' } } as const;
    await store.owner.ok('liveSession.backfill', pastOn('2026-11-20', 700, other));
    await store.owner.ok('liveSession.backfill', pastOn('2026-11-20', 701));
    await store.owner.ok('liveSession.backfill', pastOn('2026-11-20', 700, { accountId: null }));
    expect([accountId, hostId]).not.toContain(null);
    const again = { ...input, confirmed: ['backfilled_twice'] as Oddity[] };
    await store.owner.ok('liveSession.backfill', again);
    const none = pastOn('2026-11-18', null);
    await store.owner.ok('liveSession.backfill', none);
    await expectAsked('liveSession.backfill', none, ['backfilled_twice']);
    expectExact();
  });

  it('entered as the same past session by two phones at once is asked about on one', async () => {
    const input = pastOn('2026-11-20', 700);
    const answers = await Promise.all(
      [store.owner, operator].map((each) => each.raw('liveSession.backfill', input)),
    );
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const lost = answers.find((answer) => !answer.ok);
    expect(lost).toMatchObject({ error: { code: 'odd_amount', info: { backfilled_twice: true } } });
    expect(cloud.database.find('live_sessions', { shopId: store.shopId })).toHaveLength(1);
    expectExact();
  });

  it('far above the usual is asked about in a past session too', async () => {
    await sell(5);
    const far = pastOn('2026-11-20', 20 * USUAL_FEN);
    await expectAsked('liveSession.backfill', far, ['far_above_usual']);
    await store.owner.ok('liveSession.backfill', pastOn('2026-11-20', 20 * USUAL_FEN - 1));
  });

  it('is asked of no one who may not record, and says nothing to them', async () => {
    const target = await inSession();
    await store.owner.ok('sales.record', asked(target));
    const stranger = callAs(cloud, 'stranger');
    expect(await stranger.refused('sales.record', asked(target))).toEqual({ code: 'not_found' });
    const unknown = { ...asked(target), confirmed: ['anything'] };
    expect(await store.owner.refused('sales.record', unknown)).toEqual({
      code: 'invalid_input',
      fields: { 'confirmed.0': 'not_a_choice' },
    });
  });

  it('costs no call more: the figures are read in the call that lets the person in', async () => {
    await sell(5);
    const target = await inSession();
    const callsOf = async (call: () => Promise<unknown>): Promise<number> => {
      wire.length = 0;
      await call();
      return wire.length;
    };
    const { entry } = await store.owner.ok('sales.record', asked(target, { amountFen: 1 }));
    const record = asked(target, { amountFen: 2 });
    expect(await callsOf(() => store.owner.ok('sales.record', record))).toBe(8);
    const replace = corrected(entry.id, { amountFen: 3 });
    expect(await callsOf(() => store.owner.ok('sales.replace', replace))).toBe(9);
    const firstOfYear = asked(onDay('2022-01-01'));
    expect(await callsOf(() => store.owner.ok('sales.record', firstOfYear))).toBe(8);
    const { entry: another } = await store.owner.ok('sales.record', asked(onDay('2026-11-19')));
    const move = { ...corrected(another.id), target: onDay('2021-01-01') };
    expect(await callsOf(() => store.owner.ok('sales.move', move))).toBe(13);
    const undo = { shopId: store.shopId, entryId: another.id };
    await store.owner.refused('sales.undo', undo);
  });
});
