import type { LiveSession } from '../../contract/live-session';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';

/** Whether the session's money may be of several hosts; with one, the session's sum says it all. */
export function hasSeveralHosts({
  hosts,
  hostFigures,
}: Pick<LiveSession, 'hosts' | 'hostFigures'>): boolean {
  return hostFigures.length > 1 || (hosts.length > 1 && hostFigures.length > 0);
}

/** Names the host who sold something in the session, or says that none is given. */
export function useHostName({ hosts }: LiveSession): (hostId: string | null) => string {
  const { shops } = useStores();
  const t = useMerchantText();
  return (hostId) => {
    const known = hosts.find(({ id }) => id === hostId);
    const host = known ?? (hostId === null ? null : shops.host(hostId));
    return host?.name ?? (hostId === null ? t.merchantHosts.unassigned.title : '…');
  };
}
