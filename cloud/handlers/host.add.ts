import { Failure } from '../../src/contract/failure';
import { presentHost, presentOwnShop } from '../presenters/shops';
import { writeOnce } from '../repositories/changes';
import { idFrom } from '../repositories/ids';
import { MAX_HOSTS, countHosts } from '../repositories/shops';
import { admit } from './admit';
import { saveShop } from './edit-shop';
import { type Handler, intend } from './handler';
import { newHost } from './new-host';

/** Adds a host, with their own account if they have one. */
export const hostAdd: Handler<'host.add'> = async (input, caller) => {
  const { role } = await admit(input.shopId, caller, 'shop.edit');
  const { shopId } = input;
  const isFull = (await countHosts(shopId)) >= MAX_HOSTS;
  const made = idFrom(caller.person, caller.requestKey, 'host');
  const host = newHost({
    _id: `${shopId}.h${made}`,
    shopId,
    name: input.name,
    addedAt: caller.now,
  });
  return writeOnce(intend('host.add', input, caller), async (t) => {
    if (isFull) throw new Failure('limit_reached', { info: { limit: MAX_HOSTS } });
    const shop = await t.get('shops', shopId);
    if (shop === null) throw new Failure('not_found');
    await t.add('hosts', host);
    const { account } = input;
    const saved =
      account === null
        ? shop
        : await saveShop(t, {
            ...shop,
            accounts: [
              ...shop.accounts,
              { id: `${shopId}.a${made}`, ...account, hostId: host._id },
            ],
          });
    return { shopId, data: { host: presentHost(host), shop: presentOwnShop(saved, role) } };
  });
};
