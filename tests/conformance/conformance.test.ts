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
  it.each(CASES.map((testCase) => [testCase.id, testCase.title, testCase] as const))(
    '%s: %s',
    async (_id, _title, testCase) => {
      expect(await cloud.run(testCase)).toEqual({ seen: testCase.expected });
    },
  );
});
