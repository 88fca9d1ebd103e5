import { readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { MINIPROGRAM_CI } from '../deploy/ci-commands';
import { TOOL_FOLDER, pinnedVersion } from './tool';

describe('the tool that judges', () => {
  it('is the one that uploads, at the same version', () => {
    expect(`miniprogram-ci@${pinnedVersion()}`).toBe(MINIPROGRAM_CI);
  });

  it('is locked to no registry in particular', () => {
    const lock = readFileSync(path.join(TOOL_FOLDER, 'package-lock.json'), 'utf8');
    expect(lock).not.toContain('"resolved"');
  });
});
