import type { LocalCloud } from 'local-cloud';

import { PATHS } from '../../src/paths';
import { everyPage } from '../../tests/testkit/browser/every-page';
import { readNames } from '../../tests/testkit/browser/names';
import { callAs } from '../../tests/testkit/cloud';
import { prepareVerifier } from '../pictures/verifier-states';

/** A screen of the program, and how to reach it. */
export interface Screen {
  readonly name: string;
  /** `null`: a visitor without an identity. */
  readonly person: string | null;
  readonly path: string;
  /** Elements to press there, one after the other. */
  readonly presses: readonly string[];
}

/** Pages that look different for a store with several hosts. */
async function screensOfCompany(cloud: LocalCloud, person: string): Promise<Screen[]> {
  const { shops } = await callAs(cloud, person).ok('shop.mine', {});
  const shopId = shops[0]?.shop.id ?? '';
  const paths = {
    home: PATHS.home.url(),
    sessions: PATHS.sessions.url(),
    progress: PATHS.progress.url(),
    ladder: PATHS.ladder.url({ shopId }),
    record: PATHS.record.url({ shopId }),
  };
  return Object.entries(paths).map(([name, path]) => ({
    name: `${person}-${name}`,
    person,
    path,
    presses: [],
  }));
}

/** Every screen: all pages as the streamer, the tabs of others, and what the operator checks. */
export async function allScreens(cloud: LocalCloud): Promise<Screen[]> {
  const names = await readNames(cloud);
  const own = everyPage(names).filter(({ isRefused }) => isRefused !== true);
  const checked = await prepareVerifier(cloud, new Date().toISOString());
  return [
    ...own.map(({ name, path }) => ({ name, person: 'streamer', path, presses: [] })),
    ...(await screensOfCompany(cloud, 'company')),
    ...(await screensOfCompany(cloud, 'mcn')),
    { name: 'stranger-home', person: null, path: PATHS.home.url(), presses: [] },
    { name: 'viewer-me', person: 'viewer', path: PATHS.me.url(), presses: [] },
    ...checked
      .filter(({ name }) => !/\.(en|small)$/.test(name))
      .map(({ name, person, path, steps = [] }) => ({
        name: `desk-${name}`,
        person,
        path,
        presses: steps.flatMap((step) => ('press' in step ? [step.press] : [])),
      })),
  ];
}
