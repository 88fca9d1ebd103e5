import { observer } from 'mobx-react-lite';
import { type ReactNode, useEffect } from 'react';

import { PageFrame } from '../../components/page-frame';
import { Reading } from '../../components/reading';
import type { LiveSession } from '../../contract/live-session';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';
import { ShopPage } from '../shared/shop-page';
import { usePageTitle, usePageQuery } from '../../page-hooks';
import { PATHS } from '../../paths';
import { EditPlan } from './edit-plan';
import { PlanNew } from './plan-new';
import './index.css';

/** Plans a session, a series or a session again, or changes a planned one: the same form. */
export default observer(function PlanPage() {
  const { shopId, sessionId, againId, count } = usePageQuery(PATHS.plan);
  const { plan } = useMerchantText().merchantSession;
  usePageTitle(sessionId === null ? plan.title : plan.editTitle);
  return (
    <ShopPage withHosts needs="session.plan" shopId={shopId}>
      {(shop) => {
        if (sessionId !== null) {
          return (
            <OfSession sessionId={sessionId}>
              {(session) => <EditPlan key={sessionId} shop={shop} session={session} />}
            </OfSession>
          );
        }
        if (againId === null)
          return <PlanNew key={shop.id} shop={shop} again={null} count={count} />;
        return (
          <OfSession sessionId={againId}>
            {(session) => <PlanNew key={againId} shop={shop} again={session} />}
          </OfSession>
        );
      }}
    </ShopPage>
  );
});

interface OfSessionProps {
  sessionId: string;
  children: (session: LiveSession) => ReactNode;
}

/** Reads the session again: another person may have changed it. */
const OfSession = observer(function OfSession({ sessionId, children }: OfSessionProps) {
  const { liveSessions } = useStores();
  useEffect(() => void liveSessions.loadSession(sessionId), [liveSessions, sessionId]);
  const session = liveSessions.session(sessionId);
  if (session.value) return <>{children(session.value)}</>;
  return (
    <PageFrame>
      <Reading reading={session} onRetry={() => void liveSessions.loadSession(sessionId)} />
    </PageFrame>
  );
});
