import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Button } from '../../components/button';
import type { LedgerEntry } from '../../contract/sales';
import type { Host, OwnShop } from '../../contract/shop';
import { wordError } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';
import { EntryRow } from '../shared/entry-row';
import { EntrySheet } from '../shared/entry-sheet';
import { HostChoiceSheet } from '../shared/host-choice-sheet';
import { useSales } from '../shared/merchant-stores';

/** Props of {@link UnassignedEntry}. */
export interface UnassignedEntryProps {
  shop: OwnShop;
  /** As it was read: it names no host. */
  entry: LedgerEntry;
  /** The host chosen for another entry before. */
  lastHostId: string | null;
  onAssigned: (hostId: string) => void;
}

/** Buttons in sight; with more hosts the rest are in a list. */
const MAX_BUTTONS = 3;

/** The hosts most likely meant: the owner of the account, the one chosen last, then all in turn. */
function likelyHosts(
  { shop, entry, lastHostId }: UnassignedEntryProps,
  hosts: readonly Host[],
): Host[] {
  const ownerId = shop.accounts.find(({ id }) => id === entry.accountId)?.hostId ?? null;
  const rank = ({ id }: Host): number => (id === ownerId ? 0 : id === lastHostId ? 1 : 2);
  return [...hosts].sort((a, b) => rank(a) - rank(b)).slice(0, MAX_BUTTONS);
}

/** An entry with the hosts it may be given to; given, it says to whom and can be changed. */
export const UnassignedEntry = observer(function UnassignedEntry(props: UnassignedEntryProps) {
  const { shop, entry, onAssigned } = props;
  const { ui, shops } = useStores();
  const sales = useSales();
  const t = useMerchantText();
  const words = t.merchantHosts.unassigned;
  const [given, setGiven] = useState<LedgerEntry | null>(null);
  const [isListed, setListed] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const hosts = shops.hosts(shop.id);
  const likely = likelyHosts(props, hosts);
  const shown = given ?? entry;
  const owner = hosts.find(({ id }) => id === given?.hostId);
  const give = async (hostId: string): Promise<void> => {
    setListed(false);
    setBusy(true);
    const result = await sales.assign(shop.id, shown, hostId);
    setBusy(false);
    if (!result.ok) return ui.toast(wordError(result.error, t));
    setGiven(result.data.entry);
    onAssigned(hostId);
  };
  return (
    <View>
      <EntryRow entry={shown} about={entry.sessionTitle} now={ui.now} onTap={() => setOpen(true)} />
      {owner ? (
        <View className="unassigned__done">
          <View className="hl-secondary">{words.done(owner.name)}</View>
          <Button size="small" kind="quiet" isBusy={isBusy} onTap={() => setListed(true)}>
            {words.change}
          </Button>
        </View>
      ) : (
        <View className="unassigned__buttons">
          {likely.map(({ id, name }) => (
            <Button key={id} size="small" isBusy={isBusy} onTap={() => void give(id)}>
              {words.to(name)}
            </Button>
          ))}
          {hosts.length > likely.length && (
            <Button size="small" kind="quiet" isBusy={isBusy} onTap={() => setListed(true)}>
              {words.other}
            </Button>
          )}
        </View>
      )}
      {isListed && (
        <HostChoiceSheet
          title={t.merchantMoney.record.soldBy}
          hosts={hosts}
          onChoose={(hostId) => void give(hostId)}
          onClose={() => setListed(false)}
        />
      )}
      {isOpen && <EntrySheet shopId={shop.id} entry={shown} onClose={() => setOpen(false)} />}
    </View>
  );
});
