import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { PagedFoot } from '../../components/paged-foot';
import type { LiveSession } from '../../contract/live-session';
import type { OwnShop } from '../../contract/shop';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';
import { EntryRow } from '../shared/entry-row';
import { EntrySheet } from '../shared/entry-sheet';
import { useSales } from '../shared/merchant-stores';
import { hasSeveralHosts, useHostName } from './session-hosts';

/** Props of {@link LedgerCard}. */
export interface LedgerCardProps {
  shop: OwnShop;
  session: LiveSession;
}

/** Every entry of the session, those that no longer count included. */
export const LedgerCard = observer(function LedgerCard({ shop, session }: LedgerCardProps) {
  const { ui } = useStores();
  const sales = useSales();
  const t = useMerchantText();
  const nameOf = useHostName(session);
  const isOfSeveral = hasSeveralHosts(session);
  const [openId, setOpenId] = useState<string | null>(null);
  const scope = { shopId: shop.id, sessionId: session.id, month: null };
  const ledger = sales.ledger(scope);
  const opened = openId === null ? null : sales.entry(openId);
  return (
    <Card title={t.merchantSession.session.ledger}>
      {ledger.items.length === 0 && ledger.isComplete && (
        <EmptyState isInline title={t.merchantSession.session.ledgerEmpty} />
      )}
      {ledger.items.map((entry) => (
        <EntryRow
          key={entry.id}
          entry={entry}
          now={ui.now}
          about={isOfSeveral ? nameOf(entry.hostId) : null}
          onTap={() => setOpenId(entry.id)}
        />
      ))}
      <PagedFoot
        list={ledger}
        more={t.merchantMoney.ledger.more}
        onFirst={() => void sales.load(scope)}
        onMore={() => void sales.loadMore(scope)}
      />
      {opened && <EntrySheet shopId={shop.id} entry={opened} onClose={() => setOpenId(null)} />}
    </Card>
  );
});
