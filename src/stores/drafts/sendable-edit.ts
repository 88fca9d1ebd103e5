import type { InputOf } from '../../contract/endpoints';
import type { OwnShop } from '../../contract/shop';

/** Bytes of an edit above which accounts that did not change are left out: WeChat carries 100 KB. */
const MAX_EDIT_BYTES = 90_000;

/** An edit as it can be sent. The cloud keeps the accounts that one leaves out as they are. */
export function sendable(
  input: InputOf<'shop.update'>,
  { accounts }: Pick<OwnShop, 'accounts'>,
): InputOf<'shop.update'> {
  // Characters beyond ASCII have three bytes, or four for two of their units.
  const bytes = JSON.stringify(input).replace(/[^\0-\x7f]/g, '***').length;
  if (bytes <= MAX_EDIT_BYTES) return input;
  const isKept = (edited: InputOf<'shop.update'>['accounts'][number]): boolean =>
    accounts.some(
      ({ id, platform, name, hostId, finderUserName }) =>
        id === edited.id &&
        platform === edited.platform &&
        name === edited.name &&
        hostId === edited.hostId &&
        finderUserName === (edited.finderUserName ?? null),
    );
  const changed = input.accounts.filter((account) => !isKept(account));
  return { ...input, accounts: changed.length > 0 ? changed : input.accounts.slice(0, 1) };
}
