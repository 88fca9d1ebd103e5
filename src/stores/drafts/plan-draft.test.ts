import { describe, expect, it, vi } from 'vitest';

import type { LiveSession } from '../../contract/live-session';
import { usualTimes } from '../../domain/live-session/default-times';
import { buildSession } from '../records.fixture';
import { deny, fakeDevice, HOST_ID, refuse, SHOP_ID } from './draft.fixture';
import {
  createEditDraft,
  createPlanDraft,
  editFields,
  firstRepeat,
  NO_REPEAT,
  repeatMoved,
} from './plan-draft';
import { withEndDay, withEndTime, withStart } from './times';

describe('createPlanDraft', () => {
  function open(device = fakeDevice(), schedule = vi.fn(refuse), again: LiveSession | null = null) {
    const draft = createPlanDraft(device, { schedule, edit: refuse }, SHOP_ID, {
      hostId: null,
      accountId: null,
      usual: usualTimes([]),
      again,
    });
    return { schedule, draft };
  }

  it('begins at the next half hour once the usual time has passed, for the usual length', () => {
    expect(open().draft.fields).toMatchObject({
      startAt: '2026-11-23T13:00:00.000Z',
      endAt: '2026-11-23T17:00:00.000Z',
    });
  });

  it('plans a session again at its clock time on the next day on which that is ahead', () => {
    const again = buildSession(1, { startAt: '2026-11-20T10:30:00.000Z', goalFen: 100 });
    const { draft } = open(fakeDevice(), vi.fn(refuse), {
      ...again,
      endAt: '2026-11-20T12:30:00.000Z',
    });
    expect(draft.fields).toMatchObject({
      title: again.title,
      hostIds: [HOST_ID],
      accountId: again.accountId,
      goalFen: '1',
      startAt: '2026-11-24T10:30:00.000Z',
      endAt: '2026-11-24T12:30:00.000Z',
      repeat: NO_REPEAT,
    });
  });

  it('sends how it is repeated, and nothing of it once that is switched off', async () => {
    const { draft, schedule } = open(fakeDevice(), vi.fn(deny));
    draft.set({ title: '专场', repeat: firstRepeat(draft.fields) });
    draft.set({ repeat: { until: '2026-12-07', skip: ['2026-11-30'] } });
    await draft.submit();
    draft.set({ repeat: NO_REPEAT });
    await draft.submit();
    expect(schedule.mock.calls).toMatchObject([
      [{ repeat: { weekdays: [1], until: '2026-12-07', skip: ['2026-11-30'] } }, 'key-00001'],
      [{ repeat: null }, 'key-00002'],
    ]);
  });

  it('says which limit a series passes before it is sent', async () => {
    const { draft, schedule } = open();
    const weekdays = [1, 2, 3, 4, 5, 6, 7];
    draft.set({ title: '专场', repeat: { weekdays, until: '2027-01-22' } });
    expect(draft.errors).toEqual({ 'repeat.until': 'too_many' });
    await draft.submit();
    expect(schedule).not.toHaveBeenCalled();
    draft.set({ repeat: { skip: ['2026-12-25'] } });
    expect(draft.errors).toEqual({});
    draft.set({ repeat: { until: '2027-01-21', skip: [] } });
    expect(draft.errors).toEqual({});
  });

  it('moves the repeated weekday along with the start', () => {
    const times = { startAt: '2026-11-23T12:00:00.000Z', endAt: '2026-11-23T14:00:00.000Z' };
    const repeat = { weekdays: [1, 4], until: '2026-12-31', skip: [] };
    const moved = withStart(times, '2026-11-25', '20:00');
    expect(repeatMoved(repeat, times, moved).weekdays).toEqual([3, 4]);
    expect(repeatMoved(repeat, times, withStart(times, '2026-11-30', '21:00'))).toEqual(repeat);
    expect(repeatMoved(NO_REPEAT, times, moved)).toEqual(NO_REPEAT);
  });

  it('refuses an end before the start and more than 48 hours', () => {
    const { draft } = open();
    draft.set({ title: '专场' });
    draft.set(withEndDay(withEndTime(draft.fields, '20:45'), '2026-11-23'));
    expect(draft.errors).toEqual({ endAt: 'end_before_start' });
    draft.set(withEndDay(withEndTime(draft.fields, '21:01'), '2026-11-25'));
    expect(draft.errors).toEqual({ endAt: 'too_far_apart' });
    draft.set(withEndDay(withEndTime(draft.fields, '21:00'), '2026-11-25'));
    expect(draft.errors).toEqual({});
  });

  it('names the wrong teaser', () => {
    const { draft } = open();
    draft.set({
      title: '专场',
      teasers: [
        { name: '双肩包', priceFen: '199', priceBasis: '' },
        { name: '', priceFen: 'abc', priceBasis: '' },
      ],
    });
    expect(draft.errors).toEqual({
      'teasers.1.name': 'required',
      'teasers.1.priceFen': 'wrong_type',
    });
  });

  it('sends amounts in fen, and null for what is left empty', async () => {
    const { draft, schedule } = open(fakeDevice(), vi.fn(deny));
    const teasers = [
      { name: '双肩包', priceFen: '199', priceBasis: ' 日常价 ' },
      { name: '托特包', priceFen: ' ', priceBasis: '' },
    ];
    draft.set({ title: '专场', goalFen: '12.5万', teasers });
    await draft.submit();
    draft.set({ goalFen: '' });
    await draft.submit();
    expect(schedule.mock.calls).toMatchObject([
      [
        {
          goalFen: 12_500_000,
          teasers: [
            { priceFen: 19_900, priceBasis: '日常价' },
            { priceFen: null, priceBasis: null },
          ],
        },
        'key-00001',
      ],
      [{ goalFen: null }, 'key-00002'],
    ]);
  });

  it('refuses a plan that is over, but asks again for one that may have been stored', async () => {
    const device = fakeDevice();
    const { draft, schedule } = open(device);
    draft.set({ title: '专场' });
    await draft.submit();
    device.time.now = '2026-11-25T12:00:00.000Z';
    await draft.submit();
    expect(schedule).toHaveBeenCalledTimes(2);
    draft.set({ title: '新的专场' });
    expect(draft.errors).toEqual({ startAt: 'in_the_past' });
  });
});

describe('createEditDraft', () => {
  const session = buildSession(1, {
    version: 2,
    startAt: '2026-11-24T12:00:00.000Z',
    endAt: '2026-11-24T16:00:00.000Z',
    goalFen: 12_345_600,
    teasers: [{ name: '双肩包', priceFen: 19_990, priceBasis: null }],
  });

  it('opens as the plan stands, and sends what differs for the version that was read', async () => {
    const edit = vi.fn(refuse);
    const draft = createEditDraft(fakeDevice(), { edit }, session);
    expect(draft.fields).toMatchObject({
      title: session.title,
      goalFen: '123456',
      teasers: [{ name: '双肩包', priceFen: '199.9', priceBasis: '' }],
    });
    expect(draft.isDirty).toBe(false);
    draft.set(withStart(draft.fields, '2026-11-25', '20:00'));
    await draft.submit();
    expect(edit).toHaveBeenCalledWith(
      {
        sessionId: session.id,
        version: 2,
        title: session.title,
        hostIds: [HOST_ID],
        accountId: session.accountId,
        goalFen: 12_345_600,
        teasers: session.teasers,
        isAiPresenter: session.isAiPresenter,
        startAt: '2026-11-25T12:00:00.000Z',
        endAt: '2026-11-25T16:00:00.000Z',
        which: 'this',
      },
      'key-00001',
    );
  });

  it('lets times that are over stand while something else changes', async () => {
    const device = fakeDevice();
    const edit = vi.fn(refuse);
    const draft = createEditDraft(device, { edit }, session);
    device.time.now = '2026-11-25T12:00:00.000Z';
    draft.set({ title: '返场' });
    expect(draft.errors).toEqual({});
    draft.set(withStart(draft.fields, '2026-11-24', '21:00'));
    expect(draft.errors).toEqual({ startAt: 'in_the_past' });
  });

  it('keeps what was typed when another person changed the plan', () => {
    const draft = createEditDraft(fakeDevice(), { edit: vi.fn(refuse) }, session);
    draft.set({ title: '我的标题' });
    const fresh = { ...session, version: 5, title: '别人的标题', goalFen: null };
    draft.rebase(editFields(fresh));
    expect(draft.fields).toMatchObject({ version: 5, title: '我的标题', goalFen: '' });
  });
});
