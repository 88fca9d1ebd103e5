import { Failure, limitReached } from '../../../src/contract/failure';
import { hostAdd } from '../../../src/contract/host';
import { MAX_HOSTS } from '../../../src/domain/shop/shop';
import { write } from '../../endpoint/write';
import { presentHost, presentOwnShop } from '../../presenters/shops';
import { countHosts, newHost } from '../../repositories/hosts';
import { newHostAccountId, newHostId } from '../../repositories/ids';
import { saveShop } from '../../repositories/shops';

/** Adds a host, with their own account if they have one. */
export const endpoint = write(
  hostAdd,
  {
    needs: 'shop.edit',
    before: async ({ input }) => ({ isFull: (await countHosts(input.shopId)) >= MAX_HOSTS }),
  },
  async ({ input, caller, role, t, prepared }) => {
    if (prepared.isFull) throw limitReached(MAX_HOSTS);
    const { shopId, name, account } = input;
    const shop = await t.get('shops', shopId);
    if (shop === null) throw new Failure('not_found');
    const host = newHost({ _id: newHostId(shopId, caller), shopId, name, addedAt: caller.now });
    await t.add('hosts', host);
    if (account === null) {
      return { data: { host: presentHost(host), shop: presentOwnShop(shop, role) } };
    }
    const own = { id: newHostAccountId(shopId, caller), ...account, hostId: host._id };
    const saved = await saveShop(t, { ...shop, accounts: [...shop.accounts, own] });
    return { data: { host: presentHost(host), shop: presentOwnShop(saved, role) } };
  },
);
