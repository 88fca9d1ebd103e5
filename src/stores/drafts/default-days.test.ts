import { describe, expect, it, vi } from 'vitest';

import { usualTimes } from '../../domain/live-session/default-times';
import { createFollowersDraft } from './applicant-draft';
import { createBackfillDraft } from './backfill-draft';
import { fakeDevice, HOST_ID, refuse, SHOP_ID } from './draft.fixture';
import { createPlanDraft } from './plan-draft';
import { createRecordDraft } from './sales-draft';

/** The first minutes of the day after the device's evening, in China. */
const NEXT_DAY = '2026-11-23T16:01:00.000Z';
const ONE = { hostId: HOST_ID, accountId: null };

function openRecord(device = fakeDevice()) {
  const sales = { record: vi.fn(refuse), correctStored: vi.fn(refuse) };
  const draft = createRecordDraft(device, sales, SHOP_ID, { sessionId: null, ...ONE });
  return { device, draft };
}

function openBackfill() {
  const device = fakeDevice();
  const draft = createBackfillDraft(device, { backfill: vi.fn(refuse) }, SHOP_ID, ONE);
  return { device, draft };
}

describe('the default days of a form that is left open over midnight', () => {
  it('move on to the new day', () => {
    const { device, draft } = openRecord();
    expect(draft.fields.target.bookedOn).toBe('2026-11-23');
    device.time.now = NEXT_DAY;
    draft.renew();
    expect(draft.fields.target.bookedOn).toBe('2026-11-24');
    expect(draft.isDirty).toBe(false);
  });

  it('move on in a follower reading', () => {
    const device = fakeDevice();
    const account = { shopId: SHOP_ID, accountId: `${SHOP_ID}.a0001` };
    const draft = createFollowersDraft(device, { recordFollowers: vi.fn(refuse) }, account);
    device.time.now = NEXT_DAY;
    draft.renew();
    expect(draft.fields.readOn).toBe('2026-11-24');
  });

  it('leave what else was typed', () => {
    const { device, draft } = openRecord();
    draft.set({ amountFen: '12.5', target: { accountId: `${SHOP_ID}.a0001` } });
    device.time.now = NEXT_DAY;
    draft.renew();
    expect(draft.fields).toMatchObject({
      amountFen: '12.5',
      target: { bookedOn: '2026-11-24', accountId: `${SHOP_ID}.a0001` },
    });
  });

  it('stay as the person chose them', () => {
    const { device, draft } = openRecord();
    draft.set({ target: { bookedOn: '2026-11-20' } });
    device.time.now = NEXT_DAY;
    draft.renew();
    expect(draft.fields.target.bookedOn).toBe('2026-11-20');
  });

  it('stay together: a changed end keeps the start', () => {
    const device = fakeDevice();
    const plans = { schedule: vi.fn(refuse), edit: vi.fn(refuse) };
    const start = { ...ONE, usual: usualTimes([]), again: null };
    const open = () => createPlanDraft(device, plans, SHOP_ID, start);
    const draft = open();
    const { startAt } = draft.fields;
    draft.set({ endAt: '2026-11-24T14:00:00.000Z' });
    device.time.now = NEXT_DAY;
    draft.renew();
    expect(draft.fields).toMatchObject({ startAt, endAt: '2026-11-24T14:00:00.000Z' });
    draft.discard();
    draft.renew();
    expect(draft.fields.startAt > startAt).toBe(true);
    const { startAt: later, endAt } = draft.fields;
    expect(open().fields).toMatchObject({ startAt: later, endAt });
  });

  it('move on beside a chosen precision', () => {
    const { device, draft } = openBackfill();
    draft.set({ when: { precision: 'instant' } });
    device.time.now = NEXT_DAY;
    draft.renew();
    expect(draft.fields.when).toEqual({
      precision: 'instant',
      day: '2026-11-23',
      startedAt: '2026-11-23T12:00:00.000Z',
      endedAt: '2026-11-23T16:00:00.000Z',
    });
  });

  it('stay as they were sent while the answer is unknown', async () => {
    const { device, draft } = openRecord();
    draft.set({ kind: 'paid', amountFen: '12.5', basis: 'self_reported' });
    await draft.submit();
    expect(draft.isUncertain).toBe(true);
    device.time.now = NEXT_DAY;
    draft.renew();
    expect(draft.fields.target.bookedOn).toBe('2026-11-23');
  });

  it('are those of the day on which a kept text is opened again', () => {
    const { device, draft } = openRecord();
    draft.set({ amountFen: '12.5' });
    device.time.now = NEXT_DAY;
    const again = openRecord(device).draft;
    expect(again.isRestored).toBe(true);
    expect(again.fields).toMatchObject({ amountFen: '12.5', target: { bookedOn: '2026-11-24' } });
  });
});
