import type { CheckedInputOf } from '../../../src/contract/endpoints';
import { refuseIfAny } from '../../../src/contract/failure';
import { shopUpdate } from '../../../src/contract/shop';
import { accountProblems, withKeptAccounts } from '../../../src/domain/shop/accounts';
import { publicPageProblems, shopProblems } from '../../../src/domain/shop/problems';
import type { AccountRecord, ShopDoc } from '../../database/documents';
import { write } from '../../endpoint/write';
import { presentAccountWarnings, presentOwnShop } from '../../presenters/shops';
import { newSelfHost } from '../../repositories/hosts';
import { newAccountId, type WriteKey } from '../../repositories/ids';
import { saveShop, shopAtVersion } from '../../repositories/shops';
import { relistNow } from './relist-now';
import { hasOwnHost } from '../../../src/domain/shop/shop';

type Input = CheckedInputOf<'shop.update'>;

function check(input: Input, shop: ShopDoc): void {
  const problems = {
    ...shopProblems(input),
    ...accountProblems(shop._id, input.accounts, shop.accounts),
  };
  // What the law asks for cannot be emptied while the page is public.
  if (shop.isPublished) Object.assign(problems, publicPageProblems(input));
  refuseIfAny(problems);
}

/** The edited accounts, a new one with its id. */
function editedAccounts({ accounts }: Input, shopId: string, key: WriteKey): AccountRecord[] {
  return accounts.map((account, index) => ({
    ...account,
    id: account.id ?? newAccountId(shopId, key, index),
  }));
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
    const edited = editedAccounts(input, shopId, caller);
    const accounts = withKeptAccounts(edited, shop.accounts);
    // A store that becomes a streamer's own gets its one host; an earlier one is used again.
    const becomesStreamer = hasOwnHost(input) && !hasOwnHost(shop);
    const isNewHost = becomesStreamer && self === null;
    if (isNewHost) await t.add('hosts', newSelfHost(shopId, input.name, caller.now));
    const hostCount = shop.hostCount + (isNewHost ? 1 : 0);
    const saved = await saveShop(t, { ...shop, ...fields, accounts, hostCount });
    return {
      data: { shop: presentOwnShop(saved, role) },
      warnings: presentAccountWarnings(saved),
    };
  },
);
