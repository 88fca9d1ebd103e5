/** Hosts of one session. */
export const MAX_SESSION_HOSTS = 10;

/** A host as a session names them. */
export interface SessionHost {
  readonly id: string;
  readonly name: string;
}

/** The hosts of a session with one more, unless they are among them; the main host stays first. */
export function withHost(hosts: readonly SessionHost[], host: SessionHost): SessionHost[] {
  return hosts.some(({ id }) => id === host.id) ? [...hosts] : [...hosts, host];
}

/** The names of a session's hosts, the main host first. */
export function hostNamesOf({ hosts }: { readonly hosts: readonly SessionHost[] }): string[] {
  return hosts.map(({ name }) => name);
}
