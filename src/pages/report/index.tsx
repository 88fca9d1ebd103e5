import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { EmptyState } from '../../components/empty-state';
import { PageFrame } from '../../components/page-frame';
import { useReportText } from '../../i18n/report';
import { usePageQuery, usePageTitle } from '../../page-hooks';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import { Receipt } from './receipt';
import { ReportForm } from './report-form';
import './index.css';

/** Reports a problem with the pages of a store to the operator. */
export default observer(function ReportPage() {
  const { shopId, sessionId } = usePageQuery(PATHS.report);
  const { ui } = useStores();
  const words = useReportText();
  const [receipt, setReceipt] = useState<string | null>(null);
  usePageTitle(words.title);
  if (receipt !== null) return <Receipt receipt={receipt} />;
  if (shopId === null || !ui.isIdentified) {
    return (
      <PageFrame>
        <EmptyState title={shopId === null ? words.gone : words.nobody} />
      </PageFrame>
    );
  }
  return <ReportForm shopId={shopId} sessionId={sessionId} onSent={setReceipt} />;
});
