// The limits as shipped: every other walk runs under wider ones.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud, WireCall } from 'local-cloud';
import { RATES } from '../../cloud/runtime/rates';
import { addMinutes } from '../../src/domain/time';
import { buildPaid, buildRegistration } from '../testkit/builders';
import { callAs, newKey, startTestCloud } from '../testkit/cloud';
import { TEST_KEYS } from '../testkit/keys';
import { everythingIn, NOW, openStore, sessionIn } from '../testkit/stores';

describe('rate limits', () => {
  let cloud: LocalCloud;
  const wire: WireCall[] = [];

  beforeAll(async () => {
    const onWire = (call: WireCall): void => void wire.push(call);
    cloud = await startTestCloud({ environment: TEST_KEYS, workers: 1, onWire });
    cloud.setNow(NOW);
  });
  afterAll(() => cloud.close());

  it('let an evening of six hosts pass: 30 entries a minute, each followed by a read', async () => {
    const store = await openStore(cloud, 'mcn', { lineOfBusiness: 'mcn' });
    const { owner, shopId } = store;
    const ended = await sessionIn({ ...store, hostId: '' }, 'ended', { hostIds: [] });
    const progress = { shopId, hostId: null, year: 2026, asOf: null, knownRuleSets: [] };
    for (let entry = 0; entry < 60; entry += 1) {
      cloud.setNow(addMinutes(NOW, entry / 30));
      const input = buildPaid(shopId, ended.id, { amountFen: 100 + entry });
      await owner.ok('sales.record', input);
      await owner.ok('incentive.progress', progress);
    }
  }, 120_000);

  it('let 200 taps pass at once, then refuse and store nothing, and take the same key later', async () => {
    const store = await openStore(cloud, 'hasty');
    const { owner, shopId } = store;
    const { id } = await sessionIn(store, 'ended');
    // Ten minutes without a network, then everything at once.
    for (let tap = 0; tap < 200; tap += 1) {
      await owner.ok('sales.record', buildPaid(shopId, id, { amountFen: 1 + tap }));
    }

    // What cannot be stored counts as well; no time passes, however slow the calls are.
    const tooSoon = async (): Promise<boolean> => {
      cloud.setNow(NOW);
      const { code } = await owner.refused('sales.record', { shopId });
      return code === 'too_many_requests';
    };
    let sent = 0;
    while (!(await tooSoon())) sent += 1;
    expect(sent).toBeLessThan(RATES.write.burst);

    const refusal = { code: 'too_many_requests', info: { retryAfter: 1 } };
    const before = everythingIn(cloud);
    wire.length = 0;
    const key = newKey();
    const input = buildPaid(shopId, id, { amountFen: 777 });
    expect(await owner.refused('sales.record', input, key)).toMatchObject(refusal);
    expect(wire).toEqual([]);
    expect(everythingIn(cloud)).toEqual(before);
    await owner.ok('liveSession.get', { sessionId: id });
    await callAs(cloud, 'another').ok('shop.register', buildRegistration());

    cloud.setNow(addMinutes(NOW, 10));
    const { entry } = await owner.ok('sales.record', input, key);
    expect((await owner.ok('sales.record', input, key)).entry).toEqual(entry);
    expect(cloud.database.find('sales_entries', { shopId })).toHaveLength(201);
  }, 120_000);
});
