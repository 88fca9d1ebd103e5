import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import { recount } from '../../scripts/recount/recount';
import type { InputOf } from '../../src/contract/endpoints';
import { explainMonths } from '../../src/domain/incentive/explain-months';
import { netBounds } from '../../src/domain/sales';
import { addDays } from '../../src/domain/time';
import { buildCorrection, buildPaid } from '../testkit/builders';
import { startTestCloud } from '../testkit/cloud';
import { NOW, openStore, progressOf, sessionIn, type TestStore, TODAY } from '../testkit/stores';

const YUAN = 100;
const WAN = 10_000 * YUAN;

describe('net sales without a paid figure', () => {
  let cloud: LocalCloud;
  let store: TestStore;
  let stores = 0;

  beforeAll(async () => {
    cloud = await startTestCloud();
  });
  beforeEach(async () => {
    cloud.setNow(NOW);
    store = await openStore(cloud, `ranges-${String((stores += 1))}`);
  });
  afterAll(() => cloud.close());

  const record = (sessionId: string, overrides: Partial<InputOf<'sales.record'>>) =>
    store.owner.ok('sales.record', buildPaid(store.shopId, sessionId, overrides));
  const figuresOf = async (sessionId: string) =>
    (await store.owner.ok('liveSession.get', { sessionId })).session.figures;
  const salesConditions = async () =>
    (await progressOf(store)).schemes.flatMap(({ progress: { awards } }) =>
      awards.flatMap(({ tiers }) =>
        tiers.flatMap(({ conditions }) =>
          conditions.filter(({ metric }) => metric === 'net_sales'),
        ),
      ),
    );

  it('has one pair of bounds in the answer, the months, the parts by basis and the sessions', async () => {
    const a = await sessionIn(store, 'ended');
    const b = await sessionIn(store, 'ended');
    await record(a.id, { amountFen: 10 * WAN });
    await record(b.id, { kind: 'ordered', amountFen: 200 * WAN });
    const { figures } = await record(b.id, { kind: 'refunded', amountFen: 50 * WAN });
    const bounds = { low: 10 * WAN, high: 160 * WAN };
    expect(figures.net).toEqual({ low: 0, high: 150 * WAN });
    expect((await figuresOf(b.id)).net).toEqual(figures.net);
    const { sums, months } = await progressOf(store);
    expect(sums && netBounds(sums)).toEqual(bounds);
    const explained = explainMonths(months ?? {});
    const total = (bound: 'low' | 'high') =>
      explained.reduce((sum, month) => sum + month[bound], 0);
    expect({ low: total('low'), high: total('high') }).toEqual(bounds);
    for (const { low, high, byBasis, range } of await salesConditions()) {
      expect({ low, high }).toEqual(bounds);
      expect(byBasis).toEqual({ self_reported: 10 * WAN });
      expect(range).toEqual({ low: 0, high: 150 * WAN });
    }
    expect(recount(cloud.database).differences).toBe(0);
  });

  it('is never lowered by the refunds of another session', async () => {
    const a = await sessionIn(store, 'ended');
    const b = await sessionIn(store, 'ended');
    await record(a.id, { kind: 'ordered', amountFen: 10 * WAN });
    await record(a.id, { kind: 'refunded', amountFen: 30 * WAN });
    await record(b.id, { kind: 'ordered', amountFen: 1010 * WAN });
    const { sums } = await progressOf(store);
    expect(sums && netBounds(sums)).toEqual({ low: 0, high: 1010 * WAN });
    const tier = (await salesConditions()).find(({ threshold }) => threshold === 1000 * WAN);
    expect(tier?.answer).toBe('cannot_tell');
  });

  it('of refunds alone lies below 0, and the session is marked', async () => {
    const { id } = await sessionIn(store, 'ended');
    const { figures } = await record(id, { kind: 'refunded', amountFen: 5 * WAN });
    expect(figures).toMatchObject({ net: { low: -5 * WAN, high: 0 }, lacksSale: true });
    const paid = await record(id, { amountFen: 8 * WAN });
    expect(paid.figures).toMatchObject({ net: { low: 3 * WAN, high: 3 * WAN }, lacksSale: false });
    expect(recount(cloud.database).differences).toBe(0);
  });
});

describe('the day of a refund', () => {
  let cloud: LocalCloud;
  let store: TestStore;

  beforeAll(async () => {
    cloud = await startTestCloud();
    cloud.setNow(NOW);
    store = await openStore(cloud, 'refunds');
  });
  afterAll(() => cloud.close());

  const onDay = (bookedOn: string): InputOf<'sales.record'>['target'] => ({
    of: 'day',
    bookedOn,
    hostId: store.hostId,
    accountId: store.accountId,
  });
  const refund = (bookedOn: string, returnedOn: string | null) =>
    buildPaid(store.shopId, '', {
      kind: 'refunded',
      amountFen: 1 * WAN,
      target: onDay(bookedOn),
      returnedOn,
    });

  it('is kept, may be corrected, and lies between the sale and today', async () => {
    const sold = addDays(TODAY, -3);
    const { entry } = await store.owner.ok('sales.record', refund(sold, TODAY));
    expect(entry.returnedOn).toBe(TODAY);
    const correction = buildCorrection(store.shopId, entry.id, {
      kind: 'refunded',
      amountFen: 1 * WAN,
      returnedOn: sold,
    });
    const corrected = await store.owner.ok('sales.replace', correction);
    expect(corrected.entry.returnedOn).toBe(sold);
    const refused = async (returnedOn: string) =>
      (await store.owner.refused('sales.record', refund(sold, returnedOn))).fields;
    expect(await refused(addDays(sold, -1))).toEqual({ returnedOn: 'end_before_start' });
    expect(await refused(addDays(TODAY, 1))).toEqual({ returnedOn: 'in_the_future' });
    const early = { ...correction, entryId: corrected.entry.id, returnedOn: addDays(sold, -1) };
    const { fields } = await store.owner.refused('sales.replace', early);
    expect(fields).toEqual({ returnedOn: 'end_before_start' });
    expect(recount(cloud.database).differences).toBe(0);
  });

  it('is unknown where it is not given', async () => {
    const { returnedOn: _day, ...input } = refund(addDays(TODAY, -400), null);
    const { entry } = await store.owner.ok('sales.record', input);
    expect(entry.returnedOn).toBeNull();
  });
});
