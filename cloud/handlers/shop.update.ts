import type { CheckedInputOf } from '../../src/contract/endpoints';
import { invalidInput } from '../../src/contract/failure';
import { publicPageProblems, shopProblems } from '../../src/domain/shop/problems';
import type { Writer } from '../access/caller';
import type { AccountRecord, ShopDoc } from '../database/documents';
import { presentOwnShop } from '../presenters/shops';
import { writeOnce } from '../repositories/changes';
import { idFrom, shopOf } from '../repositories/ids';
import { admit } from './admit';
import { relistNow, saveShop, selfHost, shopAtVersion } from './edit-shop';
import { type Handler, intend } from './handler';

type Input = CheckedInputOf<'shop.update'>;

function check(input: Input, shop: ShopDoc): void {
  const fields = shopProblems(input);
  input.accounts.forEach((account, index) => {
    const isKnown = account.id === null || shop.accounts.some(({ id }) => id === account.id);
    if (!isKnown) fields[`accounts.${String(index)}.id`] = 'not_in_store';
    if (account.hostId !== null && shopOf(account.hostId) !== shop._id) {
      fields[`accounts.${String(index)}.hostId`] = 'not_in_store';
    }
  });
  // A page that is public stays complete: what the law asks for cannot be emptied while it shows.
  if (shop.isPublished) Object.assign(fields, publicPageProblems(input));
  if (Object.keys(fields).length > 0) throw invalidInput(fields);
}

/** Accounts that sessions and entries point to stay: an account can be renamed, not dropped. */
function mergeAccounts(input: Input, shop: ShopDoc, caller: Writer): AccountRecord[] {
  const given = input.accounts.map((account, index) => ({
    ...account,
    id:
      account.id ??
      `${shop._id}.a${idFrom(caller.person, caller.requestKey, `account ${String(index)}`)}`,
  }));
  const kept = shop.accounts.filter(({ id }) => given.every((account) => account.id !== id));
  return [...given, ...kept];
}

/** Changes a store that was read at `version`. */
export const shopUpdate: Handler<'shop.update'> = async (input, caller) => {
  const admission = await admit(input.shopId, caller, 'shop.edit', null);
  const { role, shop: before, host: self } = admission;
  check(input, before);
  const answer = await writeOnce(intend('shop.update', input, caller), async (t) => {
    const shop = await shopAtVersion(t, input.shopId, input.version);
    const { shopId, ...fields } = input;
    const accounts = mergeAccounts(input, shop, caller);
    // A store that becomes a streamer's own gets its one host; an earlier one is taken up again.
    const becomesStreamer =
      input.lineOfBusiness === 'streamer' && shop.lineOfBusiness !== 'streamer';
    if (becomesStreamer && self === null) {
      await t.add('hosts', selfHost(shopId, input.name, caller.now));
    }
    const saved = await saveShop(t, { ...shop, ...fields, accounts });
    return { shopId, data: { shop: presentOwnShop(saved, role) } };
  });
  if (input.name !== before.name) await relistNow(input.shopId);
  return answer;
};
