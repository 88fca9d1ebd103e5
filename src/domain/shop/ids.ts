/**
 * The id of the store that something belongs to, from its own id: hosts, accounts, sessions and
 * entries have the store's id before the first dot. The id of a store is itself.
 */
export function shopIdOf(id: string): string {
  const dot = id.indexOf('.');
  return dot < 0 ? id : id.slice(0, dot);
}

/** Id of the host that a streamer's own store has, from the id of the store: the streamer. */
export function selfHostIdOf(shopId: string): string {
  return `${shopId}.hself`;
}

/** Whether a host is the streamer of a streamer's own store. */
export function isSelfHostId(hostId: string): boolean {
  return hostId === selfHostIdOf(shopIdOf(hostId));
}

/** The part of an id after its store's: a key that needs no dot. */
export function suffixOf(id: string): string {
  return id.slice(id.indexOf('.') + 1);
}
