import { suffixOf } from '../../../src/domain/shop/ids';
import { withReading } from '../../../src/domain/incentive/readings';
import type { Transaction } from '../../database/database';
import type { AccountRecord, FollowersByYear, HostDoc, ShopDoc } from '../../database/documents';

/** An account that another host, or the store, owns from now on. */
interface Handover {
  accountId: string;
  from: string | null;
  to: string | null;
}

function handovers(before: ShopDoc, accounts: readonly AccountRecord[]): Handover[] {
  return accounts.flatMap(({ id, hostId: to }) => {
    const known = before.accounts.find((account) => account.id === id);
    return known === undefined || known.hostId === to
      ? []
      : [{ accountId: id, from: known.hostId, to }];
  });
}

/** The latest readings of one account, and the others. */
function split(followersByYear: FollowersByYear, accountId: string) {
  const key = suffixOf(accountId);
  const taken = Object.values(followersByYear).flatMap(({ [key]: reading }) => reading ?? []);
  const rest = Object.entries(followersByYear).map(([year, readings]) => {
    const { [key]: _taken, ...others } = readings;
    return [year, others] as const;
  });
  return { taken, rest: Object.fromEntries(rest) };
}

/**
 * Takes the readings of accounts that change hands to their new owners. Two calls for each host that
 * has part in it.
 * @returns those of the store's own accounts, for the caller to keep.
 */
export async function moveReadings(
  t: Transaction,
  before: ShopDoc,
  accounts: readonly AccountRecord[],
): Promise<FollowersByYear> {
  const moves = handovers(before, accounts);
  const hosts = new Map<string, HostDoc>();
  for (const hostId of new Set(moves.flatMap(({ from, to }) => [from ?? [], to ?? []].flat()))) {
    const host = await t.get('hosts', hostId);
    if (host !== null) hosts.set(hostId, host);
  }
  let ofShop = before.followersByYear;
  const readingsOf = (id: string | null) => (id === null ? ofShop : hosts.get(id)?.followersByYear);
  const keep = (id: string | null, followersByYear: FollowersByYear): void => {
    const host = id === null ? undefined : hosts.get(id);
    if (host === undefined) ofShop = followersByYear;
    else hosts.set(host._id, { ...host, followersByYear });
  };
  for (const { accountId, from, to } of moves) {
    const { taken, rest } = split(readingsOf(from) ?? {}, accountId);
    keep(from, rest);
    keep(
      to,
      taken.reduce(
        (kept: FollowersByYear, reading) => withReading(kept, suffixOf(accountId), reading),
        readingsOf(to) ?? {},
      ),
    );
  }
  for (const { _id, ...host } of hosts.values()) await t.set('hosts', _id, host);
  return ofShop;
}
