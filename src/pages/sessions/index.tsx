import { View } from '@tarojs/components';
import Taro, { useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Button } from '../../components/button';
import { EmptyState } from '../../components/empty-state';
import { PageFrame } from '../../components/page-frame';
import { Reading } from '../../components/reading';
import { Tabs } from '../../components/tabs';
import { useText } from '../../i18n';
import type { RootStore } from '../../stores';
import { useNewDay, useTabTitle } from '../../page-hooks';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import { useCopyNote } from '../shared/copy-note';
import { SessionList } from './session-list';
import { SESSION_TABS, type SessionTab } from './tabs';
import { Todo } from './todo';
import './index.css';

async function loadSessions(
  { ui, shops, liveSessions }: RootStore,
  tab: SessionTab,
  keepsTail: boolean,
): Promise<void> {
  ui.tick();
  if (!ui.isIdentified) return;
  if (shops.mine.value === null) await shops.loadMine();
  const shop = shops.current;
  if (!shop) return;
  await Promise.all([liveSessions.loadTodo(shop.id), liveSessions.load(shop.id, tab, keepsTail)]);
}

/** My sessions: what to do now, what comes next, and all of them. */
export default observer(function SessionsPage() {
  const stores = useStores();
  const { shops, liveSessions, ui } = stores;
  const t = useText();
  const [tab, setTab] = useState<SessionTab>('all');
  const shop = shops.current;
  useTabTitle(t.common.tabs.sessions);
  useDidShow(() => void loadSessions(stores, tab, true));
  useNewDay(() => void loadSessions(stores, tab, true));
  usePullDownRefresh(
    () => void loadSessions(stores, tab, false).finally(() => Taro.stopPullDownRefresh()),
  );
  useReachBottom(() => {
    if (shop) void liveSessions.loadMore(shop.id, tab);
  });
  const note = useCopyNote(shop ? liveSessions.idList(shop.id, tab) : shops.mine);
  if (!shop) return <NoShop onRetry={() => void loadSessions(stores, tab, false)} />;
  const choose = (chosen: SessionTab) => {
    setTab(chosen);
    void liveSessions.load(shop.id, chosen);
  };
  return (
    <PageFrame offlineMessage={note}>
      <View>
        <Todo shopId={shop.id} />
      </View>
      <View className="sessions__actions">
        <View className="sessions__action">
          <Button onTap={() => ui.open(PATHS.startNow.url({ shopId: shop.id }))}>
            {t.sessions.startNow}
          </Button>
        </View>
        <View className="sessions__action">
          <Button onTap={() => ui.open(PATHS.plan.url({ shopId: shop.id }))}>
            {t.sessions.plan}
          </Button>
        </View>
        <View className="sessions__action">
          <Button onTap={() => ui.open(PATHS.backfill.url({ shopId: shop.id }))}>
            {t.sessions.backfill}
          </Button>
        </View>
      </View>
      <View className="sessions__tabs">
        <Tabs
          tabs={SESSION_TABS.map((id) => ({ id, label: t.sessions.tabs[id] }))}
          current={tab}
          onChange={choose}
        />
      </View>
      {/* Groups of their own: what appears in one is not sent together with the others. */}
      <View>
        <SessionList shopId={shop.id} tab={tab} />
      </View>
    </PageFrame>
  );
});

const NoShop = observer(function NoShop({ onRetry }: { onRetry: () => void }) {
  const { shops, ui } = useStores();
  const t = useText();
  const { mine } = shops;
  const isUnidentified = !ui.isIdentified || mine.error?.code === 'not_identified';
  if (isUnidentified) {
    return (
      <PageFrame>
        <EmptyState
          title={t.sessions.nobody}
          action={{ label: t.publicPages.goHome, onTap: () => ui.open(PATHS.home.url()) }}
        />
      </PageFrame>
    );
  }
  return (
    <PageFrame>
      <Reading
        reading={mine}
        onRetry={onRetry}
        empty={() => ({
          title: t.sessions.noShop,
          note: t.sessions.noShopNote,
          action: { label: t.sessions.register, onTap: () => ui.open(PATHS.register.url()) },
        })}
      />
    </PageFrame>
  );
});
