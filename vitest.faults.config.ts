import { defineConfig } from 'vitest/config';

import { TEST_KEYS } from './tests/testkit/keys';

import { FAULTS_APART, twinExtensions } from './vitest.config';

/** Faults built into the functions, one after the other, each of which random histories or a named test must find. */
export default defineConfig({
  resolve: { extensions: twinExtensions },
  test: {
    include: FAULTS_APART,
    env: TEST_KEYS,
    pool: 'forks',
    maxWorkers: 1,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    globalSetup: ['tests/setup-functions.ts'],
  },
});
