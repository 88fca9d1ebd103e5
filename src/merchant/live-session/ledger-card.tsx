import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { Row } from '../../components/row';
import type { LiveSession } from '../../contract/live-session';
import type { OwnShop } from '../../contract/shop';
import { wordError } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';
import { EntryRow } from '../shared/entry-row';
import { EntrySheet } from '../shared/entry-sheet';
import { useSales } from '../shared/merchant-stores';

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
  const words = t.merchantMoney.ledger;
  const [openId, setOpenId] = useState<string | null>(null);
  const scope = { shopId: shop.id, sessionId: session.id, month: null };
  const ledger = sales.ledger(scope);
  const opened = openId === null ? null : sales.entry(openId);
  return (
    <Card title={t.merchantSession.session.ledger}>
      {ledger.items.length === 0 &&
        (ledger.error ? (
          <Row
            title={wordError(ledger.error, t)}
            value={t.common.action.retry}
            onTap={() => void sales.load(scope)}
          />
        ) : (
          <EmptyState isInline title={t.merchantSession.session.ledgerEmpty} />
        ))}
      {ledger.items.map((entry) => (
        <EntryRow key={entry.id} entry={entry} now={ui.now} onTap={() => setOpenId(entry.id)} />
      ))}
      {ledger.cursor !== null && (
        <Row title={words.more} onTap={() => void sales.loadMore(scope)} />
      )}
      {opened && <EntrySheet shopId={shop.id} entry={opened} onClose={() => setOpenId(null)} />}
    </Card>
  );
});
