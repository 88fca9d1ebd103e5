import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { prefixBuiltInTags } from './built-in-tags';
import { compileBuild } from './compile';
import { compileStyle } from './styles';

describe('prefixBuiltInTags', () => {
  it('renames built-in components, so that a browser does not know their tags', () => {
    const wxml = '<view><input value="a < b"/><comp/><template is="x"/></view>';
    expect(prefixBuiltInTags(wxml, new Set(['comp']), 'a.wxml')).toBe(
      '<wx-view><wx-input value="a < b"/><comp/><template is="x"/></wx-view>',
    );
  });

  it('refuses a built-in component that the runtime does not have, by name', () => {
    expect(() => prefixBuiltInTags('<live-player/>', new Set(), 'a.wxml')).toThrow(
      'a.wxml: <live-player> is not a built-in component of weapp-runtime',
    );
  });

  it('refuses an event that the runtime does not send, by name', () => {
    expect(() =>
      prefixBuiltInTags('<view bindtouchforcechange="a"/>', new Set(), 'a.wxml'),
    ).toThrow('a.wxml: weapp-runtime has no event "touchforcechange"');
    expect(prefixBuiltInTags('<view catch:tap="a"/>', new Set(), 'a.wxml')).toContain('catch:tap');
  });
});

describe('compileStyle', () => {
  const style = (files: Record<string, string>): string =>
    compileStyle('pages/a.wxss', (file) => files[file] ?? null);

  it('writes rpx as a share of the width of the phone', () => {
    expect(style({ 'pages/a.wxss': '.a{margin:-75rpx 0 calc(1px + 15rpx)}' })).toBe(
      '.a{margin:calc(var(--wx-width) * -0.1) 0 calc(1px + calc(var(--wx-width) * 0.02))}',
    );
  });

  it('inlines imports, relative to the file or to the root', () => {
    const files = {
      'pages/a.wxss': '@import "./b.wxss";@import "/c.wxss";.a{top:0}',
      'pages/b.wxss': '.b{top:0}',
      'c.wxss': '.c{top:0}',
    };
    expect(style(files).replace(/\s/g, '')).toBe('.b{top:0}.c{top:0}.a{top:0}');
  });

  it('refuses an import of a missing file, by name', () => {
    expect(() => style({ 'pages/a.wxss': '@import "./gone.wxss";' })).toThrow(
      'pages/a.wxss: @import of missing pages/gone.wxss',
    );
  });

  it('renames tags in selectors, but not class names or keyframes', () => {
    expect(style({ 'pages/a.wxss': 'page,.view > view:first-child,.text-view{top:0}' })).toBe(
      'wx-page,.view > wx-view:first-child,.text-view{top:0}',
    );
    expect(style({ 'pages/a.wxss': '@keyframes a{from{top:0}to{top:1px}}' })).toContain(
      'from{top:0}',
    );
  });
});

describe('compileBuild', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'build-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };

  it('refuses a folder without app.json', () => {
    expect(() => compileBuild(folder)).toThrow(/no app\.json/);
  });

  it('refuses a build without a page that app.json lists', () => {
    write(
      'app.json',
      JSON.stringify({ pages: ['pages/a'], subPackages: [{ root: 'b/', pages: ['c'] }] }),
    );
    write('pages/a.js', '');
    write('pages/a.wxml', '<view/>');
    expect(() => compileBuild(folder)).toThrow('app.json lists b/c, but there is no b/c.js');
  });

  it('refuses a template that does not compile, with file and line', () => {
    write('b/c.js', '');
    write('b/c.wxml', '<view>\n<view wx:if="{{ a + }}"></view></view>');
    expect(() => compileBuild(folder)).toThrow('b/c.wxml:2 unexpected character inside expression');
    write('b/c.wxml', '<view>\n<input></view>');
    expect(() => compileBuild(folder)).toThrow('b/c.wxml:2 missing end tag');
  });
});
