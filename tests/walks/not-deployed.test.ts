import type { LocalCloud } from 'local-cloud';
import { afterEach, expect, it } from 'vitest';

import { SCHEMA } from '../../cloud/database/schema';
import { buildRegistration } from '../testkit/builders';
import { callAs, startEmptyCloud } from '../testkit/cloud';

let cloud: LocalCloud;
afterEach(() => cloud.close());

async function startWithout(missing: string): Promise<void> {
  const collections = Object.fromEntries(
    Object.entries(SCHEMA.collections).filter(([name]) => name !== missing),
  );
  cloud = await startEmptyCloud({ schema: { ...SCHEMA, collections }, strict: false });
}

it('an environment without a collection answers that it is not deployed, to reads', async () => {
  await startWithout('people');
  expect(await callAs(cloud, 'ann').refused('shop.mine', {})).toEqual({ code: 'not_deployed' });
});

it('an environment without a collection answers the same to writes, and stores nothing', async () => {
  await startWithout('changes');
  const registering = callAs(cloud, 'ann').refused('shop.register', buildRegistration());
  expect(await registering).toEqual({ code: 'not_deployed' });
  expect(cloud.database.readAll('shops')).toEqual([]);
});
