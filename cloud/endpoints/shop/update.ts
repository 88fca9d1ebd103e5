import type { CheckedInputOf } from '../../../src/contract/endpoints';
import { refuseIfAny } from '../../../src/contract/failure';
import { shopUpdate } from '../../../src/contract/shop';
import { shopIdOf } from '../../../src/domain/shop/ids';
import { publicPageProblems, shopProblems } from '../../../src/domain/shop/problems';
import type { AccountRecord, ShopDoc } from '../../database/documents';
import { write } from '../../endpoint/write';
import { presentOwnShop } from '../../presenters/shops';
import { newSelfHost } from '../../repositories/hosts';
import { newAccountId, type WriteKey } from '../../repositories/ids';
import { saveShop, shopAtVersion } from '../../repositories/shops';
import { relistNow } from './relist-now';
import { hasOwnHost } from '../../../src/domain/shop/shop';

type Input = CheckedInputOf<'shop.update'>;

function check(input: Input, shop: ShopDoc): void {
  const problems = shopProblems(input);
  input.accounts.forEach((account, index) => {
    const isKnown = account.id === null || shop.accounts.some(({ id }) => id === account.id);
    if (!isKnown) problems[`accounts.${String(index)}.id`] = 'not_in_store';
    if (account.hostId !== null && shopIdOf(account.hostId) !== shop._id) {
      problems[`accounts.${String(index)}.hostId`] = 'not_in_store';
    }
  });
  // What the law asks for cannot be emptied while the page is public.
  if (shop.isPublished) Object.assign(problems, publicPageProblems(input));
  refuseIfAny(problems);
}

/** Accounts to which sessions and entries point stay: an account can be renamed, not dropped. */
function mergeAccounts(input: Input, shop: ShopDoc, key: WriteKey): AccountRecord[] {
  const given = input.accounts.map((account, index) => ({
    ...account,
    id: account.id ?? newAccountId(shop._id, key, index),
  }));
  const kept = shop.accounts.filter(({ id }) => given.every((account) => account.id !== id));
  return [...given, ...kept];
}

/** Changes a store that was read at `version`. */
export const endpoint = write(
  shopUpdate,
  {
    needs: 'shop.edit',
    host: () => null,
    before: async ({ input, shop }) => check(input, shop),
    after: async ({ input, shop: before }, answer) => {
      if (input.name !== before.name) await relistNow(input.shopId);
      return answer;
    },
  },
  async ({ input, caller, role, host: self, t }) => {
    const shop = await shopAtVersion(t, input.shopId, input.version);
    const { shopId, ...fields } = input;
    const accounts = mergeAccounts(input, shop, caller);
    // A store that becomes a streamer's own gets its one host; an earlier one is used again.
    const becomesStreamer = hasOwnHost(input) && !hasOwnHost(shop);
    if (becomesStreamer && self === null) {
      await t.add('hosts', newSelfHost(shopId, input.name, caller.now));
    }
    const saved = await saveShop(t, { ...shop, ...fields, accounts });
    return { data: { shop: presentOwnShop(saved, role) } };
  },
);
