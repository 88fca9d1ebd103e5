import { describe, expect, it } from 'vitest';

import type { InputOf, OutputOf } from '../../contract/endpoints';
import type { ErrorCode } from '../../contract/errors';
import type { LedgerEntry } from '../../contract/sales';
import { usualTimes } from '../../domain/live-session/default-times';
import { buildEntry, buildSession, NO_FIGURES } from '../records.fixture';
import type { Result } from '../result';
import { createFollowersDraft } from './applicant-draft';
import { createBackfillDraft } from './backfill-draft';
import { buildShop, fakeDevice, HOST_ID, SHOP_ID, type FakeDevice } from './draft.fixture';
import { createPlanDraft } from './plan-draft';
import { createCorrectionDraft, createRecordDraft } from './sales-draft';
import { createShopDraft } from './shop-draft';

type Fate = 'answered' | 'answer lost' | 'never arrived' | ErrorCode;

/**
 * Answers a write once per key, as the cloud does. The connection decides what becomes of each call;
 * a write whose answer is lost is stored.
 */
class Once<Data> {
  readonly stored: { input: unknown; replaces: string | null }[] = [];
  readonly keys: string[] = [];
  private readonly answers = new Map<string, Data>();

  constructor(
    private readonly fates: Fate[],
    private readonly make: (input: never, count: number) => Data,
  ) {}

  write = async (
    input: unknown,
    key?: string,
    replaces: string | null = null,
  ): Promise<Result<Data>> => {
    const requestKey = key ?? '';
    this.keys.push(requestKey);
    const fate = this.fates.shift() ?? 'answered';
    if (fate === 'never arrived') return { ok: false, error: { code: 'offline', requestId: '' } };
    if (fate !== 'answered' && fate !== 'answer lost') {
      return { ok: false, error: { code: fate, requestId: 'r' } };
    }
    if (!this.answers.has(requestKey)) {
      this.stored.push({ input, replaces });
      this.answers.set(requestKey, this.make(input as never, this.stored.length));
    }
    if (fate === 'answer lost') return { ok: false, error: { code: 'no_answer', requestId: '' } };
    return { ok: true, data: this.answers.get(requestKey) as Data, warnings: [] };
  };
}

type Recorded = InputOf<'sales.record'>;

/** A ledger that counts the entries which were not replaced, in yuan. */
function ledger(...fates: Fate[]) {
  const once = new Once<OutputOf<'sales.record'>>(fates, ({ amountFen }: Recorded, count) => ({
    entry: buildEntry(count, { amountFen }),
    figures: NO_FIGURES,
    hostFigures: [],
  }));
  const counted = (): number[] => {
    const replaced = once.stored.map(({ replaces }) => replaces);
    return once.stored.flatMap(({ input }, index) =>
      replaced.includes(buildEntry(index + 1).id) ? [] : [(input as Recorded).amountFen / 100],
    );
  };
  return {
    counted,
    keys: once.keys,
    record: (input: Recorded, key?: string) => once.write(input, key),
    correct: (entryId: string, input: Recorded, key?: string) => once.write(input, key, entryId),
    correctStored: (entry: LedgerEntry, input: Recorded, key?: string) =>
      once.write(input, key, entry.id),
  };
}

const TARGET = { sessionId: buildSession(1).id, hostId: null, accountId: null };

function openRecord(device: FakeDevice, sales: ReturnType<typeof ledger>) {
  return createRecordDraft(device, sales, SHOP_ID, TARGET);
}

describe('an amount that was changed after its answer was lost', () => {
  it('corrects the stored amount instead of being recorded beside it', async () => {
    const sales = ledger('answer lost');
    const draft = openRecord(fakeDevice(), sales);
    draft.set({ amountFen: '1000' });
    await draft.submit();
    draft.set({ amountFen: '1200' });
    expect(draft.isUncertain && draft.isChangedSince).toBe(true);
    expect(draft.sent?.amountFen).toBe('1000');
    expect(await draft.submit()).toMatchObject({ ok: true });
    expect(sales.counted()).toEqual([1200]);
    expect(sales.keys).toEqual(['key-00001', 'key-00001', 'key-00002']);
    expect(draft.earlier).toMatchObject({
      isReplaced: true,
      stored: { entry: { amountFen: 100_000 } },
    });
    expect(draft.isUncertain || draft.isDirty).toBe(false);
  });

  it('leaves in doubt what the cloud counts until it is known what became of it', async () => {
    const device = fakeDevice();
    const sales = ledger('answer lost', 'never arrived');
    const draft = openRecord(device, sales);
    draft.set({ amountFen: '1000' });
    const first = draft.submit();
    expect([draft.isBusy, draft.isInDoubt]).toEqual([true, false]);
    await first;
    expect(draft.isInDoubt).toBe(true);
    expect(openRecord(device, sales).isInDoubt).toBe(true);
    const second = draft.submit();
    expect([draft.isBusy, draft.isInDoubt]).toEqual([true, true]);
    await second;
    expect(draft.isInDoubt).toBe(true);
    await draft.submit();
    expect(draft.isInDoubt).toBe(false);
  });

  it('leaves nothing in doubt where the cloud refused for certain', async () => {
    const draft = openRecord(fakeDevice(), ledger('sum_too_large'));
    draft.set({ amountFen: '1000' });
    await draft.submit();
    expect(draft.isInDoubt).toBe(false);
  });

  it('is recorded as a new amount when the first never arrived', async () => {
    const sales = ledger('never arrived', 'sum_too_large');
    const draft = openRecord(fakeDevice(), sales);
    draft.set({ amountFen: '1000' });
    await draft.submit();
    draft.set({ amountFen: '1200' });
    expect(await draft.submit()).toMatchObject({ ok: true });
    expect(sales.counted()).toEqual([1200]);
    expect(draft.earlier).toBeNull();
  });

  it('waits, and keeps both, while it cannot be found out what became of the first', async () => {
    const device = fakeDevice();
    const sales = ledger('answer lost', 'never arrived');
    const draft = openRecord(device, sales);
    draft.set({ amountFen: '1000' });
    await draft.submit();
    draft.set({ amountFen: '1200' });
    expect(await draft.submit()).toMatchObject({ ok: false, error: { code: 'offline' } });
    expect(sales.counted()).toEqual([1000]);
    const again = openRecord(device, sales);
    expect([again.sent?.amountFen, again.fields.amountFen]).toEqual(['1000', '1200']);
    await again.submit();
    expect(sales.counted()).toEqual([1200]);
  });

  it('is found out about after a restart, with a change made after it', async () => {
    const device = fakeDevice();
    const sales = ledger('answer lost');
    const before = openRecord(device, sales);
    before.set({ amountFen: '1000' });
    await before.submit();
    const draft = openRecord(device, sales);
    draft.set({ amountFen: '1200' });
    await openRecord(device, sales).submit();
    expect(sales.counted()).toEqual([1200]);
    expect(openRecord(device, sales).isRestored).toBe(false);
  });

  it('counts once when the answer of the correction is lost too, whatever follows', async () => {
    const device = fakeDevice();
    const sales = ledger('answer lost', 'answered', 'answer lost');
    const draft = openRecord(device, sales);
    draft.set({ amountFen: '1000' });
    await draft.submit();
    draft.set({ amountFen: '1200' });
    expect((await draft.submit()).ok).toBe(false);
    expect(draft.isUncertain).toBe(true);
    const restarted = openRecord(device, sales);
    restarted.set({ amountFen: '1300' });
    expect((await restarted.submit()).ok).toBe(true);
    expect(sales.counted()).toEqual([1300]);
  });

  it('is a correction still when the first try to correct was refused', async () => {
    const sales = ledger('answer lost', 'answered', 'sum_too_large');
    const draft = openRecord(fakeDevice(), sales);
    draft.set({ amountFen: '1000' });
    await draft.submit();
    draft.set({ amountFen: '1200' });
    expect(await draft.submit()).toMatchObject({ error: { code: 'sum_too_large' } });
    expect(draft.stored?.entry.amountFen).toBe(100_000);
    expect(draft.isUncertain).toBe(false);
    draft.set({ amountFen: '1100' });
    await draft.submit();
    expect(sales.counted()).toEqual([1100]);
  });

  it('sends nothing more when it is changed back to what is stored', async () => {
    const sales = ledger('answer lost', 'answered', 'sum_too_large');
    const draft = openRecord(fakeDevice(), sales);
    for (const amountFen of ['1000', '1200', '1000']) {
      draft.set({ amountFen });
      await draft.submit();
    }
    expect(sales.counted()).toEqual([1000]);
    expect(sales.keys).toHaveLength(3);
    expect(draft.isDirty).toBe(false);
  });

  it('is not sent once the key turns out to belong to something else', async () => {
    const sales = ledger('answer lost', 'request_key_reused');
    const draft = openRecord(fakeDevice(), sales);
    draft.set({ amountFen: '1000' });
    await draft.submit();
    draft.set({ amountFen: '1200' });
    await draft.submit();
    expect(draft.error?.code).toBe('request_key_reused');
    expect(sales.counted()).toEqual([1000]);
  });

  it('is cleared once its repeat is too late for an answer, so that a tap cannot store it twice', async () => {
    const device = fakeDevice();
    const sales = ledger('answer lost', 'already_stored');
    const draft = openRecord(device, sales);
    draft.set({ amountFen: '1000' });
    await draft.submit();
    expect(await draft.submit()).toMatchObject({ error: { code: 'already_stored' } });
    expect([draft.fields.amountFen, draft.isUncertain]).toEqual(['', false]);
    expect(draft.error?.code).toBe('already_stored');
    expect(openRecord(device, sales).isRestored).toBe(false);
    await draft.submit();
    expect(sales.counted()).toEqual([1000]);
  });

  it('waits for a look at the list where its repeat is too late for an answer', async () => {
    const sales = ledger('answer lost', 'already_stored');
    const draft = openRecord(fakeDevice(), sales);
    draft.set({ amountFen: '1000' });
    await draft.submit();
    draft.set({ amountFen: '1200' });
    expect(await draft.submit()).toMatchObject({ error: { code: 'already_stored' } });
    expect([draft.fields.amountFen, draft.isUncertain]).toEqual(['1200', false]);
    expect(sales.counted()).toEqual([1000]);
  });

  it('keeps what was typed where the record that it changed can no longer be asked for', async () => {
    const device = fakeDevice();
    const sales = ledger('answer lost', 'answered', 'never arrived', 'already_stored');
    const draft = openRecord(device, sales);
    draft.set({ amountFen: '1000' });
    await draft.submit();
    draft.set({ amountFen: '1200' });
    await draft.submit();
    const later = openRecord(device, sales);
    expect(await later.submit()).toMatchObject({ error: { code: 'already_stored' } });
    expect([later.fields.amountFen, later.isUncertain]).toEqual(['1200', false]);
    expect(sales.counted()).toEqual([1000]);
  });

  it('joins a second tap, so that both steps are sent once', async () => {
    const sales = ledger('answer lost');
    const draft = openRecord(fakeDevice(), sales);
    draft.set({ amountFen: '1000' });
    await draft.submit();
    draft.set({ amountFen: '1200' });
    await Promise.all([draft.submit(), draft.submit()]);
    expect(sales.keys).toHaveLength(3);
    expect(sales.counted()).toEqual([1200]);
  });
});

describe('a correction that was changed after its answer was lost', () => {
  it('corrects what the first one stored', async () => {
    const entry = buildEntry(9);
    const sales = ledger('answer lost');
    const draft = createCorrectionDraft(fakeDevice(), sales, SHOP_ID, entry);
    draft.set({ amountFen: '1000' });
    await draft.submit();
    draft.set({ amountFen: '1200' });
    await draft.submit();
    expect(sales.counted()).toEqual([1200]);
  });
});

describe('another form that was changed after its answer was lost', () => {
  const START = { hostId: null, accountId: null, usual: usualTimes([]), again: null };

  function plans(...fates: Fate[]) {
    const scheduled = new Once(fates, (_input, count) => ({
      session: buildSession(count),
      planned: 1,
    }));
    const edited = new Once([], () => ({ session: buildSession(1), changed: 1, left: 0 }));
    const draft = createPlanDraft(
      fakeDevice(),
      { schedule: scheduled.write, edit: edited.write },
      SHOP_ID,
      START,
    );
    draft.set({ title: '双肩包专场' });
    return { draft, scheduled, edited };
  }

  it('a plan gets what was changed', async () => {
    const { draft, scheduled, edited } = plans('answer lost');
    await draft.submit();
    draft.set({ title: '别的专场', endAt: '2026-11-24T15:00:00.000Z' });
    expect((await draft.submit()).ok).toBe(true);
    expect(scheduled.stored).toHaveLength(1);
    const { id: sessionId, version } = buildSession(1);
    const { title, startAt, endAt } = draft.fields;
    const input = { sessionId, version, title, startAt, endAt, which: 'this' };
    expect(edited.stored).toMatchObject([{ input }]);
  });

  it('a series gets what was changed in all of its sessions', async () => {
    const { draft, scheduled, edited } = plans('answer lost');
    draft.set({ repeat: { weekdays: [1, 3], until: '2026-12-31' } });
    await draft.submit();
    draft.set({ title: '别的专场' });
    expect((await draft.submit()).ok).toBe(true);
    expect(scheduled.stored).toHaveLength(1);
    expect(edited.stored).toMatchObject([{ input: { title: '别的专场', which: 'following' } }]);
  });

  it('a series stands as it was sent where its days were changed, and never becomes two', async () => {
    const { draft, scheduled, edited } = plans('answer lost');
    draft.set({ repeat: { weekdays: [1, 3], until: '2026-12-31' } });
    await draft.submit();
    draft.set({ repeat: { skip: ['2026-12-07'] } });
    expect(await draft.submit()).toMatchObject({ ok: true, data: { session: buildSession(1) } });
    expect(draft.earlier?.isReplaced).toBe(false);
    expect([scheduled.stored.length, edited.stored.length]).toEqual([1, 0]);
  });

  it('a past session is not entered twice', async () => {
    const backfilled = new Once(['answer lost'], () => ({ session: buildSession(1) }));
    const sessions = { backfill: backfilled.write };
    const draft = createBackfillDraft(fakeDevice(), sessions, SHOP_ID, {
      hostId: null,
      accountId: null,
    });
    draft.set({ title: '去年的一场' });
    await draft.submit();
    draft.set({ figure: { amountFen: '500' } });
    await draft.submit();
    expect(backfilled.stored).toHaveLength(1);
    expect(draft.earlier?.isReplaced).toBe(false);
  });

  it('a store is changed at the version that was stored, with the ids of its new accounts', async () => {
    const shop = buildShop();
    const [first] = shop.accounts;
    const added = {
      id: `${SHOP_ID}.a0002`,
      platform: 'taobao',
      name: '皮具小店',
      hostId: null,
      finderUserName: null,
    } as const;
    const saved = { ...shop, version: 4, accounts: [...(first ? [first] : []), added] };
    const updated = new Once(['answer lost'], () => ({ shop: saved }));
    const draft = createShopDraft(fakeDevice(), { update: updated.write }, shop);
    draft.set({ accounts: [...draft.fields.accounts, { ...added, id: null }] });
    await draft.submit();
    draft.set({ accounts: [...shop.accounts, { ...added, id: null, name: '皮具大店' }] });
    await draft.submit();
    expect(updated.stored[1]?.input).toMatchObject({
      version: 4,
      accounts: [{ id: first?.id }, { id: added.id, name: '皮具大店' }],
    });
  });

  it('a reading of followers is recorded again: readings are not added up', async () => {
    const read = new Once(['answer lost'], () => ({
      shopId: SHOP_ID,
      hostId: HOST_ID,
      facts: [],
      followers: [],
    }));
    const account = { shopId: SHOP_ID, hostId: HOST_ID, accountId: `${SHOP_ID}.a0001` };
    const draft = createFollowersDraft(fakeDevice(), { recordFollowers: read.write }, account);
    draft.set({ count: '50万' });
    await draft.submit();
    draft.set({ count: '51万' });
    await draft.submit();
    expect(read.stored.map(({ input }) => (input as { count: number }).count)).toEqual([
      500_000, 510_000,
    ]);
  });
});

describe('a device without room', () => {
  it('says that nothing is kept, and loses nothing on the screen', async () => {
    const device = fakeDevice();
    device.room.isFull = true;
    const draft = openRecord(device, ledger());
    draft.set({ amountFen: '1000' });
    expect([draft.isKept, draft.fields.amountFen]).toEqual([false, '1000']);
    device.room.isFull = false;
    draft.set({ amountFen: '1200' });
    expect(draft.isKept).toBe(true);
  });

  it('keeps no older text that a restart would send beside a write already sent', async () => {
    const device = fakeDevice();
    const draft = openRecord(device, ledger('answer lost'));
    draft.set({ amountFen: '1000' });
    device.room.isFull = true;
    await draft.submit();
    expect([draft.isKept, draft.isUncertain]).toEqual([false, true]);
    expect(openRecord(device, ledger()).isRestored).toBe(false);
  });
});
