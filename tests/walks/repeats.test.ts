import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import { addMinutes } from '../../src/domain/time';
import { callAs, contentOf, newKey, startTestCloud } from '../testkit/cloud';
import { prepareWrite, WRITES } from '../testkit/prepared-writes';
import { everythingIn, NOW } from '../testkit/stores';

const SEVEN_DAYS = 7 * 24 * 60;

describe('a repeat of a write with its request key', () => {
  let cloud: LocalCloud;

  beforeAll(async () => {
    cloud = await startTestCloud();
  });
  beforeEach(() => cloud.setNow(NOW));
  afterAll(() => cloud.close());

  it.each(WRITES)(
    'gets the first answer of %s again for seven days, and then learns that it is stored',
    async (endpoint) => {
      const person = endpoint.replace('.', '-');
      const { input } = await prepareWrite(cloud, endpoint, person);
      const caller = callAs(cloud, person);
      const key = newKey();
      const first = await caller.raw(endpoint, input, key);
      expect(first).toMatchObject({ ok: true });
      const stored = everythingIn(cloud);
      for (const now of [NOW, addMinutes(NOW, SEVEN_DAYS - 1)]) {
        cloud.setNow(now);
        expect(contentOf(await caller.raw(endpoint, input, key))).toEqual(contentOf(first));
      }
      cloud.setNow(addMinutes(NOW, SEVEN_DAYS + 1));
      expect(await caller.refused(endpoint, input, key)).toEqual({ code: 'already_stored' });
      expect(everythingIn(cloud)).toEqual(stored);
    },
  );
});
