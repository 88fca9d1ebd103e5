import { readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { MINIPROGRAM_CI } from '../deploy/ci-commands';
import { TOOL_FOLDER, pinnedVersion } from './tool';

describe('miniprogram-ci', () => {
  it('has the version that deploy uses for uploads', () => {
    expect(`miniprogram-ci@${pinnedVersion()}`).toBe(MINIPROGRAM_CI);
  });

  it('is locked without the address of a registry', () => {
    const lock = readFileSync(path.join(TOOL_FOLDER, 'package-lock.json'), 'utf8');
    expect(lock).not.toContain('"resolved"');
  });
});
