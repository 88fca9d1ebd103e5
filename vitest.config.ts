import { defineConfig } from 'vitest/config';

/** Platform twins: Node tests see the H5 half, as `tsc` does. */
export const twinExtensions = ['.h5.tsx', '.h5.ts', '.tsx', '.ts', '.mjs', '.js', '.json'];

/** They take as long as the rest of a project, and have a command of their own. */
export const FAULTS_APART = [
  'tests/histories/faults.test.ts',
  'tests/faults/named.test.ts',
  'tests/proof/faults.test.ts',
];
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
  'cloud/database/tx.test.ts',
  'cloud/runtime/router.test.ts',
  'scripts/deploy/sdk-steps.test.ts',
  'tests/architecture/*.test.ts',
  'tests/conformance/real-environment.test.ts',
  'tests/schema/served-queries.test.ts',
];

export default defineConfig({
  resolve: { extensions: twinExtensions },
  test: {
    setupFiles: ['tests/setup-mobx.ts'],
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
          name: 'node',
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
            ...BUILT_PROGRAM,
            ...OWN_PROCESS,
            ...SHARED_PROCESS,
            '**/node_modules/**',
          ],
          isolate: false,
          globalSetup: ['tests/setup-functions.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'own process',
          include: OWN_PROCESS,
          globalSetup: ['tests/setup-functions.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'weapp',
          include: BUILT_PROGRAM,
          isolate: false,
          setupFiles: ['tests/await-weapp.ts'],
          // After the others: the program is built while they run.
          sequence: { groupOrder: 1 },
          globalSetup: ['tests/setup-functions.ts', 'tests/setup-weapp.ts'],
        },
      },
    ],
  },
});
