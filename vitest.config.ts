import { defineConfig } from 'vitest/config';

import { TEST_KEYS } from './tests/testkit/keys';

/** Platform twins: Node tests see the H5 half, as `tsc` does. */
export const twinExtensions = ['.h5.tsx', '.h5.ts', '.tsx', '.ts', '.mjs', '.js', '.json'];

/** They take as long as the rest of a project, and have a command of their own. */
export const FAULTS_APART = [
  'tests/histories/faults.test.ts',
  'tests/faults/named.test.ts',
  'tests/proof/faults.test.ts',
];
/**
 * They try hundreds of cases, kill processes, or wait for real limits: `npm run test:long`, so that
 * `npm test` ends within two minutes.
 */
const LONG = [
  'scripts/migrate/backup.test.ts',
  'tests/histories/histories.test.ts',
  'tests/proof/replay.test.ts',
  'tests/walks/busy.test.ts',
  'tests/walks/concurrency.test.ts',
  'tests/walks/discovery.test.ts',
  'tests/walks/durability.test.ts',
  'tests/walks/migrated-data.test.ts',
  'tests/walks/overlaps.test.ts',
  'tests/walks/rate-limits.test.ts',
  'tests/walks/request-keys.test.ts',
  'tests/walks/seats.test.ts',
  'tests/walks/session-model.test.ts',
];
/** The same with the built mini program. */
const LONG_WITH_BUILD = [
  'tests/weapp/clock.test.ts',
  'tests/weapp/every-page.test.ts',
  'tests/weapp/made-up-queries.test.ts',
];
/** The same, each in a process of its own. */
const LONG_ALONE = ['scripts/deploy/sdk-steps.test.ts', 'tests/schema/served-queries.test.ts'];
const BUILT_PROGRAM = ['tests/weapp/**/*.test.ts'];
/** Tests of pure functions and of stores: they leave nothing behind, so they share a process. */
const SHARED_PROCESS = ['domain', 'contract', 'i18n', 'stores', 'components'].map(
  (folder) => `src/${folder}/**/*.test.{ts,tsx}`,
);

/**
 * Tests that need a process of their own: they load the SDK, which reads the address of its cloud once,
 * they replace a module, or they fill the memory.
 */
const OWN_PROCESS = [
  'cloud/database/platform-words.test.ts',
  'cloud/database/tx.test.ts',
  'cloud/runtime/router.test.ts',
  'tests/architecture/*.test.ts',
  'tests/conformance/real-environment.test.ts',
];

/** Tests of functions, SDK and local cloud, which share a process. */
const ON_NODE = { name: 'node', isolate: false, globalSetup: ['tests/setup-functions.ts'] };
/** Tests in processes of their own. */
const ALONE = { name: 'alone', globalSetup: ['tests/setup-functions.ts'] };
/** Tests of the built mini program. */
const WITH_BUILD = {
  name: 'weapp',
  isolate: false,
  setupFiles: ['tests/await-weapp.ts'],
  // After the others: the program is built while they run.
  sequence: { groupOrder: 1 },
  globalSetup: ['tests/setup-functions.ts', 'tests/setup-weapp.ts'],
};

export default defineConfig({
  resolve: { extensions: twinExtensions },
  test: {
    setupFiles: ['tests/setup-mobx.ts'],
    env: TEST_KEYS,
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    passWithNoTests: false,
    projects: [
      'packages/*',
      {
        extends: true,
        test: { name: 'pure', include: SHARED_PROCESS, isolate: false },
      },
      {
        extends: true,
        test: {
          ...ON_NODE,
          include: [
            'src/**/*.test.{ts,tsx}',
            'cloud/**/*.test.ts',
            'desk/**/*.test.ts',
            'scripts/**/*.test.ts',
            'config/**/*.test.ts',
            'tests/**/*.test.{ts,tsx}',
          ],
          exclude: [
            'tests/e2e/**',
            ...FAULTS_APART,
            ...LONG,
            ...LONG_ALONE,
            ...BUILT_PROGRAM,
            ...OWN_PROCESS,
            ...SHARED_PROCESS,
            '**/node_modules/**',
          ],
        },
      },
      {
        extends: true,
        test: { ...ALONE, include: OWN_PROCESS },
      },
      {
        extends: true,
        test: { ...WITH_BUILD, include: BUILT_PROGRAM, exclude: LONG_WITH_BUILD },
      },
      { extends: true, test: { ...ON_NODE, name: 'long', include: LONG } },
      { extends: true, test: { ...ALONE, name: 'long-alone', include: LONG_ALONE } },
      { extends: true, test: { ...WITH_BUILD, name: 'long-weapp', include: LONG_WITH_BUILD } },
    ],
  },
});
