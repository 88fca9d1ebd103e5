import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import type { EndpointName } from '../../src/contract/endpoints';
import type { FieldIssue } from '../../src/contract/errors';
import { dayField, instantField } from '../../src/contract/fields';
import { buildPaid, buildPlan, buildRegistration, CONFIRMED } from '../testkit/builders';
import { callAs, startTestCloud } from '../testkit/cloud';
import { DEFINITIONS, ENDPOINT_NAMES } from '../testkit/endpoints';
import { buildEdit, NOW, openStore, sessionIn, type TestStore, versionOf } from '../testkit/stores';

/** The evening of a day in China. */
function evening(day: string) {
  return { startAt: `${day}T11:00:00.000Z`, endAt: `${day}T15:00:00.000Z` };
}
function ran(startedAt: string, endedAt: string) {
  return { when: { precision: 'instant', startedAt, endedAt } };
}
const moving = (movingOn: string) => ({ place: { where: 'moving', town: null, movingOn } });

interface Bound {
  readonly endpoint: EndpointName;
  readonly field: string;
  /** Accepted. */
  readonly limit: object;
  /** Refused. */
  readonly beyond: object;
  readonly issue: FieldIssue;
}

const TOO_EARLY: readonly Omit<Bound, 'issue'>[] = [
  {
    endpoint: 'sales.record',
    field: 'target.bookedOn',
    limit: { target: { of: 'day', bookedOn: '2016-01-01', hostId: null, accountId: null } },
    beyond: { target: { of: 'day', bookedOn: '2015-12-31', hostId: null, accountId: null } },
  },
  {
    endpoint: 'applicant.recordFollowers',
    field: 'readOn',
    limit: { readOn: '2016-01-01' },
    beyond: { readOn: '2015-12-31' },
  },
  {
    endpoint: 'applicant.declare',
    field: 'year',
    limit: { year: 2016 },
    beyond: { year: 2015 },
  },
  {
    endpoint: 'incentive.progress',
    field: 'asOf',
    limit: { asOf: '2016-01-01' },
    beyond: { asOf: '2015-12-31' },
  },
  {
    endpoint: 'liveSession.backfill',
    field: 'when.day',
    limit: { when: { precision: 'day', day: '2016-01-01' } },
    beyond: { when: { precision: 'day', day: '2015-12-31' } },
  },
  {
    endpoint: 'liveSession.backfill',
    field: 'when.startedAt',
    limit: ran('2015-12-31T16:00:00.000Z', '2015-12-31T17:00:00.000Z'),
    beyond: ran('2015-12-31T15:59:59.999Z', '2015-12-31T17:00:00.000Z'),
  },
  {
    endpoint: 'shop.register',
    field: 'place.movingOn',
    limit: moving('2016-01-01'),
    beyond: moving('2015-12-31'),
  },
  {
    endpoint: 'shop.update',
    field: 'place.movingOn',
    limit: moving('2016-01-01'),
    beyond: moving('2015-12-31'),
  },
];

const TOO_FAR: readonly Omit<Bound, 'issue'>[] = [
  {
    endpoint: 'liveSession.schedule',
    field: 'startAt',
    limit: evening('2028-11-24'),
    beyond: evening('2028-11-25'),
  },
  {
    endpoint: 'liveSession.edit',
    field: 'startAt',
    limit: evening('2028-11-24'),
    beyond: evening('2028-11-25'),
  },
  {
    endpoint: 'applicant.declare',
    field: 'year',
    limit: { year: 2028 },
    beyond: { year: 2029 },
  },
  {
    endpoint: 'shop.register',
    field: 'place.movingOn',
    limit: moving('2028-11-24'),
    beyond: moving('2028-11-25'),
  },
  {
    endpoint: 'shop.update',
    field: 'place.movingOn',
    limit: moving('2028-11-24'),
    beyond: moving('2028-11-25'),
  },
];

const BOUNDS: readonly Bound[] = [
  ...TOO_EARLY.map((bound) => ({ ...bound, issue: 'too_early' as const })),
  ...TOO_FAR.map((bound) => ({ ...bound, issue: 'too_far_ahead' as const })),
];

describe('a day or instant of business', () => {
  let cloud: LocalCloud;
  let store: TestStore;
  let sessionId: string;

  beforeAll(async () => {
    cloud = await startTestCloud();
    cloud.setNow(NOW);
    store = await openStore(cloud, 'owner');
    sessionId = (await sessionIn(store, 'scheduled')).id;
  });
  beforeEach(() => cloud.setNow(NOW));
  afterAll(() => cloud.close());

  const rightInput = async (endpoint: EndpointName): Promise<object> => {
    const { owner, shopId, accountId } = store;
    const none = { hostIds: [], accountId: null, figure: null };
    const { session } = await owner.ok('liveSession.get', { sessionId });
    const { shopId: _shopId, repeat: _repeat, ...plan } = buildPlan({ shopId });
    const inputs: Partial<Record<EndpointName, object>> = {
      'sales.record': buildPaid(shopId, ''),
      'applicant.recordFollowers': { shopId, accountId, count: 1 },
      'applicant.declare': { shopId, hostId: null, fact: 'operating_revenue', value: 1 },
      'incentive.progress': { shopId, hostId: null, year: 2026, knownRuleSets: [] },
      'liveSession.backfill': { shopId, title: '补录', ...none, confirmed: CONFIRMED },
      'liveSession.schedule': buildPlan({ shopId }),
      'liveSession.edit': { ...plan, sessionId, version: session.version, which: 'this' },
      'shop.register': buildRegistration(),
      'shop.update': buildEdit(store, await versionOf(store)),
    };
    return inputs[endpoint] ?? {};
  };

  it.each(BOUNDS)(
    'is accepted at the limit and refused beyond it: $endpoint $field, $issue',
    async ({ endpoint, field, limit, beyond, issue }) => {
      const refusal = await store.owner.refused(endpoint, {
        ...(await rightInput(endpoint)),
        ...beyond,
      });
      expect(refusal).toEqual({ code: 'invalid_input', fields: { [field]: issue } });
      const answer = await store.owner.raw(endpoint, {
        ...(await rightInput(endpoint)),
        ...limit,
      });
      expect(answer.ok ? null : answer.error).toBeNull();
    },
  );

  it('moves with the cloud’s day in China, not with UTC', async () => {
    const { owner, shopId } = store;
    const plan = buildPlan({ shopId, ...evening('2028-11-25') });
    cloud.setNow('2026-11-24T15:59:00.000Z');
    const { fields } = await owner.refused('liveSession.schedule', plan);
    expect(fields).toEqual({ startAt: 'too_far_ahead' });
    cloud.setNow('2026-11-24T16:00:00.000Z');
    await owner.ok('liveSession.schedule', plan);
  });

  it('is still shown when it was stored before the limit', async () => {
    const { owner, shopId } = await openStore(cloud, 'early');
    const target = { of: 'day' as const, bookedOn: '2016-01-01', hostId: null, accountId: null };
    const { entry } = await owner.ok('sales.record', buildPaid(shopId, '', { target }));
    const stored = cloud.database.readAll('sales_entries').find(({ _id }) => _id === entry.id);
    await cloud.database.put('sales_entries', entry.id, { ...stored, bookedOn: '2015-06-18' });
    const asked = { shopId, sessionId: null, month: null, cursor: null };
    const { items } = await callAs(cloud, 'early').ok('sales.ledger', asked);
    expect(items.map(({ bookedOn }) => bookedOn)).toEqual(['2015-06-18']);
  });
});

/** The paths of an input at which a plain field stands: one without a first day. */
function plainFieldsIn(schema: unknown, path: string): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  if (schema === dayField || schema === instantField) return [path];
  const { entries, wrapped, item, options } = schema as Record<string, unknown>;
  return [
    ...Object.entries(entries ?? {}).flatMap(([name, field]) =>
      plainFieldsIn(field, `${path}.${name}`),
    ),
    ...(Array.isArray(options) ? options.flatMap((option) => plainFieldsIn(option, path)) : []),
    ...plainFieldsIn(wrapped, path),
    ...plainFieldsIn(item, path),
  ];
}

describe('the input of every endpoint', () => {
  it('has a first day wherever it takes a day or an instant', () => {
    const plain = ENDPOINT_NAMES.flatMap((name) => plainFieldsIn(DEFINITIONS[name].input, name));
    // A tick is named by the instant that is stored of it.
    expect(plain).toEqual(['duty.tick.tickedAt']);
    expect(plainFieldsIn(DEFINITIONS['liveSession.get'].output, 'get')).toContain(
      'get.session.startAt',
    );
  });
});
