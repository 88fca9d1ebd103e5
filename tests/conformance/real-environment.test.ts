import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { type ProbeCloud, startProbeCloud } from 'local-cloud/testing';
import { CASES } from './cases';
import { judge } from './report';
import { environmentIn, openRealEnvironment, type RealEnvironment } from './real-environment';
import { COLLECTION } from './types';

// A local cloud stands in for a real environment: the SDK runs in this process and finds neither the
// collections nor the index nor the function.
let cloud: ProbeCloud;
let real: RealEnvironment;

beforeAll(async () => {
  cloud = await startProbeCloud();
  const secretId = await cloud.value(async () => process.env['TENCENTCLOUD_SECRETID'] ?? '');
  // As in a cloud function: without these variables the SDK looks up its machine over the network.
  for (const name of ['TENCENTCLOUD_REGION', 'SCF_NAMESPACE']) vi.stubEnv(name, 'local');
  vi.stubEnv('TENCENTCLOUD_RUNENV', 'SCF');
  vi.stubEnv('TENCENTCLOUD_SECRETID', secretId);
  vi.stubEnv('TENCENTCLOUD_SECRETKEY', 'local');
  vi.stubEnv('TCB_CONTEXT_CNFG', JSON.stringify({ URL: `${cloud.url}/admin` }));
  real = await openRealEnvironment('local-env');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await cloud.close();
});

const notExamined = CASES.filter(({ needs }) => needs !== undefined);
// It waits for the 30 seconds.
const SLOW = 'transaction.time-limit';
const examined = CASES.filter(({ id, needs }) => needs === undefined && id !== SLOW);

describe('a real environment', () => {
  it('creates the missing collections and reports what else is missing', () => {
    expect(real.notes).toEqual([
      ...Object.values(COLLECTION).map((name) => `Created the collection ${name}.`),
      expect.stringContaining('no unique index over email'),
      expect.stringContaining('no index over caseKey, tags and at'),
      expect.stringContaining('the function api cannot be called'),
      expect.stringContaining('no deployed function answers more than 1 MB'),
    ]);
    for (const testCase of notExamined) expect(real.missingFor(testCase)).not.toBeNull();
    for (const testCase of examined) expect(real.missingFor(testCase)).toBeNull();
  });

  it('runs the cases and removes their documents, and no others', async () => {
    await cloud.database.insert(COLLECTION.plain, [{ _id: 'another', caseKey: 'another case' }]);
    const differing: string[] = [];
    for (const testCase of examined) {
      const { kind } = judge(testCase, await real.run(testCase));
      if (kind !== 'as expected') differing.push(testCase.id);
    }
    expect(differing).toEqual([]);
    const left = Object.values(COLLECTION).flatMap((name) => cloud.database.readAll(name));
    expect(left).toEqual([{ _id: 'another', caseKey: 'another case' }]);
  });

  it('is configured by all three variables or by none', () => {
    expect(environmentIn({})).toBeNull();
    expect(() => environmentIn({ CLOUD_ENV: 'env' })).toThrow(
      'TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY',
    );
    const all = { CLOUD_ENV: 'env', TENCENTCLOUD_SECRETID: 'i', TENCENTCLOUD_SECRETKEY: 'k' };
    expect(environmentIn(all)).toBe('env');
  });
});
