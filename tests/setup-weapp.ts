import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { TestProject } from 'vitest/node';

import { buildStale } from '../config/build/build';

declare module 'vitest' {
  interface ProvidedContext {
    /** File that says how the build of the mini program ended: empty, or the reason it failed. */
    weappBuild: string;
  }
}

/**
 * Builds the mini program when its sources changed, while other tests run: each of its test files
 * waits for the end. A failed build ends the run, because tests of an older build would pass or fail
 * for the wrong reason.
 * @returns the teardown.
 */
export function setup(project: TestProject): () => Promise<void> {
  const outcome = path.join(tmpdir(), `huadu-live-weapp-build-${String(process.pid)}`);
  rmSync(outcome, { force: true });
  project.provide('weappBuild', outcome);
  const build = buildStale(['weapp'], console.log);
  const ended = build.then(
    () => writeFileSync(outcome, ''),
    (cause: unknown) => writeFileSync(outcome, String(cause) || 'unknown'),
  );
  return async () => {
    await ended;
    rmSync(outcome, { force: true });
    await build;
  };
}
