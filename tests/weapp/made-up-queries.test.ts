import { builtProgram } from '../testkit/weapp/phones';

import { describe, it } from 'vitest';

import { pagesOf } from 'weapp-runtime/compile';
import { everyPage } from '../testkit/browser/every-page';
import { openDemoPhone } from './support/demo-phone';
import { openSoundly, routeOf } from './support/open-soundly';

/** Values of links that this program did not write. */
const HOSTILE = [
  '%E0%A4%A',
  '<script>alert(1)</script>',
  '../../../app.js',
  '__proto__',
  '{"$ne":null}',
  'a'.repeat(2_000),
  '-1',
  'NaN',
  '花%20都',
];

describe('every page of app.json, opened with a made-up query', () => {
  const demo = openDemoPhone();
  const routes = pagesOf(builtProgram().app);

  it.each(routes)('%s accepts a query that is missing, cut or made up', async (route) => {
    const { names, phone } = demo();
    await openSoundly(phone, `/${route}`);
    const keys = everyPage(names)
      .filter(({ path }) => routeOf(path) === route)
      .flatMap(({ path }) => (path.split('?')[1] ?? 'id=').split('&'))
      .map((pair) => pair.split('=')[0] ?? '');
    for (const value of HOSTILE) {
      await openSoundly(
        phone,
        `/${route}?${[...new Set(keys)].map((key) => `${key}=${value}`).join('&')}`,
      );
    }
  });
});
