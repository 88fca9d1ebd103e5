import type { InputOf } from '../../src/contract/endpoints';
import { ODDITIES, type Oddity } from '../../src/domain/sales/oddities';

/**
 * Answers to the questions about odd amounts: inputs of tests state them, so that an amount may be
 * of any size and recorded twice; `tests/walks/odd-amounts.test.ts` is about the questions.
 */
export const CONFIRMED: Oddity[] = [...ODDITIES];

/** A valid registration. */
export function buildRegistration(
  overrides: Partial<InputOf<'shop.register'>> = {},
): InputOf<'shop.register'> {
  return {
    name: '测试店铺',
    legalForm: 'sole_trader',
    lineOfBusiness: 'streamer',
    place: { where: 'huadu', town: '狮岭镇', movingOn: null },
    account: { platform: 'douyin', name: '测试账号' },
    phone: null,
    age: 'adult',
    consent: true,
    ...overrides,
  };
}

/** A minimal plan. */
export function buildPlan(
  overrides: Partial<InputOf<'liveSession.schedule'>> & { shopId: string },
): InputOf<'liveSession.schedule'> {
  return {
    title: '测试场次',
    hostIds: [],
    accountId: null,
    goalFen: null,
    teasers: [],
    isAiPresenter: false,
    startAt: '2026-11-25T12:00:00.000Z',
    endAt: '2026-11-25T16:00:00.000Z',
    repeat: null,
    ...overrides,
  };
}

/** A self-reported paid amount of a session. */
export function buildPaid(
  shopId: string,
  sessionId: string,
  overrides: Partial<InputOf<'sales.record'>> = {},
): InputOf<'sales.record'> {
  return {
    shopId,
    target: { of: 'session', sessionId },
    kind: 'paid',
    amountFen: 12_500_000,
    basis: 'self_reported',
    source: null,
    soldFor: null,
    confirmed: CONFIRMED,
    ...overrides,
  };
}

/** A correction of an entry. */
export function buildCorrection(
  shopId: string,
  entryId: string,
  overrides: Partial<Omit<InputOf<'sales.record'>, 'target'>> = {},
): InputOf<'sales.replace'> {
  const { target: _place, ...statement } = buildPaid(shopId, '', overrides);
  return { ...statement, entryId };
}

/** A complete disclosure of a sole trader; the credit code is fictional. */
export const COMPLETE_DISCLOSURE = {
  legalName: '测试皮具店（虚构）',
  operatorName: '何小禾',
  creditCode: '92000000MADEMA0016',
  address: '广州市花都区示例路 1 号',
  contact: '020-0000 0000',
  exemption: null,
};
