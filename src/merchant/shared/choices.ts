import type { Choice } from '../../components/choice-field';
import type { Account, Host, OwnShop } from '../../contract/shop';
import { ownHostId } from '../../domain/shop/shop';
import type { MerchantMessages } from '../../i18n/merchant';

/** Options of a closed list, worded. */
export function choicesOf<Value extends string>(
  values: readonly Value[],
  words: Readonly<Record<Value, string>>,
): Choice<Value>[] {
  return values.map((value) => ({ value, label: words[value] }));
}

/** Stands for "none" among ids: an id is never empty. */
const NONE = '';

/** Hosts who can be chosen: those who are there, and one who is chosen already. */
export function activeHosts(
  hosts: readonly Host[],
  chosen: readonly (string | null)[] = [],
): Host[] {
  return hosts.filter(({ id, isRetired }) => !isRetired || chosen.includes(id));
}

/** Accounts to choose from with their platforms, and none. */
export function accountChoices(
  accounts: readonly Account[],
  none: string,
  t: MerchantMessages,
): Choice<string>[] {
  return [
    ...accounts.map(({ id, platform, name }) => ({
      value: id,
      label: `${t.common.platform[platform]} ${name}`,
    })),
    { value: NONE, label: none },
  ];
}

/** What a choice stands for: the id, or null for "none". */
export const idOfChoice = (value: string): string | null => (value === NONE ? null : value);

/** The choice an id stands for. */
export const choiceOfId = (id: string | null): string => id ?? NONE;

/** The only one there is, else null. */
export function onlyId(items: readonly { id: string }[]): string | null {
  return items.length === 1 ? (items[0]?.id ?? null) : null;
}

/** The host that a form begins with: the streamer in their own store, else the only one there is. */
export function usualHostId(shop: OwnShop, hosts: readonly Host[]): string | null {
  return ownHostId(shop) ?? onlyId(hosts);
}
