import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'local-cloud',
    include: ['src/**/*.test.ts'],
    setupFiles: ['./vitest.setup.ts'],
    pool: 'forks',
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
