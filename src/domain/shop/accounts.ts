import type { FieldIssues } from '../field-issues';
import { shopIdOf } from './ids';
import type { Platform } from './platform';
import { MAX_ACCOUNTS } from './shop';

/** An account as a store is edited; a new one has no id. */
interface EditedAccount {
  readonly id: string | null;
  readonly hostId: string | null;
  readonly platform: Platform;
  /** The id of an account of WeChat Channels. */
  readonly finderUserName: string | null;
}

/**
 * The problems of edited accounts: an id that the store does not have or that stands twice, a host of
 * another store, an id of WeChat Channels on another platform.
 */
export function accountProblems(
  shopId: string,
  edited: readonly EditedAccount[],
  known: readonly { readonly id: string }[],
): FieldIssues {
  const problems: FieldIssues = {};
  edited.forEach((account, index) => {
    const isKnown = account.id === null || known.some(({ id }) => id === account.id);
    if (!isKnown) problems[`accounts.${String(index)}.id`] = 'not_in_store';
    const isTwice = account.id !== null && edited.findIndex(({ id }) => id === account.id) < index;
    if (isTwice) problems[`accounts.${String(index)}.id`] = 'repeated';
    if (account.finderUserName !== null && account.platform !== 'channels') {
      problems[`accounts.${String(index)}.finderUserName`] = 'not_a_choice';
    }
    if (account.hostId !== null && shopIdOf(account.hostId) !== shopId) {
      problems[`accounts.${String(index)}.hostId`] = 'not_in_store';
    }
  });
  return problems;
}

/**
 * The accounts of a store after an edit, in their order: edited, or as they are where the edit leaves
 * them out; then the new ones.
 * Sessions and entries point to accounts, so one can be renamed and not dropped.
 */
export function withKeptAccounts<Account extends { readonly id: string }>(
  edited: readonly Account[],
  known: readonly Account[],
): Account[] {
  const isKnown = ({ id }: { readonly id: string }): boolean =>
    known.some((account) => account.id === id);
  return [
    ...known.map((account) => edited.find(({ id }) => id === account.id) ?? account),
    ...edited.filter((account) => !isKnown(account)),
  ];
}

/**
 * Whether an edit would leave a store with too many accounts. One that has more already may still be
 * edited, as long as none is added.
 */
export function hasTooManyAccounts(after: number, before: number): boolean {
  return after > MAX_ACCOUNTS && after > before;
}

/** An account as two of them are compared. */
interface NamedAccount {
  readonly platform: Platform;
  readonly name: string;
}

/**
 * The names of accounts that stand twice in a store: the same name on the same platform, whatever
 * the case and the spaces. Its followers and sales would be entered in two places.
 */
export function accountsTwice(accounts: readonly NamedAccount[]): string[] {
  const keyOf = ({ platform, name }: NamedAccount): string =>
    `${platform}/${name.normalize('NFKC').replace(/\s/g, '').toLowerCase()}`;
  const keys = accounts.map(keyOf);
  return accounts.filter((_, index) => keys.indexOf(keys[index] ?? '') < index).map((a) => a.name);
}

/** The accounts of a store as others read them: its own before those of its hosts, each in their order. */
export function ownFirst<Account extends { readonly hostId: string | null }>(
  accounts: readonly Account[],
): Account[] {
  return [
    ...accounts.filter(({ hostId }) => hostId === null),
    ...accounts.filter(({ hostId }) => hostId !== null),
  ];
}
