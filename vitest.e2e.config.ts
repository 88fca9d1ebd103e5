import { defineConfig } from 'vitest/config';

import { TEST_KEYS } from './tests/testkit/keys';

import { twinExtensions } from './vitest.config';

/** Browser tests over the H5 build and the local cloud; they need Chromium at /usr/bin/chromium. */
export default defineConfig({
  resolve: { extensions: twinExtensions },
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    env: TEST_KEYS,
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
