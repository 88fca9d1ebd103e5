import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';

import { PageFrame } from '../../components/page-frame';
import { Reading } from '../../components/reading';
import type { OwnShop } from '../../contract/shop';
import { createRecordDraft } from '../../stores/drafts';
import { useStores } from '../../stores-context';
import { onlyId, usualHostId } from '../shared/choices';
import { RecordForm } from './record-form';
import { useSales } from '../shared/merchant-stores';
import { useDraft } from '../shared/use-draft';

/** Props of {@link RecordNew}. */
export interface RecordNewProps {
  shop: OwnShop;
  /** null: the session that asks for it most is chosen. */
  sessionId: string | null;
  /** The host whose figure the person looked at: no session of another one is chosen then. */
  hostId: string | null;
}

/** A new amount. Opened without a session, it waits a moment to know which one is meant. */
export const RecordNew = observer(function RecordNew(props: RecordNewProps) {
  const { shop, sessionId, hostId } = props;
  const { liveSessions, shops, ui } = useStores();
  // A store's only host is in every session.
  const isOneOfMany = hostId !== null && onlyId(shops.hosts(shop.id)) !== hostId;
  const isNamed = sessionId !== null || isOneOfMany;
  const [isReady, setReady] = useState(isNamed);
  useEffect(() => {
    if (!isNamed) void liveSessions.loadTodo(shop.id).then(() => setReady(true));
  }, [liveSessions, shop.id, isNamed]);
  const { onAir, toRecord } = liveSessions.todo(shop.id, ui.now);
  if (!isReady && onAir.length + toRecord.length === 0) {
    return (
      <PageFrame>
        <Reading reading={{ status: 'loading', value: null, error: null }} onRetry={null} />
      </PageFrame>
    );
  }
  const asking = onAir[0]?.id ?? toRecord[0]?.id ?? null;
  return <NewForm {...props} sessionId={isNamed ? sessionId : asking} />;
});

const NewForm = observer(function NewForm({ shop, sessionId, hostId }: RecordNewProps) {
  const { shops } = useStores();
  const sales = useSales();
  const hosts = shops.hosts(shop.id);
  // A session has its own hosts: the streamer does not join one of another host.
  const usual = sessionId === null ? usualHostId(shop, hosts) : onlyId(hosts);
  const draft = useDraft((device) =>
    createRecordDraft(device, sales, shop.id, {
      sessionId,
      hostId: hostId ?? usual,
      accountId: onlyId(shop.accounts),
    }),
  );
  return <RecordForm shop={shop} draft={draft} replaced={null} />;
});
