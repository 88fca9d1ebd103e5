import { readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { pinnedVersion, TOOL_FOLDER } from './pinned-tool';

describe('miniprogram-ci', () => {
  it('is pinned to one exact version', () => {
    expect(pinnedVersion()).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('is locked without the address of a registry', () => {
    const lock = readFileSync(path.join(TOOL_FOLDER, 'package-lock.json'), 'utf8');
    expect(lock).not.toContain('"resolved"');
  });
});
