import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { type ProbeCloud, startProbeCloud } from 'local-cloud/testing';
import { CASES } from './cases';
import { judge } from './report';
import { environmentIn, openRealEnvironment, type RealEnvironment } from './there';
import { COLLECTION } from './types';

// What a real environment goes through, tried on a local cloud that plays it: the SDK runs in this
// process and finds neither collections nor the index nor the function.
let cloud: ProbeCloud;
let there: RealEnvironment;

beforeAll(async () => {
  cloud = await startProbeCloud();
  const secretId = await cloud.value(async () => process.env['TENCENTCLOUD_SECRETID'] ?? '');
  // As in a cloud function: elsewhere the SDK asks the network which machine it runs on.
  for (const name of ['TENCENTCLOUD_REGION', 'SCF_NAMESPACE']) vi.stubEnv(name, 'local');
  vi.stubEnv('TENCENTCLOUD_RUNENV', 'SCF');
  vi.stubEnv('TENCENTCLOUD_SECRETID', secretId);
  vi.stubEnv('TENCENTCLOUD_SECRETKEY', 'local');
  vi.stubEnv('TCB_CONTEXT_CNFG', JSON.stringify({ URL: `${cloud.url}/admin` }));
  there = await openRealEnvironment('local-env');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await cloud.close();
});

const notExamined = CASES.filter(({ needs }) => needs !== undefined);
// It sits through the 30 seconds.
const SLOW = 'transaction.time-limit';
const examined = CASES.filter(({ id, needs }) => needs === undefined && id !== SLOW);

describe('a real environment', () => {
  it('gets the missing collections and says what is missing there', () => {
    expect(there.notes).toEqual([
      ...Object.values(COLLECTION).map((name) => `Created the collection ${name}.`),
      expect.stringContaining('make it in the console'),
      expect.stringContaining('the function api cannot be called'),
      expect.stringContaining('no deployed function answers more than 1 MB'),
    ]);
    for (const one of notExamined) expect(there.missingFor(one)).not.toBeNull();
    for (const one of examined) expect(there.missingFor(one)).toBeNull();
  });

  it('runs the cases and leaves only what was there before', async () => {
    await cloud.database.insert(COLLECTION.plain, [{ _id: 'somebody', of: 'else' }]);
    const differing: string[] = [];
    for (const one of examined) {
      const { kind } = judge(one, await there.run(one));
      if (kind !== 'as expected') differing.push(one.id);
    }
    expect(differing).toEqual([]);
    const left = Object.values(COLLECTION).flatMap((name) => cloud.database.readAll(name));
    expect(left).toEqual([{ _id: 'somebody', of: 'else' }]);
  });

  it('is named by all three variables or by none', () => {
    expect(environmentIn({})).toBeNull();
    expect(() => environmentIn({ CLOUD_ENV: 'env' })).toThrow(
      'TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY',
    );
    const all = { CLOUD_ENV: 'env', TENCENTCLOUD_SECRETID: 'i', TENCENTCLOUD_SECRETKEY: 'k' };
    expect(environmentIn(all)).toBe('env');
  });
});
