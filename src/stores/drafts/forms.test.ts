import { describe, expect, it, vi } from 'vitest';

import type { LedgerEntry } from '../../contract/sales';
import type { Result } from '../result';
import { createApplicantDraft, createFollowersDraft } from './applicant-draft';
import { createBackfillDraft } from './backfill-draft';
import { buildShop, fakePorts, NOW, SHOP_ID } from './draft.fixture';
import { createPlanDraft, createRescheduleDraft } from './plan-draft';
import { createRegisterDraft } from './register-draft';
import { createCorrectionDraft, yuanText } from './sales-draft';
import { createShopDraft, shopFields } from './shop-draft';
import { withEndTime, withStart } from './time-fields';

async function refuse(): Promise<Result<never>> {
  return { ok: false, error: { code: 'internal', requestId: 'r' } };
}
const HOST_ID = `${SHOP_ID}.h0001`;

describe('RegisterDraft', () => {
  const open = () => createRegisterDraft(fakePorts(), refuse);

  it('needs everything but the phone', () => {
    expect(open().errors).toEqual({
      name: 'required',
      legalForm: 'required',
      lineOfBusiness: 'required',
      'place.where': 'required',
      'account.platform': 'required',
      'account.name': 'required',
      consent: 'consent_needed',
    });
  });

  it('asks the town in Huadu, the day of a move, and the age of a natural person', () => {
    const draft = open();
    draft.set({ where: 'huadu', legalForm: 'individual' });
    expect(draft.errors).toMatchObject({ 'place.town': 'required', age: 'required' });
    draft.set({ where: 'moving', legalForm: 'company' });
    expect(draft.errors).toMatchObject({ 'place.movingOn': 'required' });
    expect(draft.errors).not.toHaveProperty('age');
    expect(draft.errors).not.toHaveProperty('place.town');
  });

  it('sends only what applies', async () => {
    const send = vi.fn(refuse);
    const draft = createRegisterDraft(fakePorts(), send);
    draft.set({
      name: ' 小花直播间 ',
      legalForm: 'company',
      lineOfBusiness: 'mcn',
      age: 'adult',
      where: 'elsewhere',
      town: '狮岭镇',
      movingOn: '2027-01-01',
      platform: 'douyin',
      accountName: '小花',
      phone: ' ',
      hasConsented: true,
    });
    await draft.submit();
    expect(send).toHaveBeenCalledWith(
      {
        name: '小花直播间',
        legalForm: 'company',
        lineOfBusiness: 'mcn',
        place: { where: 'elsewhere', town: null, movingOn: null },
        account: { platform: 'douyin', name: '小花' },
        phone: null,
        age: null,
        consent: true,
      },
      'key-00001',
    );
  });
});

describe('ShopDraft', () => {
  it('names wrong accounts and a mistyped credit code', () => {
    const draft = createShopDraft(fakePorts(), buildShop(), refuse);
    draft.set({
      accounts: [{ id: null, platform: null, name: '', hostId: null }],
      creditCode: '91440101MA59ABCDE1',
    });
    expect(draft.errors).toEqual({
      'accounts.0.platform': 'required',
      'accounts.0.name': 'required',
      'disclosure.creditCode': 'bad_format',
    });
  });

  it('sends no disclosure that the legal form does not ask for', async () => {
    const send = vi.fn(refuse);
    const draft = createShopDraft(fakePorts(), buildShop(), send);
    draft.set({ legalForm: 'individual', legalName: '某某公司', address: '狮岭镇 1 号' });
    await draft.submit();
    expect(send.mock.calls[0]).toMatchObject([
      { disclosure: { legalName: null, address: '狮岭镇 1 号' } },
      'key-00001',
    ]);
  });

  it('puts what was typed on top of what somebody else changed', async () => {
    const send = vi.fn(refuse);
    const draft = createShopDraft(fakePorts(), buildShop(), send);
    draft.set({ intro: '源头工厂' });
    draft.rebase(shopFields(buildShop({ name: '新名字', intro: '旧介绍', version: 4 })));
    expect(draft.fields).toMatchObject({ intro: '源头工厂', name: '新名字', version: 4 });
    expect(draft.isDirty).toBe(true);
  });

  it('does the same with a draft of an older version found on the device', () => {
    const ports = fakePorts();
    createShopDraft(ports, buildShop(), refuse).set({ intro: '源头工厂' });
    const draft = createShopDraft(ports, buildShop({ name: '新名字', version: 9 }), refuse);
    expect(draft.fields).toMatchObject({ intro: '源头工厂', name: '新名字', version: 9 });
  });
});

describe('PlanDraft', () => {
  const open = () =>
    createPlanDraft(
      fakePorts(),
      SHOP_ID,
      { hostId: null, accountId: null, now: () => NOW },
      refuse,
    );

  it('begins tomorrow at 20:00 in China, for four hours', () => {
    expect(open().fields).toMatchObject({
      startDay: '2026-11-24',
      startTime: '20:00',
      endDay: '2026-11-25',
      endTime: '00:00',
    });
  });

  it('moves the end along with the start and past midnight', () => {
    const moved = withStart(open().fields, '2026-11-30', '21:30');
    expect(moved).toMatchObject({ endDay: '2026-12-01', endTime: '01:30' });
    expect(withEndTime(moved, '23:00')).toMatchObject({ endDay: '2026-11-30' });
    expect(withEndTime(moved, '21:30')).toMatchObject({ endDay: '2026-12-01' });
  });

  it('refuses an end before the start and more than 48 hours', () => {
    const draft = open();
    draft.set({ title: '专场', endDay: '2026-11-24', endTime: '19:00' });
    expect(draft.errors).toEqual({ endAt: 'end_before_start' });
    draft.set({ endDay: '2026-11-26', endTime: '20:01' });
    expect(draft.errors).toEqual({ endAt: 'too_far_apart' });
    draft.set({ endTime: '20:00' });
    expect(draft.errors).toEqual({});
  });

  it('names the wrong teaser', () => {
    const draft = open();
    draft.set({
      title: '专场',
      teasers: [
        { name: '双肩包', price: '199', priceBasis: '' },
        { name: '', price: 'abc', priceBasis: '' },
      ],
    });
    expect(draft.errors).toEqual({
      'teasers.1.name': 'required',
      'teasers.1.priceFen': 'wrong_type',
    });
  });

  it('refuses a plan that is over, but asks again for one that may have been stored', async () => {
    const clock = vi.fn(() => NOW);
    const send = vi.fn(refuse);
    const begin = { hostId: null, accountId: null, now: clock };
    const draft = createPlanDraft(fakePorts(), SHOP_ID, begin, send);
    draft.set({ title: '专场' });
    await draft.submit();
    clock.mockReturnValue('2026-11-25T12:00:00.000Z');
    await draft.submit();
    expect(send).toHaveBeenCalledTimes(2);
    draft.set({ title: '新的专场' });
    expect(draft.errors).toEqual({ startAt: 'in_the_past' });
  });

  it('reschedules the version it was read at', async () => {
    const send = vi.fn(refuse);
    const session = {
      id: `${SHOP_ID}.l0001`,
      version: 2,
      startAt: '2026-11-24T12:00:00.000Z',
      endAt: '2026-11-24T16:00:00.000Z',
    };
    const draft = createRescheduleDraft(fakePorts(), session, () => NOW, send);
    draft.set(withStart(draft.fields, '2026-11-25', '20:00'));
    await draft.submit();
    expect(send).toHaveBeenCalledWith(
      {
        sessionId: session.id,
        version: 2,
        startAt: '2026-11-25T12:00:00.000Z',
        endAt: '2026-11-25T16:00:00.000Z',
      },
      'key-00001',
    );
  });
});

describe('BackfillDraft', () => {
  const open = () => {
    const send = vi.fn(refuse);
    const begin = { hostId: null, accountId: null, now: () => NOW };
    return { send, draft: createBackfillDraft(fakePorts(), SHOP_ID, begin, send) };
  };

  it('takes a day alone, with or without a figure', async () => {
    const { draft, send } = open();
    draft.set({ title: '618 专场', day: '2021-06-18' });
    await draft.submit();
    expect(send.mock.calls[0]).toMatchObject([
      { when: { precision: 'day', day: '2021-06-18' }, figure: null },
      'key-00001',
    ]);
    draft.set({ amount: '1.2亿', kind: 'ordered', basis: 'press_report', source: '某报' });
    await draft.submit();
    expect(send.mock.calls[1]).toMatchObject([
      {
        figure: {
          kind: 'ordered',
          amountFen: 12_000_000_000,
          basis: 'press_report',
          source: '某报',
        },
      },
      'key-00001',
    ]);
  });

  it('refuses the future', () => {
    const { draft } = open();
    draft.set({ title: '专场', day: '2026-11-24' });
    expect(draft.errors).toEqual({ 'when.day': 'in_the_future' });
    draft.set({ precision: 'instant', endDay: '2026-11-23', endTime: '21:00' });
    expect(draft.errors).toEqual({ 'when.endedAt': 'in_the_future' });
  });
});

describe('correcting an entry', () => {
  const entry: LedgerEntry = {
    id: `${SHOP_ID}.e0001`,
    sessionId: null,
    sessionTitle: null,
    hostId: HOST_ID,
    accountId: null,
    platform: null,
    kind: 'refunded',
    amountFen: 1_234_50,
    bookedOn: '2026-11-20',
    recordedAt: NOW,
    recordedBy: 'you',
    basis: 'verified',
    source: null,
    soldFor: { name: null, aboveThresholdHuadu: 'no' },
    status: 'counts',
    replaces: null,
  };

  it('begins with the entry as it stands and sends a whole new one', async () => {
    const send = vi.fn(refuse);
    const draft = createCorrectionDraft(fakePorts(), SHOP_ID, entry, () => NOW, send);
    expect(draft.fields.amount).toBe('1234.5');
    draft.set({ amount: '1200' });
    await draft.submit();
    expect(send).toHaveBeenCalledWith(
      {
        shopId: SHOP_ID,
        entryId: entry.id,
        target: { of: 'day', bookedOn: '2026-11-20', hostId: HOST_ID, accountId: null },
        kind: 'refunded',
        amountFen: 120_000,
        basis: 'self_reported',
        source: null,
        soldFor: { name: null, aboveThresholdHuadu: 'no' },
      },
      'key-00001',
    );
  });

  it('writes amounts as they would be typed', () => {
    expect([0, 5, 50, 123_400, 123_456].map(yuanText)).toEqual([
      '0',
      '0.05',
      '0.5',
      '1234',
      '1234.56',
    ]);
  });
});

describe('ApplicantDraft', () => {
  const applicant = { shopId: SHOP_ID, hostId: null };

  it('takes an amount or yes and no, as the fact asks', () => {
    const ports = fakePorts();
    const money = createApplicantDraft(
      ports,
      applicant,
      { fact: 'operating_revenue', type: 'money', year: 2026 },
      refuse,
    );
    expect(money.errors).toEqual({ value: 'required' });
    money.set({ amount: '-5' });
    expect(Object.keys(money.errors)).toEqual(['value']);
    money.set({ amount: '5亿' });
    expect(money.isValid).toBe(true);
    const yesNo = createApplicantDraft(
      ports,
      applicant,
      { fact: 'key_project', type: 'boolean', year: null },
      refuse,
    );
    expect(yesNo.errors).toEqual({ value: 'required' });
    yesNo.set({ isTrue: false });
    expect(yesNo.isValid).toBe(true);
  });

  it('reads followers as people count them', async () => {
    const send = vi.fn(refuse);
    const reading = { shopId: SHOP_ID, hostId: HOST_ID, accountId: `${SHOP_ID}.a0001` };
    const draft = createFollowersDraft(fakePorts(), reading, () => NOW, send);
    draft.set({ count: '50.1万' });
    await draft.submit();
    expect(send).toHaveBeenCalledWith(
      { ...reading, count: 501_000, readOn: '2026-11-23' },
      'key-00001',
    );
    draft.set({ count: '0.5' });
    expect(draft.errors).toEqual({ count: 'fractional' });
    draft.set({ count: '3', readOn: '2026-11-24' });
    expect(draft.errors).toEqual({ readOn: 'in_the_future' });
  });
});
