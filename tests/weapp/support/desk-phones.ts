import { afterAll, afterEach, beforeAll, expect } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import type { Phone } from 'weapp-runtime/testing';
import { setVerifier } from '../../../demo/verifier-role';
import { DESK_LISTS, type DeskList } from '../../../src/domain/review/desk';
import { PATHS } from '../../../src/paths';
import { startTestCloud } from '../../testkit/cloud';
import { NOW } from '../../testkit/stores';
import { phoneOf } from '../../testkit/weapp/phones';

/** A cloud with the phones of an owner, a verifier called 小何, and a viewer, at {@link NOW}. */
export interface DeskPhones {
  cloud: LocalCloud;
  owner: Phone;
  verifier: Phone;
  viewer: Phone;
}

/** One cloud with its phones for the tests of the surrounding `describe`; call the result inside them. */
export function openDeskPhones(): () => DeskPhones {
  let desk: DeskPhones;
  beforeAll(async () => {
    const cloud = await startTestCloud();
    cloud.setNow(NOW);
    await setVerifier(cloud, 'verifier', { name: '小何', grantedAt: NOW });
    const clock = () => Date.parse(NOW);
    const [owner, verifier, viewer] = ['owner', 'verifier', 'viewer'].map((person) =>
      phoneOf(cloud, person, { clock }),
    ) as [Phone, Phone, Phone];
    desk = { cloud, owner, verifier, viewer };
  });
  afterEach(() => {
    for (const phone of [desk.owner, desk.verifier, desk.viewer]) {
      if (phone.isOpen) expect(phone.program.errors).toEqual([]);
    }
  });
  afterAll(async () => {
    for (const phone of [desk.owner, desk.verifier, desk.viewer]) phone.close();
    await desk.cloud.close();
  });
  return () => desk;
}

/** Opens a list of the desk. */
export async function openDeskList(verifier: Phone, list: DeskList): Promise<void> {
  await verifier.open(PATHS.reviews.url());
  await verifier.tapAt('.hl-tabs__tab', Object.keys(DESK_LISTS).indexOf(list));
}
