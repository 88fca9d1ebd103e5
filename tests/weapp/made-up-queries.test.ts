import { builtProgram, phoneOf } from '../testkit/weapp/phones';

import { afterAll, beforeAll, describe, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import { pagesOf } from 'weapp-runtime/compile';
import type { Phone } from 'weapp-runtime/testing';
import { everyPage } from '../testkit/browser/every-page';
import { type DemoNames, readNames } from '../testkit/browser/names';
import { startDemoCloud } from '../testkit/weapp/demo-cloud';
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
  let cloud: LocalCloud;
  let names: DemoNames;
  let phone: Phone;
  const routes = pagesOf(builtProgram().app);

  beforeAll(async () => {
    cloud = await startDemoCloud();
    names = await readNames(cloud);
    phone = phoneOf(cloud, 'streamer');
  }, 60_000);
  afterAll(async () => {
    phone.close();
    await cloud.close();
  });

  it.each(routes)('%s accepts a query that is missing, cut or made up', async (route) => {
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
