import { defineConfig } from 'vitest/config';

/** The tests beside the code that is mutated; `npm run mutants` sets the folder. */
export default defineConfig({
  test: {
    include: [`${process.env.MUTANTS_WITHIN ?? 'src/domain'}/**/*.test.ts`],
    setupFiles: ['scripts/mutants/seed.ts'],
    isolate: false,
    // A machine at work on other things must not look like a failure; Stryker has limits of its own.
    testTimeout: 60_000,
  },
});
