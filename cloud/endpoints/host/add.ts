import { Failure, limitReached, refuseIfAny } from '../../../src/contract/failure';
import { hostAdd } from '../../../src/contract/host';
import { hasTooManyAccounts } from '../../../src/domain/shop/accounts';
import { withOwner } from '../../../src/domain/shop/history';
import { newNamesOfPublicBodies } from '../../../src/domain/shop/problems';
import { MAX_ACCOUNTS, MAX_HOSTS } from '../../../src/domain/shop/shop';
import { asTyped, holdBack } from '../../../src/domain/words/waiting';
import { write } from '../../endpoint/write';
import {
  answerWithPhone,
  presentAccountWarnings,
  presentHost,
  presentOwnShop,
} from '../../presenters/shops';
import { phoneOf } from '../../repositories/contact';
import { addHost, newHost } from '../../repositories/hosts';
import { newHostAccountId, newHostId } from '../../repositories/ids';
import { saveShop } from '../../repositories/shops';
import { leftHosts, requireKeptRoom, requireRoom } from './room';

/** Adds a host, with their own account if they have one. */
export const endpoint = write(
  hostAdd,
  {
    needs: 'shop.edit',
    words: { fields: ['name', 'account.name'], subject: ({ host }) => host.id },
    before: ({ shop }) => leftHosts(shop, MAX_HOSTS),
    after: async ({ shop }, answer) => answerWithPhone(answer, phoneOf(shop)),
  },
  async ({ input, caller, role, t, prepared: left, words: { held } }) => {
    const { shopId, name, account } = input;
    const ofAccount = account === null ? [] : [['account.name', account.name] as const];
    refuseIfAny(newNamesOfPublicBodies([['name', name], ...ofAccount]));
    const shop = await t.get('shops', shopId);
    if (shop === null) throw new Failure('not_found');
    requireKeptRoom(shop);
    requireRoom(shop, left);
    const isFull = hasTooManyAccounts(shop.accounts.length + 1, shop.accounts.length);
    if (account !== null && isFull) throw limitReached(MAX_ACCOUNTS);
    const made = { _id: newHostId(shopId, caller), shopId, name, addedAt: caller.now };
    const host = holdBack('host', newHost(made), null, held);
    await addHost(t, host);
    const own =
      account === null
        ? []
        : [
            {
              id: newHostAccountId(shopId, caller),
              ...account,
              hostId: host._id,
              finderUserName: null,
              owners: withOwner([], host._id, caller.now),
            },
          ];
    const typed = asTyped(shop);
    const accounts = [...typed.accounts, ...own];
    const hostCount = shop.hostCount + 1;
    const after = holdBack('shop', { ...typed, accounts, hostCount }, shop, held);
    const saved = await saveShop(t, shop, after);
    const data = {
      host: presentHost(host, caller.sight),
      shop: presentOwnShop(saved, role, caller.sight),
    };
    return { data, warnings: own.length === 0 ? [] : presentAccountWarnings(saved) };
  },
);
