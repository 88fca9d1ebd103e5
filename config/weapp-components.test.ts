import { components as ofTaro } from '@tarojs/plugin-platform-weapp/dist/runtime-utils';
import { getComponentsAlias, internalComponents } from '@tarojs/shared';
import { describe, expect, it } from 'vitest';

import { BOUND } from './plugin-templates';
import { components } from './weapp-components';

type Components = Record<string, Record<string, string>>;

/** Numbers of Taro's components together with those of a platform. */
function numbers(platform: Components): Components {
  const merged: Components = structuredClone(internalComponents);
  for (const [name, attributes] of Object.entries(platform)) {
    merged[name] = { ...merged[name], ...attributes };
  }
  return getComponentsAlias(merged);
}

describe('components of the mini program', () => {
  const ours = numbers(components);
  const theirs = numbers(ofTaro);

  it('numbers every component as Taro does', () => {
    const places = (all: Components) => Object.entries(all).map(([name, { _num }]) => [name, _num]);
    expect(places(ours)).toEqual(places(theirs));
  });

  it.each(Object.keys(BOUND))('numbers the attributes of %s as Taro does', (name) => {
    expect(ours[name]).toEqual(theirs[name]);
  });
});
