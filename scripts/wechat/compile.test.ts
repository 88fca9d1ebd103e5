import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { compile } from './compile';
import { refuseOtherMachines } from './machine';

describe('refuseOtherMachines', () => {
  it('names a machine that cannot run the compilers', () => {
    expect(() => refuseOtherMachines('darwin', 'arm64')).toThrow('this is darwin arm64');
    expect(() => refuseOtherMachines('linux', 'arm64')).toThrow('this is linux arm64');
    expect(() => refuseOtherMachines('linux', 'x64')).not.toThrow();
  });
});

const canCompile = process.platform === 'linux' && process.arch === 'x64';

describe.runIf(canCompile)("WeChat's compilers", () => {
  let folder = '';

  const build = (files: Record<string, string>): string => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    return folder;
  };

  const sound = {
    'base.wxml':
      '<wxs module="xs" src="./utils.wxs"/><template name="t"><text>{{xs.a()}}</text></template>',
    'utils.wxs': 'module.exports = { a: function () { return 1; } };',
    'pages/home/index.wxml': '<import src="../../base.wxml"/><input value="a"></input>',
    'app.wxss': 'page { color: #171717; }',
  };

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'huadu-compile-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('accept a sound build', () => {
    expect(compile(build(sound))).toEqual([
      { name: 'wcc', findings: [] },
      { name: 'wcsc', findings: [] },
    ]);
  });

  it('name file and place of a template without its end tag', () => {
    const [wcc, wcsc] = compile(build({ ...sound, 'pages/home/index.wxml': '<input value="a">' }));
    expect(wcc?.findings).toHaveLength(1);
    expect(wcc?.findings[0]).toMatch(/^pages\/home\/index\.wxml:1:\d+: .*`input`/);
    expect(wcsc?.findings).toEqual([]);
  });

  it('name a template script that does not parse', () => {
    const [wcc] = compile(build({ ...sound, 'utils.wxs': 'var a = ;' }));
    expect(wcc?.findings[0]).toContain('utils.wxs:1:');
  });

  it('name file and place of a style sheet with an open block', () => {
    const broken = { ...sound, 'pages/home/index.wxss': '.a { color: red;' };
    const [wcc, wcsc] = compile(build(broken));
    expect(wcc?.findings).toEqual([]);
    expect(wcsc?.findings).toHaveLength(1);
    expect(wcsc?.findings[0]).toContain('pages/home/index.wxss(1:');
  });

  it('name a style sheet that imports a missing file', () => {
    const [, wcsc] = compile(build({ ...sound, 'app.wxss': '@import "nope.wxss";' }));
    expect(wcsc?.findings[0]).toContain('nope.wxss');
  });

  it('refuse an empty build', () => {
    expect(() => compile(build({ 'app.json': '{}' }))).toThrow('nothing for wcc');
  });
});
