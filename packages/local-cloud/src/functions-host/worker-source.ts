import { readFileSync } from 'node:fs';

import { transformSync } from 'esbuild';

let source: string | undefined;

/** The worker's program in JavaScript: a worker thread cannot load TypeScript. */
export function workerSource(): string {
  source ??= transformSync(readFileSync(new URL('./worker.ts', import.meta.url), 'utf8'), {
    loader: 'ts',
    format: 'cjs',
    target: 'node20',
  }).code;
  return source;
}
