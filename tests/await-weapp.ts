import { existsSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

import { inject } from 'vitest';

const POLL_MS = 100;

// Runs before each test file of the built mini program; `setup-weapp.ts` started the build.
const outcome = inject('weappBuild');
while (!existsSync(outcome)) await setTimeout(POLL_MS);
const reason = readFileSync(outcome, 'utf8');
if (reason !== '') throw new Error(`the mini program could not be built: ${reason}`);
