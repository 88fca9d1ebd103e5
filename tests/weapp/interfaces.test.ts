import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

import { launchFiles } from 'weapp-runtime/testing';

/** Interfaces that Taro implements without WeChat. */
const OF_TARO = new Set(['getCurrentPages', 'nextTick', 'getCurrentInstance']);

/** Every interface of WeChat that a source uses through Taro (`Taro.navigateTo`). */
function namedInSources(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !/\.(test|fixture|h5)\./.test(file),
  );
  const texts = files.map((file) => readFileSync(path.join(folder, file), 'utf8'));
  const names = texts.flatMap((text) => [...text.matchAll(/\bTaro\.([a-z]\w*)/g)]);
  return [...new Set(names.map(([, name = '']) => name))].filter((name) => !OF_TARO.has(name));
}

/** Taro copies the members of `wx`, so an interface that is missing there is undefined. */
it('the runtime has every interface that the sources use', () => {
  const program = launchFiles({
    'app.json': JSON.stringify({ pages: ['a'] }),
    'app.js': 'App({})',
    'a.js': 'Page({ data: { names: Object.keys(wx) } })',
    'a.wxml': '<view/>',
  });
  const available = program.page.instance.data.names as string[];
  program.close();
  const named = namedInSources('src');
  expect(named).toContain('navigateTo');
  expect(named.filter((name) => !available.includes(name))).toEqual([]);
});
