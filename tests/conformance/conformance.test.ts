import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { CASES } from './cases';
import { type Examined, openLocalCloud } from './local';

let cloud: Examined;

beforeAll(async () => {
  cloud = await openLocalCloud();
});
afterAll(() => cloud.close());

// Only the local cloud is examined here; `npm run conformance` examines a real environment too.
describe('wx-server-sdk on the local cloud', () => {
  it.each(CASES.map((one) => [one.id, one.title, one] as const))(
    '%s: %s',
    async (_id, _title, one) => {
      expect(await cloud.run(one)).toEqual({ seen: one.expected });
    },
  );
});
