import { observer } from 'mobx-react-lite';
import { useEffect } from 'react';

import { PageFrame } from '../../components/page-frame';
import { Reading } from '../../components/reading';
import { shopIdOf } from '../../domain/shop/ids';
import { useMerchantText } from '../../i18n/merchant';
import { usePageQuery, usePageTitle } from '../../page-hooks';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import { ShopPage } from '../shared/shop-page';
import { CorrectForm } from './correct-form';
import './index.css';

/** Corrects the real times of a session that is over. */
export default observer(function CorrectPage() {
  const sessionId = usePageQuery(PATHS.correct).id ?? '';
  const { liveSessions } = useStores();
  usePageTitle(useMerchantText().merchantSession.correct.title);
  // Another person may have changed it: read again before anything is typed.
  useEffect(() => void liveSessions.loadSession(sessionId), [liveSessions, sessionId]);
  return (
    <ShopPage needs="session.plan" shopId={shopIdOf(sessionId)}>
      {() => {
        const session = liveSessions.session(sessionId);
        if (session.value) return <CorrectForm key={sessionId} session={session.value} />;
        return (
          <PageFrame>
            <Reading reading={session} onRetry={() => void liveSessions.loadSession(sessionId)} />
          </PageFrame>
        );
      }}
    </ShopPage>
  );
});
