import { describe, expect, it, vi } from 'vitest';

import type { LedgerEntry } from '../../contract/sales';
import { createApplicantDraft, createFollowersDraft } from './applicant-draft';
import { createBackfillDraft } from './backfill-draft';
import { buildShop, deny, fakeDevice, HOST_ID, NOW, refuse, SHOP_ID } from './draft.fixture';
import { createHostDraft, emptyHost } from './host-draft';
import { createRegisterDraft } from './register-draft';
import { createCorrectionDraft } from './sales-draft';
import { createShopDraft, NEW_ACCOUNT, shopFields } from './shop-draft';

describe('createRegisterDraft', () => {
  function open() {
    const register = vi.fn(refuse);
    return { register, draft: createRegisterDraft(fakeDevice(), { register }) };
  }

  it('needs everything but the phone', () => {
    expect(open().draft.errors).toEqual({
      name: 'required',
      legalForm: 'required',
      lineOfBusiness: 'required',
      'place.where': 'required',
      'account.platform': 'required',
      'account.name': 'required',
      consent: 'consent_needed',
    });
  });

  it('requires the town in Huadu, the day of a move, and the age of a natural person', () => {
    const { draft } = open();
    draft.set({ place: { where: 'huadu' }, legalForm: 'individual' });
    expect(draft.errors).toMatchObject({ 'place.town': 'required', age: 'required' });
    draft.set({ place: { where: 'moving' }, legalForm: 'company' });
    expect(draft.errors).toMatchObject({ 'place.movingOn': 'required' });
    expect(draft.errors).not.toHaveProperty('age');
    expect(draft.errors).not.toHaveProperty('place.town');
  });

  it('sends only what applies', async () => {
    const { draft, register } = open();
    draft.set({
      name: ' 小花直播间 ',
      legalForm: 'company',
      lineOfBusiness: 'mcn',
      age: 'adult',
      place: { where: 'elsewhere', town: '狮岭镇', movingOn: '2027-01-01' },
      account: { platform: 'douyin', name: '小花' },
      phone: ' ',
      consent: true,
    });
    await draft.submit();
    expect(register).toHaveBeenCalledWith(
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

describe('createHostDraft', () => {
  function open() {
    const addHost = vi.fn(deny);
    return { addHost, draft: createHostDraft(fakeDevice(), { addHost }, SHOP_ID) };
  }

  it('sends an account only where a platform is chosen', async () => {
    const { draft, addHost } = open();
    draft.set({ name: '小花', account: { name: '小花的号' } });
    await draft.submit();
    const host = { shopId: SHOP_ID, name: '小花' };
    expect(addHost).toHaveBeenLastCalledWith({ ...host, account: null }, 'key-00001');
    draft.set({ account: { platform: 'douyin' } });
    await draft.submit();
    const account = { platform: 'douyin', name: '小花的号' };
    expect(addHost).toHaveBeenLastCalledWith({ ...host, account }, 'key-00002');
  });

  it('requires the name of the account that is chosen', () => {
    const { draft } = open();
    draft.set({ name: '小花', account: { platform: 'douyin' } });
    expect(draft.errors).toEqual({ 'account.name': 'required' });
    draft.restart(emptyHost(SHOP_ID));
    expect(draft.errors).toEqual({ name: 'required' });
  });
});

describe('createShopDraft', () => {
  function open(device = fakeDevice(), shop = buildShop()) {
    const update = vi.fn(refuse);
    return { update, draft: createShopDraft(device, { update }, shop) };
  }

  it('names wrong accounts and a mistyped credit code', () => {
    const { draft } = open();
    draft.set({
      accounts: [{ ...NEW_ACCOUNT }],
      disclosure: { creditCode: '91440101MA59ABCDE' },
    });
    expect(draft.errors).toEqual({
      'accounts.0.platform': 'required',
      'accounts.0.name': 'required',
      'disclosure.creditCode': 'bad_format',
    });
  });

  it('accepts a credit code in small letters with spaces around it', async () => {
    const { draft, update } = open();
    draft.set({ disclosure: { creditCode: ' 92000000madema0016 ' } });
    await draft.submit();
    expect(update.mock.calls[0]).toMatchObject([
      { disclosure: { creditCode: '92000000MADEMA0016' } },
      'key-00001',
    ]);
  });

  it('sends no disclosure that the legal form does not ask for', async () => {
    const { draft, update } = open();
    draft.set({
      legalForm: 'individual',
      disclosure: { legalName: '某某公司', address: '狮岭镇 1 号' },
    });
    await draft.submit();
    expect(update.mock.calls[0]).toMatchObject([
      { disclosure: { legalName: null, address: '狮岭镇 1 号' } },
      'key-00001',
    ]);
  });

  it('keeps what was typed on top of what another person changed', () => {
    const { draft } = open();
    draft.set({ intro: '源头工厂', disclosure: { address: '狮岭镇 1 号' } });
    const { disclosure } = buildShop();
    draft.rebase(
      shopFields(
        buildShop({
          name: '新名字',
          intro: '旧介绍',
          disclosure: { ...disclosure, contact: '020-1' },
          version: 4,
        }),
      ),
    );
    expect(draft.fields).toMatchObject({
      intro: '源头工厂',
      name: '新名字',
      disclosure: { address: '狮岭镇 1 号', contact: '020-1' },
      version: 4,
    });
    expect(draft.isDirty).toBe(true);
  });

  it('does the same with a draft of an older version found on the device', () => {
    const device = fakeDevice();
    open(device).draft.set({ intro: '源头工厂' });
    const { draft } = open(device, buildShop({ name: '新名字', version: 9 }));
    expect(draft.fields).toMatchObject({ intro: '源头工厂', name: '新名字', version: 9 });
  });

  it('opens as the store stands when another form was kept on the device', () => {
    const device = fakeDevice();
    open(device).draft.set({ intro: '源头工厂' });
    const [key = ''] = device.kept.keys();
    const accounts = [{ id: null, platform: null, name: '' }];
    const fields = { ...shopFields(buildShop()), accounts };
    device.kept.set(key, { fields, base: fields, requestKey: null });
    expect(open(device).draft.fields).toEqual(shopFields(buildShop()));
  });
});

describe('createBackfillDraft', () => {
  function open() {
    const backfill = vi.fn(deny);
    const draft = createBackfillDraft(fakeDevice(), { backfill }, SHOP_ID, {
      hostId: null,
      accountId: null,
    });
    return { backfill, draft };
  }

  it('takes a day alone, with or without a figure', async () => {
    const { draft, backfill } = open();
    draft.set({ title: '618 专场', when: { day: '2021-06-18' } });
    await draft.submit();
    expect(backfill.mock.calls[0]).toMatchObject([
      { when: { precision: 'day', day: '2021-06-18' }, figure: null },
      'key-00001',
    ]);
    const figure = { kind: 'ordered', basis: 'press_report', source: '某报' } as const;
    draft.set({ figure: { ...figure, amountFen: '1.2亿' } });
    await draft.submit();
    expect(backfill.mock.calls[1]).toMatchObject([
      { figure: { ...figure, amountFen: 12_000_000_000 } },
      'key-00002',
    ]);
  });

  it('sends the two instants alone once they are known', async () => {
    const { draft, backfill } = open();
    draft.set({ title: '专场', when: { precision: 'instant' } });
    await draft.submit();
    const when = {
      precision: 'instant',
      startedAt: '2026-11-22T12:00:00.000Z',
      endedAt: '2026-11-22T16:00:00.000Z',
    };
    expect(backfill.mock.calls).toEqual([[expect.objectContaining({ when }), 'key-00001']]);
  });

  it('keeps the day while the times are typed, and the times while the day is', () => {
    const { draft } = open();
    draft.set({ when: { day: '2021-06-18' } });
    draft.set({ when: { precision: 'instant', endedAt: '2026-11-22T17:00:00.000Z' } });
    draft.set({ when: { precision: 'day' } });
    expect(draft.fields.when).toMatchObject({
      day: '2021-06-18',
      endedAt: '2026-11-22T17:00:00.000Z',
    });
  });

  it('refuses the future', () => {
    const { draft } = open();
    draft.set({ title: '专场', when: { day: '2026-11-24' } });
    expect(draft.errors).toEqual({ 'when.day': 'in_the_future' });
    draft.set({ when: { precision: 'instant', endedAt: '2026-11-23T13:00:00.000Z' } });
    expect(draft.errors).toEqual({ 'when.endedAt': 'in_the_future' });
  });
});

describe('createCorrectionDraft', () => {
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
    returnedOn: null,
    recordedAt: NOW,
    recordedBy: 'you',
    basis: 'verified',
    source: null,
    soldFor: { name: null, aboveThresholdHuadu: 'no' },
    status: 'counts',
    replaces: null,
  };

  function open(corrected = entry) {
    const correct = vi.fn(refuse);
    return {
      correct,
      draft: createCorrectionDraft(
        fakeDevice(),
        { correct, correctStored: refuse },
        SHOP_ID,
        corrected,
      ),
    };
  }

  it('begins with the entry as it stands and sends a whole new statement', async () => {
    const { draft, correct } = open();
    expect(draft.fields.amountFen).toBe('1234.5');
    draft.set({ amountFen: '1200' });
    await draft.submit();
    expect(correct).toHaveBeenCalledWith(
      entry.id,
      {
        shopId: SHOP_ID,
        target: { of: 'day', bookedOn: '2026-11-20', hostId: HOST_ID, accountId: null },
        kind: 'refunded',
        amountFen: 120_000,
        returnedOn: null,
        basis: 'self_reported',
        source: null,
        soldFor: { name: null, aboveThresholdHuadu: 'no' },
      },
      'key-00001',
    );
  });

  it('asks again after an odd amount was confirmed and then changed, under a key of its own', async () => {
    const { draft, correct } = open();
    const info = { far_above_usual: true, usualFen: 1, sessionCount: 5 };
    correct.mockResolvedValueOnce({
      ok: false,
      error: { code: 'odd_amount', info, requestId: 'r' },
    } as never);
    draft.set({ amountFen: '90000' });
    await draft.submit();
    expect(draft.error?.code).toBe('odd_amount');
    expect(draft.fields.amountFen).toBe('90000');
    draft.set({ confirmed: ['far_above_usual'] });
    expect(draft.error).toBeNull();
    await draft.submit();
    const sent = () => correct.mock.calls as unknown as [string, { confirmed?: unknown }, string][];
    expect(sent().map(([, { confirmed }, key]) => [confirmed, key])).toEqual([
      [undefined, 'key-00001'],
      [['far_above_usual'], 'key-00002'],
    ]);
    draft.set({ amountFen: '80000' });
    expect(draft.fields.confirmed).toEqual([]);
  });

  it('may move the entry to a session, and back to its day', async () => {
    const { draft, correct } = open();
    const sessionId = `${SHOP_ID}.l0001`;
    draft.set({ target: { of: 'session', sessionId } });
    await draft.submit();
    expect(correct.mock.calls).toMatchObject([
      [entry.id, { target: { of: 'session', sessionId } }, 'key-00001'],
    ]);
    draft.set({ target: { of: 'day', sessionId: '' } });
    expect(draft.isDirty).toBe(false);
  });

  it('sends nothing about the buyer where nothing was known of them', async () => {
    const soldFor = { name: null, aboveThresholdHuadu: 'unknown' } as const;
    const { draft, correct } = open({ ...entry, soldFor });
    draft.set({ amountFen: '1200' });
    await draft.submit();
    expect(correct.mock.calls).toMatchObject([[entry.id, { soldFor: null }, 'key-00001']]);
  });
});

describe('createApplicantDraft', () => {
  const applicant = { shopId: SHOP_ID, hostId: null };

  it('takes an amount, or yes or no', () => {
    const device = fakeDevice();
    const money = createApplicantDraft(
      device,
      { declare: refuse },
      applicant,
      'operating_revenue',
      2026,
    );
    expect(money.errors).toEqual({ value: 'required' });
    money.set({ value: '-5' });
    expect(Object.keys(money.errors)).toEqual(['value']);
    money.set({ value: '5亿' });
    expect(money.isValid).toBe(true);
    const yesNo = createApplicantDraft(device, { declare: refuse }, applicant, 'key_project', null);
    expect(yesNo.errors).toEqual({ value: 'required' });
    yesNo.set({ value: false });
    expect(yesNo.isValid).toBe(true);
  });
});

describe('createFollowersDraft', () => {
  it('reads followers as people count them', async () => {
    const recordFollowers = vi.fn(refuse);
    const reading = { shopId: SHOP_ID, accountId: `${SHOP_ID}.a0001` };
    const draft = createFollowersDraft(fakeDevice(), { recordFollowers }, reading);
    draft.set({ count: '50.1万' });
    await draft.submit();
    expect(recordFollowers).toHaveBeenCalledWith(
      { ...reading, count: 501_000, readOn: '2026-11-23' },
      'key-00001',
    );
    draft.set({ count: '0.5' });
    expect(draft.errors).toEqual({ count: 'fractional' });
    draft.set({ count: '3', readOn: '2026-11-24' });
    expect(draft.errors).toEqual({ readOn: 'in_the_future' });
  });
});
