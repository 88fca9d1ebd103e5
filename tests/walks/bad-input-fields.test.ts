import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import type { FieldIssues } from '../../src/contract/errors';
import { buildPaid, buildPlan, buildRegistration, COMPLETE_DISCLOSURE } from '../testkit/builders';
import { callAs, startTestCloud } from '../testkit/cloud';
import {
  buildEdit,
  everythingIn,
  NOW,
  openStore,
  sessionIn,
  type TestStore,
  versionOf,
} from '../testkit/stores';

const OPERATOR = { $gt: '' };
const MAX = Number.MAX_SAFE_INTEGER;
const FUTURE = 'in_the_future';
const day = (bookedOn: unknown) => ({ of: 'day', bookedOn, hostId: null, accountId: null });
const teaser = { name: '包', priceFen: 1, priceBasis: null };
function disclosing(creditCode: unknown) {
  return {
    disclosure: { ...COMPLETE_DISCLOSURE, creditCode },
  };
}
const WRONG_CODE: FieldIssues = { 'disclosure.creditCode': 'bad_format' };
function ran(startedAt: string, endedAt: string) {
  return {
    when: {
      precision: 'instant',
      startedAt: `2026-11-24T${startedAt}:00.000Z`,
      endedAt: `2026-11-24T${endedAt}:00.000Z`,
    },
  };
}

/** The fault, the fields that replace those of a valid input, and the answer. */
type Case = readonly [what: string, change: object, fields: FieldIssues];

/** By endpoint; the input is valid but for the change. */
const CASES: Record<string, readonly Case[]> = {
  'sales.record': [
    ['text for fen', { amountFen: '12' }, { amountFen: 'wrong_type' }],
    ['negative fen', { amountFen: -1 }, { amountFen: 'negative' }],
    ['half a fen', { amountFen: 0.5 }, { amountFen: 'fractional' }],
    ['no fen', { amountFen: null }, { amountFen: 'required' }],
    ['2^53 fen', { amountFen: MAX + 1 }, { amountFen: 'too_large' }],
    ['1e300 fen', { amountFen: 1e300 }, { amountFen: 'too_large' }],
    ['a list of fen', { amountFen: [1] }, { amountFen: 'wrong_type' }],
    ['an unknown kind', { kind: 'gmv' }, { kind: 'not_a_choice' }],
    ["an officer's basis", { basis: 'verified' }, { basis: 'not_a_choice' }],
    ['an unknown field', { isCounted: true }, { isCounted: 'unknown_field' }],
    ["an object's own word", { toString: 1 }, { toString: 'unknown_field' } as never],
    ['an unknown target', { target: { of: 'year' } }, { 'target.of': 'not_a_choice' }],
    ['no such day', { target: day('2026-02-30') }, { 'target.bookedOn': 'bad_format' }],
    ['a future day', { target: day('2026-11-25') }, { 'target.bookedOn': FUTURE }],
    ['an operator', { target: day(OPERATOR) }, { 'target.bookedOn': 'wrong_type' }],
  ],
  'sales.ledger': [
    ['an operator for an id', { shopId: OPERATOR }, { shopId: 'wrong_type' }],
    ['an operator for a cursor', { cursor: OPERATOR }, { cursor: 'wrong_type' }],
    ['a 13th month', { month: '2026-13' }, { month: 'bad_format' }],
    ['a path for an id', { shopId: '../../etc' }, { shopId: 'bad_format' }],
  ],
  'shop.register': [
    ['an operator for a name', { name: OPERATOR }, { name: 'wrong_type' }],
    ['41 rare characters', { name: '𠮷'.repeat(41) }, { name: 'too_long' }],
    ['spaces only', { name: ' \u3000 ' }, { name: 'required' }],
    ['a control character', { name: 'a\u0000b' }, { name: 'control_characters' }],
    ['a name of nothing visible', { name: '\u0301' }, { name: 'required' }],
    ['a character without a width', { name: 'a\u200b' }, { name: 'invisible_characters' }],
    ['a filler', { name: '\u3164' }, { name: 'invisible_characters' }],
    ['a turned name', { name: 'a\u202eb' }, { name: 'direction_characters' }],
    ['half a character', { name: 'a\ud842' }, { name: 'broken_characters' }],
    ['two lines for a name', { name: 'a\nb' }, { name: 'control_characters' }],
    ['no consent', { consent: false }, { consent: 'consent_needed' }],
    ['1 for a consent', { consent: 1 }, { consent: 'consent_needed' }],
    ['no age of a person', { age: null }, { age: 'required' }],
    ['letters for a phone', { phone: 'call me' }, { phone: 'bad_format' }],
    [
      'Huadu without its town',
      { place: { where: 'huadu', town: null, movingOn: null } },
      { 'place.town': 'required' },
    ],
  ],
  'shop.update': [
    ['a sign in a code', disclosing('92000000MADEMA-016'), WRONG_CODE],
    [
      'the number of an identity card',
      disclosing('11010519491231002X'),
      { 'disclosure.creditCode': 'identity_number' },
    ],
    ['19 characters', disclosing('92000000MADEMA00161'), WRONG_CODE],
    ['17 characters', disclosing('92000000MADEMA001'), WRONG_CODE],
    ['no account', { accounts: [] }, { accounts: 'required' }],
  ],
  'liveSession.schedule': [
    ['end before start', { endAt: '2026-11-25T11:59:59.999Z' }, { endAt: 'end_before_start' }],
    ['end at start', { endAt: '2026-11-25T12:00:00.000Z' }, { endAt: 'end_before_start' }],
    ['three days', { endAt: '2026-11-28T12:00:00.000Z' }, { endAt: 'too_far_apart' }],
    ['no zone', { startAt: '2026-11-25T12:00:00.000' }, { startAt: 'bad_format' }],
    ['11 teasers', { teasers: Array(11).fill(teaser) }, { teasers: 'too_many' }],
    ['a cart', { teasers: [{ ...teaser, cart: 1 }] }, { 'teasers.0.cart': 'unknown_field' }],
    [
      'a plan in the past',
      { startAt: '2026-11-23T12:00:00.000Z', endAt: '2026-11-23T13:00:00.000Z' },
      { startAt: 'in_the_past' },
    ],
  ],
  'liveSession.backfill': [
    ['tomorrow', { when: { precision: 'day', day: '2026-11-25' } }, { 'when.day': FUTURE }],
    ['not yet ended', ran('01:00', '02:30'), { 'when.endedAt': FUTURE }],
    ['end before start', ran('01:00', '00:30'), { 'when.endedAt': 'end_before_start' }],
    ['a precision of weeks', { when: { precision: 'week' } }, { 'when.precision': 'not_a_choice' }],
  ],
  'liveSession.goLive': [['in ten minutes', { at: '2026-11-24T02:10:00.000Z' }, { at: FUTURE }]],
  'applicant.recordFollowers': [
    ['tomorrow', { readOn: '2026-11-25' }, { readOn: FUTURE }],
    ['text for people', { count: '500001' }, { count: 'wrong_type' }],
    ['half a follower', { count: 0.5 }, { count: 'fractional' }],
  ],
  'applicant.declare': [
    ['yes for an amount', { value: true }, { value: 'wrong_type' }],
    ['an unknown fact', { fact: 'is_rich' }, { fact: 'not_a_choice' }],
    ['an operator', { value: OPERATOR }, { value: 'wrong_type' }],
  ],
  'incentive.progress': [
    ['a year long ago', { year: 1999 }, { year: 'too_small' }],
    ['text for a year', { year: '2026' }, { year: 'wrong_type' }],
    ['tomorrow', { asOf: '2026-11-25' }, { asOf: FUTURE }],
    [
      'one rule set in place of a list',
      { knownRuleSets: 'huadu-2020.v3' },
      { knownRuleSets: 'wrong_type' },
    ],
  ],
  'incentive.explain': [
    ['an unknown metric', { metric: 'x' }, { metric: 'not_a_choice' }],
    ['half a month', { month: '2026-1' }, { month: 'bad_format' }],
  ],
  'incentive.precheck': [
    ['text for people', { followers: '1' }, { followers: 'wrong_type' }],
    ['negative fen', { netFen: -1 }, { netFen: 'negative' }],
    ['no id of a scheme', { scheme: 'Huadu 2020' }, { scheme: 'bad_format' }],
  ],
};

describe('an invalid field', () => {
  let cloud: LocalCloud;
  let right: Record<string, object>;

  beforeAll(async () => {
    cloud = await startTestCloud();
    cloud.setNow(NOW);
    const store: TestStore = await openStore(cloud, 'owner');
    const { shopId, accountId } = store;
    const ended = await sessionIn(store, 'ended');
    const { id: sessionId } = await sessionIn(store, 'scheduled');
    const none = { hostIds: [], accountId: null, figure: null };
    const leaves = { metric: 'net_sales', month: null, cursor: null };
    right = {
      'sales.record': buildPaid(shopId, ended.id),
      'sales.ledger': { shopId, sessionId: null, month: null, cursor: null },
      'shop.register': buildRegistration(),
      'shop.update': buildEdit(store, await versionOf(store)),
      'liveSession.schedule': buildPlan({ shopId }),
      'liveSession.backfill': { shopId, title: '补录', ...none },
      'liveSession.goLive': { sessionId },
      'applicant.recordFollowers': { shopId, accountId, count: 1, readOn: '2026-11-24' },
      'applicant.declare': { shopId, hostId: null, fact: 'paid_in_capital', value: 1, year: null },
      'incentive.progress': { shopId, hostId: null, year: 2026, asOf: null, knownRuleSets: [] },
      'incentive.explain': { shopId, hostId: null, year: 2026, ...leaves },
      'incentive.precheck': {
        lineOfBusiness: 'streamer',
        netFen: 1,
        followers: 1,
        paidInCapitalFen: null,
        operatingRevenueFen: null,
      },
    };
  });
  afterAll(() => cloud.close());

  const rows = Object.entries(CASES).flatMap(([endpoint, cases]) =>
    cases.map(([what, change, fields]) => ({ endpoint, what, change, fields })),
  );
  it.each(rows)(
    'is refused by name, and nothing is stored: $endpoint, $what',
    async ({ endpoint, change, fields }) => {
      const before = everythingIn(cloud);
      const error = await callAs(cloud, 'owner').refused(endpoint, {
        ...right[endpoint],
        ...change,
      });
      expect(error).toEqual({ code: 'invalid_input', fields });
      expect(everythingIn(cloud)).toEqual(before);
    },
  );

  it.each([
    [null, { shopId: 'required' }],
    ['shop', { input: 'wrong_type' }],
    [7, { input: 'wrong_type' }],
  ])('is refused as a whole input: host.list, %j', async (input, fields) => {
    const error = await callAs(cloud, 'owner').refused('host.list', input);
    expect(error).toEqual({ code: 'invalid_input', fields });
  });
});
