import { describe, expect, it } from 'vitest';

import { steadyInput } from '../domain/forecast/paths.fixture';
import { evaluate } from '../domain/incentive/evaluate';
import { buildInput, HUADU, sumsOf } from '../domain/incentive/evaluate.fixture';
import { outlooksOf } from '../domain/incentive/outlook';
import { ruleSetKeyOf } from '../domain/incentive/rule-set';
import type { OutputOf } from '../contract/endpoints';
import { FakeCloud, fakeAdapters } from './fake-adapters.fixture';
import { createOutlookStore } from './outlook-store';
import { HOST_ID, SHOP_ID } from './records.fixture';
import { createRootStore } from './root-store';

const SUBJECT = { shopId: SHOP_ID, hostId: HOST_ID, year: 2026 };
const KEY = ruleSetKeyOf(HUADU);
const { path, today, year } = steadyInput();

function answer(): OutputOf<'incentive.progress'> {
  const progress = evaluate(buildInput({ sums: sumsOf({ paid: 100 }) }));
  const schemes = [{ ruleSetKey: KEY, progress }];
  return {
    subject: { kind: 'host', id: HOST_ID, name: '阿棉' },
    year,
    asOf: `${today}T12:00:00.000Z`,
    sums: null,
    lastYear: null,
    months: null,
    settlement: null,
    path,
    outlooks: outlooksOf(schemes, { path, today, year, promotionsOff: [] }),
    facts: [],
    followers: [],
    schemes,
    ruleSets: [HUADU],
  };
}

describe('OutlookStore', () => {
  async function open() {
    const cloud = new FakeCloud();
    for (let calls = 0; calls < 3; calls += 1) cloud.answer('incentive.progress', answer());
    const stores = createRootStore(fakeAdapters(cloud));
    await stores.incentives.load(SUBJECT);
    const view = stores.incentives.progress(SUBJECT).value!;
    const award = view.schemes[0]!.progress.awards[0]!;
    return { cloud, stores, outlook: stores.lazy(createOutlookStore), view, award };
  }

  it('computes on the device what the cloud answered', async () => {
    const { stores, outlook, view, award } = await open();
    expect(outlook.outlook(view, award)).toEqual(stores.incentives.outlook(view, HUADU, award));
    expect(outlook.outlook(view, award)?.kind).toBe('range');
  });

  it('leaves a promotion out at once, and asks the cloud for progress without it', async () => {
    const { cloud, outlook, view, award } = await open();
    const before = outlook.outlook(view, award);
    outlook.setTakesPart(SHOP_ID, 'november_11', false);
    expect(outlook.outlook(view, award)).not.toEqual(before);
    outlook.setTakesPart(SHOP_ID, 'november_11', true);
    expect(outlook.outlook(view, award)).toEqual(before);
    const asked = cloud.calls.map(
      ({ input }) => (input as { promotionsOff: unknown }).promotionsOff,
    );
    expect(asked).toEqual([[], ['november_11'], []]);
  });

  it('remembers the promotions of the person on this device', async () => {
    const { outlook, stores } = await open();
    outlook.setTakesPart(SHOP_ID, 'november_11', false);
    stores.reset();
    expect(stores.lazy(createOutlookStore).promotionsOff).toEqual(['november_11']);
  });
});
