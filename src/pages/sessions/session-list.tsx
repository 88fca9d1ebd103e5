import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { ErrorState } from '../../components/error-state';
import { LoadingState } from '../../components/loading-state';
import { useText, wordError } from '../../i18n';
import { useStores } from '../../stores-context';
import { SessionRows } from './session-rows';
import type { SessionTab } from './tabs';

/** One tab's sessions, page by page. */
export const SessionList = observer(function SessionList(props: {
  shopId: string;
  tab: SessionTab;
}) {
  const { shopId, tab } = props;
  const { liveSessions } = useStores();
  const t = useText();
  const list = liveSessions.idList(shopId, tab);
  if (list.items.length === 0) {
    if (list.status === 'error' && list.error) {
      return (
        <ErrorState
          message={wordError(list.error, t)}
          retryLabel={t.common.action.retry}
          onRetry={() => void liveSessions.load(shopId, tab)}
        />
      );
    }
    if (!list.isComplete) return <LoadingState label={t.common.state.loading} />;
    return (
      <Card>
        <EmptyState
          isInline
          title={t.sessions.empty[tab]}
          {...(tab === 'all' ? { note: t.sessions.emptyNote } : {})}
        />
      </Card>
    );
  }
  return (
    <>
      <SessionRows ids={list.items} />
      <View className="sessions__foot">
        {list.isComplete ? (
          <View className="hl-note">{t.sessions.allShown}</View>
        ) : (
          <Button
            kind="quiet"
            isBusy={list.status === 'loading'}
            onTap={() => void liveSessions.loadMore(shopId, tab)}
          >
            {list.status === 'loading' ? t.common.state.loading : t.sessions.more}
          </Button>
        )}
      </View>
    </>
  );
});
