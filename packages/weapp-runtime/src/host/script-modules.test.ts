import { log, moment, program, ran } from './small-program.fixture';

import { describe, expect, it } from 'vitest';

describe('scripts', () => {
  it('find no browser and no Node', async () => {
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
    await moment();
    expect(log(started)).toBe(names.map(() => 'undefined').join());
  });

  it('may not ask for a file of another subpackage', () => {
    expect(() => program({ 'a.js': "require('./more/c'); Page({})" })).toThrow(
      "a.js: 'more/c.js' lies in the subpackage more",
    );
  });

  it('that use an interface which is not here fail by its name', async () => {
    const { errors } = await ran('wx.scanCode({});');
    expect(errors.map(String)).toEqual(['Error: weapp-runtime has no wx.scanCode']);
    const inside = await ran('wx.cloud.database();');
    expect(inside.errors.map(String)).toEqual(['Error: weapp-runtime has no wx.cloud.database']);
  });

  it('may ask first whether an interface is there', async () => {
    const code = "show([wx.canIUse('cloud.callFunction'), wx.canIUse('scanCode')].join());";
    expect(log(await ran(code))).toBe('true,false');
  });

  it('cannot reach one through `this` or code made of text', async () => {
    const started = await ran(`
      const self = (function () { return typeof this; })();
      const named = typeof Function('return this')().process;
      show([self, named, (() => 1) instanceof Function].join());
      new Function('return process');`);
    expect(log(started)).toBe('undefined,undefined,true');
    expect(started.errors.map(String)).toEqual(['Error: WeChat makes no functions of text']);
  });

  it('are told of a missing name even when they catch it', async () => {
    const { errors } = await ran('try { wx.scanCode(); } catch {}');
    expect(errors.map(String)).toEqual(['Error: weapp-runtime has no wx.scanCode']);
  });
});
