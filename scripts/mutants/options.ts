import path from 'node:path';

/** What the tests of the domain need of the repository; the rest is not copied. */
const LEFT_BEHIND = [
  '/*',
  '!/package.json',
  '!/tsconfig*.json',
  '!/scripts',
  '/scripts/*',
  '!/scripts/mutants',
  '!/src',
  '/src/*',
  '!/src/domain',
  '!/src/incentives',
  '!/src/contract',
  '!/tests',
  '/tests/*',
  '!/tests/testkit',
];

/** Where Stryker keeps a file for each event, below the folder of a run. */
export const EVENTS = 'events';

/** What a run needs to know. */
export interface Run {
  /** Files, or places in them as `file:line:column-line:column`. */
  readonly mutate: readonly string[];
  /** Whether to leave out mutants whose code runs only while a module is loaded. */
  readonly ignoreStatic: boolean;
  readonly workers: number;
  /** Folder for what Stryker writes, relative to the repository. */
  readonly folder: string;
}

/**
 * Stryker's options for a run. It sends nothing anywhere: its dashboard reporter is not among the
 * reporters.
 */
export function strykerOptions({ mutate, ignoreStatic, workers, folder }: Run) {
  return {
    mutate,
    testRunner: 'vitest',
    vitest: { configFile: 'scripts/mutants/vitest.config.ts', related: false },
    plugins: ['@stryker-mutator/vitest-runner'],
    coverageAnalysis: 'perTest',
    concurrency: workers,
    reporters: ['event-recorder'],
    eventReporter: { baseDir: path.join(folder, EVENTS) },
    ignorePatterns: LEFT_BEHIND,
    tempDirName: path.join(folder, 'sandbox'),
    warnings: false,
    ignoreStatic,
  };
}
