import { describe, expect, it, vi } from 'vitest';

import type { OutputOf } from '../../contract/endpoints';
import type { Result } from '../result';
import { type FakeDevice, fakeDevice, refuse, SHOP_ID } from './draft.fixture';
import { createRecordDraft } from './sales-draft';

type Answer = Result<OutputOf<'sales.record'>>;
const done = { ok: true, data: {}, warnings: [] } as unknown as Answer;
const lost: Answer = { ok: false, error: { code: 'no_answer', requestId: '' } };
const TARGET = { sessionId: `${SHOP_ID}.l0001`, hostId: null, accountId: null };

/** What the version before this shape of fields kept of the same form. */
const FIELDS_BEFORE = {
  of: 'session',
  sessionId: TARGET.sessionId,
  bookedOn: '2026-11-23',
  hostId: null,
  accountId: null,
  kind: 'paid',
  basis: 'self_reported',
  source: '',
  soldForName: '',
  aboveThresholdHuadu: null,
};
const KEPT_BEFORE = {
  fields: { ...FIELDS_BEFORE, amount: '88' },
  base: { ...FIELDS_BEFORE, amount: '' },
  requestKey: 'key-00009',
};

function keysOf(send: { mock: { calls: unknown[][] } }): unknown[] {
  return send.mock.calls.map(([, requestKey]) => requestKey);
}

/** A store of sales that only takes new entries. */
const sales = (record: () => Promise<Answer>) => ({ record, correctStored: refuse });

function open(device: FakeDevice, send = vi.fn(async () => done)) {
  const draft = createRecordDraft(device, sales(send), SHOP_ID, TARGET);
  return { draft, send };
}

describe('Draft', () => {
  it('shows an issue only once the person has left the field or tried to send', async () => {
    const { draft, send } = open(fakeDevice());
    expect(draft.errors).toEqual({ amountFen: 'required' });
    expect(draft.issueAt('amountFen')).toBeNull();
    draft.touch('amountFen');
    expect(draft.issueAt('amountFen')).toBe('required');
    draft.set({ amountFen: '十二万' });
    expect(draft.issueAt('amountFen')).toBe('wrong_type');
    expect(await draft.submit()).toEqual({
      ok: false,
      error: { code: 'invalid_input', fields: { amountFen: 'wrong_type' }, requestId: '' },
    });
    expect(send).not.toHaveBeenCalled();
  });

  it('sends what was checked, once for a double tap', async () => {
    const { draft, send } = open(fakeDevice());
    draft.set({ amountFen: '12.5万' });
    expect(draft.isDirty).toBe(true);
    await Promise.all([draft.submit(), draft.submit()]);
    expect(send).toHaveBeenCalledTimes(1);
    expect(send).toHaveBeenCalledWith(
      {
        shopId: SHOP_ID,
        target: { of: 'session', sessionId: TARGET.sessionId, hostId: null },
        kind: 'paid',
        amountFen: 12_500_000,
        returnedOn: null,
        basis: 'self_reported',
        source: null,
        soldFor: null,
      },
      'key-00001',
    );
    expect(draft.isDirty).toBe(false);
    expect(draft.isBusy).toBe(false);
  });

  it('keeps one key for one intended write until there is a certain answer', async () => {
    const device = fakeDevice();
    const send = vi.fn<() => Promise<Answer>>().mockResolvedValueOnce(lost).mockResolvedValue(done);
    const { draft } = open(device, send);
    draft.set({ amountFen: '300' });
    await draft.submit();
    expect(draft.isUncertain).toBe(true);
    await draft.submit();
    draft.set({ amountFen: '400' });
    await draft.submit();
    // The first is answered: the next is another write.
    expect(keysOf(send)).toEqual(['key-00001', 'key-00001', 'key-00002']);
  });

  it('asks again after a restart with what was sent and its key', async () => {
    const device = fakeDevice();
    const loses = vi.fn(async () => lost);
    const { draft: before } = open(device, loses);
    before.set({ amountFen: '300' });
    await before.submit();
    const { draft, send } = open(device);
    expect(draft.isRestored).toBe(true);
    expect(draft.isUncertain).toBe(true);
    await draft.submit();
    expect(send).toHaveBeenCalledWith(expect.objectContaining({ amountFen: 30_000 }), 'key-00001');
    expect(open(device).draft.isRestored).toBe(false);
  });

  it('takes a new key after a refusal, because nothing was stored', async () => {
    const send = vi
      .fn<() => Promise<Answer>>()
      .mockResolvedValueOnce({ ok: false, error: { code: 'sum_too_large', requestId: 'r' } })
      .mockResolvedValue(done);
    const { draft } = open(fakeDevice(), send);
    draft.set({ amountFen: '300' });
    await draft.submit();
    expect(draft.error?.code).toBe('sum_too_large');
    draft.set({ amountFen: '200' });
    expect(draft.error).toBeNull();
    await draft.submit();
    expect(keysOf(send)).toEqual(['key-00001', 'key-00002']);
  });

  it('sends a write without an answer again, even when its day has become refusable', async () => {
    const device = fakeDevice();
    const send = vi.fn(async () => lost);
    const target = { sessionId: null, hostId: null, accountId: null };
    const draft = createRecordDraft(device, sales(send), SHOP_ID, target);
    draft.set({ amountFen: '300' });
    await draft.submit();
    device.time.now = '2026-11-22T12:30:00.000Z';
    await draft.submit();
    expect(keysOf(send)).toEqual(['key-00001', 'key-00001']);
    draft.set({ amountFen: '400' });
    expect(draft.errors).toEqual({ 'target.bookedOn': 'in_the_future' });
  });

  it('shows what the cloud refused under its field, until it is changed', async () => {
    const send = vi.fn(async (): Promise<Answer> => ({
      ok: false,
      error: { code: 'invalid_input', fields: { source: 'too_long' }, requestId: '' },
    }));
    const { draft } = open(fakeDevice(), send);
    draft.set({ amountFen: '300' });
    await draft.submit();
    expect(draft.issueAt('source')).toBe('too_long');
    draft.set({ source: 'x' });
    expect(draft.issueAt('source')).toBeNull();
  });

  it('is found again on the device by the same person only', () => {
    const device = fakeDevice();
    open(device).draft.set({ amountFen: '88' });
    expect(open(device).draft.fields.amountFen).toBe('88');
    const other = { ...device, scope: { ...device.scope, person: 'other' } };
    expect(open(other).draft.fields.amountFen).toBe('');
  });

  it('is not read when it was kept by a version with another form', () => {
    const device = fakeDevice();
    open(device).draft.set({ amountFen: '88' });
    const [key = ''] = device.kept.keys();
    const mixed = { ...(device.kept.get(key) as object), base: KEPT_BEFORE.base };
    for (const kept of [KEPT_BEFORE, mixed, { ...KEPT_BEFORE, fields: [] }, 'text', 5, [], {}]) {
      device.kept.set(key, kept);
      const { draft } = open(device);
      expect(draft.isRestored).toBe(false);
      expect(draft.fields.amountFen).toBe('');
      expect(draft.errors).toEqual({ amountFen: 'required' });
    }
  });

  it('keeps nothing once a field is typed back to how it was, or the draft is discarded', () => {
    const device = fakeDevice();
    const { draft } = open(device);
    draft.set({ amountFen: '8' });
    draft.set({ amountFen: '' });
    expect(device.kept.size).toBe(0);
    draft.set({ amountFen: '9' });
    draft.discard();
    expect(draft.fields.amountFen).toBe('');
    expect(device.kept.size).toBe(0);
  });
});
