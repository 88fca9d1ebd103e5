/** Hosts of one session. */
export const MAX_SESSION_HOSTS = 10;

/** A host as a session names them. */
export interface SessionHost {
  readonly id: string;
  readonly name: string;
}

/** A host as a session keeps them. */
export interface KeptHost extends SessionHost {
  /** Whether the plan names the host. One who only sold in the session leaves it with the last amount. */
  readonly isPlanned: boolean;
}

/** The hosts of a session with one more who sold in it; the main host stays first. */
export function withSeller(hosts: readonly KeptHost[], { id, name }: SessionHost): KeptHost[] {
  const isKnown = hosts.some((host) => host.id === id);
  return isKnown ? [...hosts] : [...hosts, { id, name, isPlanned: false }];
}

/** The hosts of a session whom the plan names, or who have sold in it. */
export function hostsWithPart(
  hosts: readonly KeptHost[],
  sellerIds: readonly (string | null)[],
): KeptHost[] {
  return hosts.filter(({ id, isPlanned }) => isPlanned || sellerIds.includes(id));
}

/** The names of a session's hosts, the main host first. */
export function hostNamesOf({ hosts }: { readonly hosts: readonly SessionHost[] }): string[] {
  return hosts.map(({ name }) => name);
}
