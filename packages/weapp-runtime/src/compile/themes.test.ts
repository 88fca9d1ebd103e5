import { describe, expect, it } from 'vitest';

import { type BuildFiles, compileFiles } from './compile';

const THEMES = {
  light: { bar: '#ffffff', icon: 'light.png' },
  dark: { bar: '#111111', icon: 'dark.png' },
};
const ICONS = { 'light.png': new Uint8Array(), 'dark.png': new Uint8Array() };

/** Compiles a program with one tab. @param app changes its app.json */
function compile(app: object, files: BuildFiles = {}) {
  const json = {
    pages: ['a'],
    darkmode: true,
    themeLocation: 'theme.json',
    tabBar: { backgroundColor: '@bar', list: [{ pagePath: 'a', text: 'A', iconPath: '@icon' }] },
    ...app,
  };
  return compileFiles({
    'app.json': JSON.stringify(json),
    'a.js': 'Page({})',
    'a.wxml': '<view/>',
    'theme.json': JSON.stringify(THEMES),
    ...ICONS,
    ...files,
  });
}

describe('readThemes', () => {
  it('reads both themes of the file that app.json names', () => {
    expect(compile({}).themes).toEqual(THEMES);
    expect(compile({ tabBar: undefined, themeLocation: undefined }).themes).toBeNull();
  });

  it('refuses a variable without darkmode or themeLocation, as WeChat does not read it', () => {
    const why = 'tabBar.backgroundColor is @bar, without darkmode and themeLocation';
    expect(() => compile({ darkmode: false })).toThrow(why);
    expect(() => compile({ themeLocation: undefined })).toThrow(why);
  });

  it('refuses a missing file, theme or variable', () => {
    expect(() => compile({ themeLocation: 'gone.json' })).toThrow('app.json names gone.json');
    const light = JSON.stringify({ light: THEMES.light });
    expect(() => compile({}, { 'theme.json': light })).toThrow('needs both light and dark');
    expect(() => compile({ window: { backgroundColor: '@no' } })).toThrow(
      'window.backgroundColor is @no: theme.json lacks it',
    );
    expect(() => compile({}, { 'a.json': '{ "backgroundColor": "@no" }' })).toThrow(
      'a.backgroundColor is @no: theme.json lacks it',
    );
  });

  it('refuses an icon that is not in the package, in either theme', () => {
    const dark = JSON.stringify({ ...THEMES, dark: { ...THEMES.dark, icon: 'gone.png' } });
    expect(() => compile({}, { 'theme.json': dark })).toThrow(
      'tabBar.list[0].iconPath: the package has no gone.png',
    );
  });
});
