import { describe, expect, it } from 'vitest';

import { applicantDeclare } from '../../contract/applicant';
import { liveSessionBackfill } from '../../contract/live-session';
import { liveSessionSchedule } from '../../contract/live-session-plan';
import { shopRegister, shopUpdate } from '../../contract/shop';
import { buildShop, SHOP_ID } from './draft.fixture';
import { EMPTY_REGISTRATION } from './register-draft';
import { hasTypedShape } from './shape';
import { shopFields } from './shop-draft';

const PLAN = {
  shopId: SHOP_ID,
  title: '',
  hostIds: [],
  accountId: null,
  goalFen: '12万',
  teasers: [{ name: '', priceFen: '', priceBasis: '' }],
  isAiPresenter: false,
  startAt: '2026-11-24T12:00:00.000Z',
  endAt: '2026-11-24T16:00:00.000Z',
  repeat: { weekdays: [], until: '', skip: [] },
};
const BACKFILL = {
  shopId: SHOP_ID,
  title: '',
  hostIds: [],
  accountId: null,
  when: { precision: 'day', day: '2026-11-22', startedAt: '', endedAt: '' },
  figure: {
    kind: 'paid',
    amountFen: '',
    returnedOn: null,
    basis: 'self_reported',
    source: '',
    soldFor: { name: '', aboveThresholdHuadu: null },
  },
  confirmed: [],
};

describe('hasTypedShape', () => {
  it('accepts fields as they are typed, valid or not', () => {
    expect(hasTypedShape(liveSessionSchedule.input, PLAN)).toBe(true);
    expect(hasTypedShape(liveSessionSchedule.input, { ...PLAN, goalFen: null, teasers: [] })).toBe(
      true,
    );
    expect(hasTypedShape(liveSessionBackfill.input, BACKFILL)).toBe(true);
    expect(hasTypedShape(shopUpdate.input, shopFields(buildShop()))).toBe(true);
  });

  it.each([
    ['a missing field', { ...PLAN, goalFen: undefined }],
    ['a field more', { ...PLAN, cover: '' }],
    ['a text instead of a yes or no', { ...PLAN, isAiPresenter: 'true' }],
    ['a number instead of a text', { ...PLAN, title: 5 }],
    ['null instead of a text', { ...PLAN, title: null }],
    ['a yes or no instead of an amount', { ...PLAN, goalFen: true }],
    ['an object instead of a text', { ...PLAN, title: {} }],
    ['no list', { ...PLAN, teasers: {} }],
    ['an item of another shape', { ...PLAN, teasers: [{ name: '', price: '', priceBasis: '' }] }],
    ['an item that is no object', { ...PLAN, teasers: [null] }],
    ['a list instead of fields', [PLAN]],
    ['nothing', undefined],
  ])('refuses a plan with %s', (_what, value) => {
    expect(hasTypedShape(liveSessionSchedule.input, value)).toBe(false);
  });

  it('asks for the fields of every shape an object may have', () => {
    const when = { precision: 'day', day: '2026-11-22' };
    expect(hasTypedShape(liveSessionBackfill.input, { ...BACKFILL, when })).toBe(false);
  });

  it('asks for an object where the input may be null', () => {
    expect(hasTypedShape(liveSessionBackfill.input, { ...BACKFILL, figure: null })).toBe(false);
  });

  it('accepts an answer as an amount or as yes or no', () => {
    const fact = { shopId: SHOP_ID, hostId: null, fact: 'key_project', year: null };
    expect(hasTypedShape(applicantDeclare.input, { ...fact, value: '5亿' })).toBe(true);
    expect(hasTypedShape(applicantDeclare.input, { ...fact, value: true })).toBe(true);
    expect(hasTypedShape(applicantDeclare.input, { ...fact, value: [] })).toBe(false);
  });

  it('accepts a consent that is not given', () => {
    expect(hasTypedShape(shopRegister.input, EMPTY_REGISTRATION)).toBe(true);
    expect(hasTypedShape(shopRegister.input, { ...EMPTY_REGISTRATION, consent: 'no' })).toBe(false);
  });
});
