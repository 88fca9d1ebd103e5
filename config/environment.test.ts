import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { channelsJumpOf, environmentOf, frameworkOf, projectAppid } from './environment';

describe('environmentOf', () => {
  it('is CLOUD_ENV', () => {
    expect(environmentOf('huadu-1a2b', 'wx0123456789abcdef')).toBe('huadu-1a2b');
    expect(environmentOf(' huadu-1a2b ', 'touristappid')).toBe('huadu-1a2b');
  });

  it.each([undefined, '', ' '])('refuses %j for a program that could be published', (cloudEnv) => {
    expect(() => environmentOf(cloudEnv, 'wx0123456789abcdef')).toThrow('CLOUD_ENV is not set');
    expect(environmentOf(cloudEnv, 'touristappid')).toBe('');
  });
});

describe('the repository', () => {
  it('holds no AppID, and pins the base library that the tests describe', () => {
    expect(projectAppid()).toBe('touristappid');
    const text = readFileSync('project.config.json', 'utf8');
    expect((JSON.parse(text) as { libVersion?: string }).libVersion).toMatch(/^3\.8\.\d+$/);
  });
});

describe('frameworkOf', () => {
  it('is glass-easel unless the flag names the other', () => {
    expect([undefined, '', 'glass-easel', 'exparser'].map(frameworkOf)).toEqual([
      'glass-easel',
      'glass-easel',
      'glass-easel',
      'exparser',
    ]);
    expect(() => frameworkOf('skyline')).toThrow('COMPONENT_FRAMEWORK is skyline');
  });
});

describe('channelsJumpOf', () => {
  it('is off unless the setting names how far a jump may lead', () => {
    expect([undefined, '', ' off', 'profile', 'live'].map(channelsJumpOf)).toEqual([
      'off',
      'off',
      'off',
      'profile',
      'live',
    ]);
    expect(() => channelsJumpOf('on')).toThrow('CHANNELS_JUMP is on');
  });
});
