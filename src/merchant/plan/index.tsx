import { observer } from 'mobx-react-lite';
import { useEffect } from 'react';

import { ErrorState } from '../../components/error-state';
import { LoadingState } from '../../components/loading-state';
import { PageFrame } from '../../components/page-frame';
import { wordError } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';
import { ShopPage } from '../shared/shop-page';
import { usePageTitle, usePageQuery } from '../../page-hooks';
import { PATHS } from '../../paths';
import { PlanNew } from './plan-new';
import { Reschedule } from './reschedule';
import './index.css';

/** Plans a session, or moves a planned one to other times. */
export default observer(function PlanPage() {
  const { shopId, sessionId } = usePageQuery(PATHS.plan);
  const { plan } = useMerchantText().merchantSession;
  usePageTitle(sessionId === null ? plan.title : plan.rescheduleTitle);
  return (
    <ShopPage shopId={shopId}>
      {(shop) =>
        sessionId === null ? (
          <PlanNew key={shop.id} shop={shop} />
        ) : (
          <Planned sessionId={sessionId} />
        )
      }
    </ShopPage>
  );
});

/** Reads the planned session again: its times may have been changed by somebody else. */
const Planned = observer(function Planned({ sessionId }: { sessionId: string }) {
  const { liveSessions } = useStores();
  const t = useMerchantText();
  useEffect(() => void liveSessions.loadSession(sessionId), [liveSessions, sessionId]);
  const { value, error, status } = liveSessions.session(sessionId);
  if (value) return <Reschedule key={sessionId} session={value} />;
  return (
    <PageFrame>
      {error ? (
        <ErrorState
          message={wordError(error, t)}
          retryLabel={t.common.action.retry}
          isBusy={status === 'loading'}
          onRetry={() => void liveSessions.loadSession(sessionId)}
        />
      ) : (
        <LoadingState label={t.common.state.loading} />
      )}
    </PageFrame>
  );
});
