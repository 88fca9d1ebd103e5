import { Failure, invalidInput } from '../../../src/contract/failure';
import { hostRetire } from '../../../src/contract/host';
import { isSelfHostId } from '../../../src/domain/shop/ids';
import { MAX_HOSTS } from '../../../src/domain/shop/shop';
import type { Transaction } from '../../database/database';
import { write } from '../../endpoint/write';
import { presentHost } from '../../presenters/shops';
import { hostAtVersion } from '../../repositories/hosts';
import { saveShop } from '../../repositories/shops';
import { type LeftHosts, leftHosts, requireRoom } from './room';

/**
 * From so many hosts on, one who comes back is counted. A store with fewer does not fill up while a
 * call lasts.
 */
const COUNTED_FROM = MAX_HOSTS / 2;

/** Makes sure that there is room for one who comes back. Two calls: the store's version counts it. */
async function takeRoom(t: Transaction, shopId: string, left: LeftHosts): Promise<void> {
  const shop = await t.get('shops', shopId);
  if (shop === null) throw new Failure('not_found');
  requireRoom(shop, left);
  await saveShop(t, shop, shop);
}

/** Notes that a host has left, or is back. The streamer of a streamer's own store does not leave it. */
export const endpoint = write(
  hostRetire,
  {
    needs: 'shop.edit',
    before: async ({ input, shop }) => (input.isRetired ? null : leftHosts(shop, COUNTED_FROM)),
  },
  async ({ input, caller, t, prepared: left }) => {
    const { hostId, isRetired } = input;
    if (isSelfHostId(hostId)) throw invalidInput({ hostId: 'not_a_choice' });
    const host = await hostAtVersion(t, hostId, input.version);
    if (left !== null && host.isRetired) await takeRoom(t, host.shopId, left);
    const changed = { isRetired, version: host.version + 1 };
    await t.update('hosts', hostId, changed);
    return { data: { host: presentHost({ ...host, ...changed }, caller.sight) } };
  },
);
