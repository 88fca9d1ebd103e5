import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { itemsOfScripts } from './scripts';
import { itemsOfStyles } from './styles';
import { FUNCTION_LEVEL, WEAPP_LEVEL } from './targets';

const folder = mkdtempSync(path.join(tmpdir(), 'huadu-level-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;

async function namesIn(text: string, level = WEAPP_LEVEL): Promise<string[]> {
  count += 1;
  const file = `${String(count)}.js`;
  writeFileSync(path.join(folder, file), text);
  const items = await itemsOfScripts(folder, [file], level, () => text);
  return items.map(({ name }) => name.slice(file.length + 1));
}

describe('the level of scripts', () => {
  it('has what iOS 12.2 and Chrome 73 have', async () => {
    const text = `Page({ onLoad() { try { return Object.fromEntries([[1, 2]].flatMap((x) => [x])) } catch { wx.x({ ...this }) } } })`;
    expect(await namesIn(text)).toEqual([]);
  });

  it.each([
    ['a?.b', 'var a = getApp(); a = a?.b;'],
    ['a ?? b', 'var a = getApp(); a = a ?? 1;'],
    ['a ??= b', 'var a = getApp(); a ??= 1;'],
    ['class { #a }', 'class A { #a = 1; b() { return this.#a } }'],
    ['1_000', 'var a = 1_000;'],
    ['10n', 'var a = 10n;'],
    ['lookbehind', 'var a = /(?<=b)c/;'],
    ['not lookbehind', 'var a = /(?<!b)c/;'],
    ['replaceAll', "'a'.replaceAll('a', 'b');"],
    ['at()', 'var a = [1].at(-1);'],
    ['allSettled', 'Promise.allSettled([]);'],
    ['structuredClone', 'structuredClone({});'],
    ['fetch', "fetch('/');"],
    ['document', 'document.title;'],
    ['queueMicrotask', 'queueMicrotask(getApp);'],
  ])('lacks %s', async (_what, text) => {
    expect(await namesIn(text)).not.toEqual([]);
  });

  it('takes a named group for what it is', async () => {
    expect(await namesIn('var a = /(?<year>\\d{4})/;')).toEqual([]);
  });

  it('of functions has what Node 18 has, and no more', async () => {
    expect(await namesIn('exports.a = structuredClone({})?.b ?? 1;', FUNCTION_LEVEL)).toEqual([]);
    expect(await namesIn('exports.a = /(?<=b)c/;', FUNCTION_LEVEL)).toEqual([]);
    expect(await namesIn('exports.a = [1].toSorted();', FUNCTION_LEVEL)).not.toEqual([]);
    expect(await namesIn('exports.a = wx.x;', FUNCTION_LEVEL)).toEqual(['wx']);
  });
});

describe('the level of styles', () => {
  const namesOf = (text: string): string[] =>
    itemsOfStyles({ 'a.wxss': text }).map(({ name }) => name);

  it.each([
    ['.a{display:flex;gap:8px}', 'styles gap of a flexbox'],
    ['.a{column-gap:8px;display:inline-flex}', 'styles gap of a flexbox'],
    ['.a{overflow-wrap:anywhere}', 'styles overflow-wrap: anywhere'],
    ['.a{width:min(1em,5vw)}', 'styles min() or max()'],
    ['.a{inset:0}', 'styles inset'],
    ['.a:focus-visible{color:red}', 'styles :focus-visible'],
  ])('lacks %s', (text, name) => {
    expect(namesOf(text)).toEqual([name]);
  });

  it('has a grid with gaps and minmax()', () => {
    expect(namesOf('.a{display:grid;gap:8px;grid-template:1em/minmax(0,1fr)}')).toEqual([]);
  });
});
