import { log, settle, program, runInPage } from './small-program.fixture';

import { describe, expect, it } from 'vitest';

describe('scripts', () => {
  it('do not find globals of a browser or of Node', async () => {
    const names = [
      'window',
      'document',
      'fetch',
      'localStorage',
      'process',
      'Buffer',
      'URL',
      'crypto',
      'TextDecoder',
      'performance',
      'structuredClone',
      'queueMicrotask',
      'setImmediate',
    ];
    const started = program({
      'a.js': `Page({ data: { log: '' }, onReady() {
        this.setData({ log: [${names.map((name) => `typeof ${name}`).join()}].join() });
      } })`,
    });
    await settle();
    expect(log(started)).toBe(names.map(() => 'undefined').join());
  });

  it('cannot require a file of another subpackage', () => {
    expect(() => program({ 'a.js': "require('./more/c'); Page({})" })).toThrow(
      "a.js: 'more/c.js' belongs to the subpackage more",
    );
  });

  it('fail by name when they use an interface that the runtime does not have', async () => {
    const { errors } = await runInPage('wx.scanCode({});');
    expect(errors.map(String)).toEqual(['Error: weapp-runtime has no wx.scanCode']);
    const inside = await runInPage('wx.cloud.database();');
    expect(inside.errors.map(String)).toEqual(['Error: weapp-runtime has no wx.cloud.database']);
  });

  it('can ask canIUse before they use an interface', async () => {
    const code = "show([wx.canIUse('cloud.callFunction'), wx.canIUse('scanCode')].join());";
    expect(log(await runInPage(code))).toBe('true,false');
  });

  it('cannot reach a global object through `this` or through compiled text', async () => {
    const started = await runInPage(`
      const self = (function () { return typeof this; })();
      const named = typeof Function('return this')().process;
      show([self, named, (() => 1) instanceof Function].join());
      new Function('return process');`);
    expect(log(started)).toBe('undefined,undefined,true');
    expect(started.errors.map(String)).toEqual([
      'Error: WeChat does not compile functions from text',
    ]);
  });

  it('are reported for a missing name even when they catch the error', async () => {
    const { errors } = await runInPage('try { wx.scanCode(); } catch {}');
    expect(errors.map(String)).toEqual(['Error: weapp-runtime has no wx.scanCode']);
  });
});
