import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { describe, expect, it } from 'vitest';

import fixHost, { HOST } from './fixed-host-loader.js';

const require = createRequire(import.meta.url);
const read = (file: string): string => readFileSync(require.resolve(file), 'utf8');

describe('what the reconciler is told about its host', () => {
  it('is what Taro tells it', () => {
    const taro = read('@tarojs/react');
    for (const [name, answer] of Object.entries(HOST)) {
      const [, told = 'false'] = new RegExp(`\\b${name}: (\\w+)`).exec(taro) ?? [];
      expect(`${name} ${told}`).toBe(`${name} ${answer}`);
    }
  });

  it('is written in place of each question', () => {
    const text = fixHost(read('react-reconciler/cjs/react-reconciler.production.min.js'));
    expect(text).not.toMatch(/\$\$\$hostConfig\.supports(?!Microtasks)/);
    expect(text).toContain('=$$$hostConfig.supportsMicrotasks');
  });

  it('stops the build when the reconciler asks differently', () => {
    expect(() => fixHost('a=$$$hostConfig.supportsMutation')).toThrow(
      'react-reconciler asks no $$$hostConfig.supportsPersistence',
    );
  });
});
