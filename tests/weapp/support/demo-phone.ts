import { afterAll, beforeAll } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import type { Phone } from 'weapp-runtime/testing';
import { type DemoNames, readNames } from '../../testkit/browser/names';
import { startDemoCloud } from '../../testkit/weapp/demo-cloud';
import { phoneOf } from '../../testkit/weapp/phones';

/** The cloud of the demonstration, what is named in it, and the phone of its streamer. */
export interface DemoPhone {
  cloud: LocalCloud;
  names: DemoNames;
  phone: Phone;
}

/** One cloud and phone for the tests of the surrounding `describe`; call the result inside them. */
export function openDemoPhone(): () => DemoPhone {
  let demo: DemoPhone;
  beforeAll(async () => {
    const cloud = await startDemoCloud();
    demo = { cloud, names: await readNames(cloud), phone: phoneOf(cloud, 'streamer') };
  }, 60_000);
  afterAll(async () => {
    demo.phone.close();
    await demo.cloud.close();
  });
  return () => demo;
}
