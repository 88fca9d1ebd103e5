import { observer } from 'mobx-react-lite';
import { useEffect } from 'react';

import { PageFrame } from '../../components/page-frame';
import { Reading } from '../../components/reading';
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

/** Reads the planned session again: another person may have changed its times. */
const Planned = observer(function Planned({ sessionId }: { sessionId: string }) {
  const { liveSessions } = useStores();
  useEffect(() => void liveSessions.loadSession(sessionId), [liveSessions, sessionId]);
  const session = liveSessions.session(sessionId);
  if (session.value) return <Reschedule key={sessionId} session={session.value} />;
  return (
    <PageFrame>
      <Reading reading={session} onRetry={() => void liveSessions.loadSession(sessionId)} />
    </PageFrame>
  );
});
