import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';

import { PageFrame } from '../../components/page-frame';
import { Reading } from '../../components/reading';
import type { LedgerEntry } from '../../contract/sales';
import type { OwnShop } from '../../contract/shop';
import { useMerchantText } from '../../i18n/merchant';
import { createCorrectionDraft } from '../../stores/drafts';
import { RecordForm } from './record-form';
import { useSales } from '../shared/merchant-stores';
import { useDraft } from '../shared/use-draft';

/** Props of {@link CorrectEntry}. */
export interface CorrectEntryProps {
  shop: OwnShop;
  entryId: string;
  sessionId: string | null;
}

/** Corrects one entry of the ledger; opened cold, the ledger is read first. */
export const CorrectEntry = observer(function CorrectEntry(props: CorrectEntryProps) {
  const { shop, entryId, sessionId } = props;
  const sales = useSales();
  const t = useMerchantText();
  const [isRead, setRead] = useState(false);
  const entry = sales.entry(entryId);
  useEffect(() => {
    const scope = { shopId: shop.id, sessionId, month: null };
    if (!sales.entry(entryId)) void sales.load(scope).then(() => setRead(true));
  }, [sales, shop.id, entryId, sessionId]);
  if (entry) return <CorrectionForm shop={shop} entry={entry} />;
  return (
    <PageFrame>
      <Reading
        reading={{ status: isRead ? 'ready' : 'loading', value: null, error: null }}
        missing={t.merchantMoney.record.entryMissing}
        onRetry={null}
      />
    </PageFrame>
  );
});

const CorrectionForm = observer(function CorrectionForm(props: {
  shop: OwnShop;
  entry: LedgerEntry;
}) {
  const sales = useSales();
  // The entry turns "replaced" once corrected; the form is about the one it began with.
  const [entry] = useState(props.entry);
  const draft = useDraft((device) => createCorrectionDraft(device, sales, props.shop.id, entry));
  return <RecordForm shop={props.shop} draft={draft} replaced={entry} />;
});
