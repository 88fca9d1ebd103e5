import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Button } from '../../components/button';
import { Reading } from '../../components/reading';
import { MAX_OF_A_KIND } from '../../domain/live-session/tasks';
import { useText } from '../../i18n';
import { useStores } from '../../stores-context';
import { SessionRows } from './session-rows';
import type { SessionTab } from './tabs';

const NONE: readonly string[] = [];

/** One tab's sessions, page by page. */
export const SessionList = observer(function SessionList(props: {
  shopId: string;
  tab: SessionTab;
}) {
  const { shopId, tab } = props;
  const { liveSessions, ui } = useStores();
  const t = useText();
  const list = liveSessions.idList(shopId, tab);
  const elsewhere = tab === 'all' ? liveSessions.elsewhere(shopId, ui.now, MAX_OF_A_KIND) : NONE;
  const isElsewhere = tab === 'all' && liveSessions.idList(shopId, 'upcoming').items.length > 0;
  if (list.items.length === 0) {
    // What is to come stands above; nothing took place yet.
    if (list.isComplete && list.status === 'ready' && isElsewhere) return null;
    const isEmpty = list.isComplete && list.status !== 'error';
    return (
      <Reading
        reading={{ status: list.status, error: list.error, value: isEmpty ? list.items : null }}
        onRetry={() => void liveSessions.load(shopId, tab)}
        empty={() => ({
          isInline: true,
          title: t.sessions.empty[tab],
          ...(tab === 'all' ? { note: t.sessions.emptyNote } : {}),
        })}
      />
    );
  }
  return (
    <>
      <SessionRows shopId={shopId} ids={list.items} without={elsewhere} hasSums={tab === 'all'} />
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
