import { describe, expect, it, vi } from 'vitest';

import type { OutputOf } from '../../contract/endpoints';
import type { Result } from '../result';
import { fakePorts, NOW, SHOP_ID } from './draft.fixture';
import { createRecordDraft, type SalesDraft } from './sales-draft';

type Answer = Result<OutputOf<'sales.record'>>;
const done = { ok: true, data: {}, warnings: [] } as unknown as Answer;
const lost: Answer = { ok: false, error: { code: 'no_answer', requestId: '' } };
const TARGET = {
  of: 'session',
  sessionId: `${SHOP_ID}.l0001`,
  bookedOn: '2026-11-23',
  hostId: null,
  accountId: null,
} as const;

function open(ports: ReturnType<typeof fakePorts>, send = vi.fn(async () => done)) {
  const draft: SalesDraft = createRecordDraft(ports, SHOP_ID, { ...TARGET, now: () => NOW }, send);
  return { draft, send };
}

describe('a draft', () => {
  it('says what is wrong only where the person has been, or after a try', async () => {
    const { draft, send } = open(fakePorts());
    expect(draft.errors).toEqual({ amountFen: 'required' });
    expect(draft.issueAt('amountFen')).toBeNull();
    draft.touch('amountFen');
    expect(draft.issueAt('amountFen')).toBe('required');
    draft.set({ amount: '十二万' });
    expect(draft.issueAt('amountFen')).toBe('wrong_type');
    expect(await draft.submit()).toEqual({
      ok: false,
      error: { code: 'invalid_input', fields: { amountFen: 'wrong_type' }, requestId: '' },
    });
    expect(send).not.toHaveBeenCalled();
  });

  it('sends what was checked, once for a double tap', async () => {
    const { draft, send } = open(fakePorts());
    draft.set({ amount: '12.5万' });
    expect(draft.isDirty).toBe(true);
    await Promise.all([draft.submit(), draft.submit()]);
    expect(send).toHaveBeenCalledTimes(1);
    expect(send).toHaveBeenCalledWith(
      {
        shopId: SHOP_ID,
        target: { of: 'session', sessionId: TARGET.sessionId },
        kind: 'paid',
        amountFen: 12_500_000,
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
    const ports = fakePorts();
    const send = vi.fn<() => Promise<Answer>>().mockResolvedValueOnce(lost).mockResolvedValue(done);
    const { draft } = open(ports, send);
    draft.set({ amount: '300' });
    await draft.submit();
    expect(draft.isUncertain).toBe(true);
    await draft.submit();
    draft.set({ amount: '400' });
    await draft.submit();
    const keys = (send.mock.calls as unknown as [unknown, string][]).map(([, key]) => key);
    expect(keys).toEqual(['key-00001', 'key-00001', 'key-00002']);
  });

  it('asks again after a restart with what was sent and its key', async () => {
    const ports = fakePorts();
    const first = open(
      ports,
      vi.fn(async () => lost),
    );
    first.draft.set({ amount: '300' });
    await first.draft.submit();
    const { draft, send } = open(ports);
    expect(draft.isRestored).toBe(true);
    expect(draft.isUncertain).toBe(true);
    await draft.submit();
    expect(send).toHaveBeenCalledWith(expect.objectContaining({ amountFen: 30_000 }), 'key-00001');
    expect(open(ports).draft.isRestored).toBe(false);
  });

  it('takes a new key after a refusal, because nothing was stored', async () => {
    const send = vi
      .fn<() => Promise<Answer>>()
      .mockResolvedValueOnce({ ok: false, error: { code: 'sum_too_large', requestId: 'r' } })
      .mockResolvedValue(done);
    const { draft } = open(fakePorts(), send);
    draft.set({ amount: '300' });
    await draft.submit();
    expect(draft.error?.code).toBe('sum_too_large');
    draft.set({ amount: '200' });
    expect(draft.error).toBeNull();
    await draft.submit();
    expect((send.mock.calls as unknown as [unknown, string][])[1]?.[1]).toBe('key-00002');
  });

  it('shows what the cloud refused under its field, until it is changed', async () => {
    const send = vi.fn(async (): Promise<Answer> => ({
      ok: false,
      error: { code: 'invalid_input', fields: { source: 'too_long' }, requestId: '' },
    }));
    const { draft } = open(fakePorts(), send);
    draft.set({ amount: '300' });
    await draft.submit();
    expect(draft.issueAt('source')).toBe('too_long');
    draft.set({ source: 'x' });
    expect(draft.issueAt('source')).toBeNull();
  });

  it('is found again on the device by the same person only, and never in another shape', () => {
    const ports = fakePorts();
    open(ports).draft.set({ amount: '88' });
    expect(open(ports).draft.fields.amount).toBe('88');
    expect(open({ ...ports, scope: { ...ports.scope, person: 'other' } }).draft.fields.amount).toBe(
      '',
    );
    const [key = ''] = ports.kept.keys();
    ports.kept.set(key, { fields: { amount: 88 }, base: {}, requestKey: null });
    expect(open(ports).draft.fields.amount).toBe('');
  });

  it('forgets what is typed back to how it was, and what is discarded', () => {
    const ports = fakePorts();
    const { draft } = open(ports);
    draft.set({ amount: '8' });
    draft.set({ amount: '' });
    expect(ports.kept.size).toBe(0);
    draft.set({ amount: '9' });
    draft.discard();
    expect(draft.fields.amount).toBe('');
    expect(ports.kept.size).toBe(0);
  });
});
