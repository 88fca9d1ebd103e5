/** What sessions are found by, beside their store: hosts, account, and each pair of the two. */
export interface FoundBy {
  readonly hosts: readonly { readonly id: string }[];
  readonly accountId: string | null;
}

/** The key of the sessions of a host on an account. */
export function pairKey(hostId: string, accountId: string): string {
  return `${hostId}+${accountId}`;
}

/** The keys under which a session is found. Ids contain their store, so the keys do too. */
export function keysOf({ hosts, accountId }: FoundBy): string[] {
  const hostIds = hosts.map(({ id }) => id);
  if (accountId === null) return hostIds;
  return [...hostIds, accountId, ...hostIds.map((hostId) => pairKey(hostId, accountId))];
}
