import { View } from '@tarojs/components';
import Taro, { useDidHide, useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { EmptyState } from '../../components/empty-state';
import { PageFrame } from '../../components/page-frame';
import { Reading, type ReadingState } from '../../components/reading';
import { Tabs } from '../../components/tabs';
import { can } from '../../domain/shop/capabilities';
import { yearOf } from '../../domain/time';
import { useText } from '../../i18n';
import type { RootStore } from '../../stores';
import { useNewDay, useTabTitle } from '../../page-hooks';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import { useCopyNote } from '../shared/copy-note';
import { Coming } from './coming';
import { SessionList } from './session-list';
import { SESSION_TABS, type SessionTab } from './tabs';
import { Todo } from './todo';
import './index.css';

const LOADING: ReadingState<never> = { status: 'loading', value: null, error: null };

async function loadSessions(
  { ui, shops, liveSessions, months }: RootStore,
  tab: SessionTab,
  keepsTail: boolean,
): Promise<void> {
  ui.tick();
  if (!ui.isIdentified) return;
  if (shops.mine.value === null) await shops.loadMine();
  const shop = shops.current;
  if (!shop) return;
  const year = yearOf(ui.today);
  const todo = liveSessions.loadTodo(shop.id, year);
  await Promise.all([liveSessions.load(shop.id, tab, keepsTail), months.take(shop.id, year, todo)]);
}

/** My sessions: what to do now, what comes next, and all of them. */
export default observer(function SessionsPage() {
  const stores = useStores();
  const { shops, liveSessions } = stores;
  const t = useText();
  const [tab, setTab] = useState<SessionTab>('all');
  const shop = shops.current;
  useTabTitle(t.common.tabs.sessions);
  useDidShow(() => void loadSessions(stores, tab, true));
  useDidHide(() => stores.answers.settle());
  useNewDay(() => void loadSessions(stores, tab, true));
  usePullDownRefresh(
    () => void loadSessions(stores, tab, false).finally(() => Taro.stopPullDownRefresh()),
  );
  useReachBottom(() => {
    if (shop) void liveSessions.loadMore(shop.id, tab);
  });
  const note = useCopyNote(shop ? liveSessions.idList(shop.id, tab) : shops.mine);
  // What stands around the first rows comes with them: alone it would be a transfer more.
  const isOpening =
    shop !== null &&
    (['all', 'upcoming'] as const).some((id) => {
      const { at, error } = liveSessions.idList(shop.id, id);
      return at === null && error === null;
    });
  if (!shop || isOpening) {
    const reading = shop ? LOADING : shops.mine;
    return <NoList reading={reading} onRetry={() => void loadSessions(stores, tab, false)} />;
  }
  // As far as it is read for what stands above: exact, or "20+".
  const countOf = (id: SessionTab): string => {
    if (id !== 'upcoming' && id !== 'to_record') return '';
    const { items, isComplete } = liveSessions.idList(shop.id, id);
    if (items.length === 0) return '';
    return isComplete ? String(items.length) : `${String(items.length)}+`;
  };
  const choose = (chosen: SessionTab) => {
    setTab(chosen);
    void liveSessions.load(shop.id, chosen);
  };
  const offered = SESSION_TABS.filter((id) => id !== 'to_record' || can(shop.role, 'sales.write'));
  const tabs = offered.map((id) => ({ id, label: t.sessions.tabs[id], note: countOf(id) }));
  return (
    <PageFrame offlineMessage={note} isSticky>
      <Actions shopId={shop.id} canPlan={can(shop.role, 'session.plan')} />
      <View>
        <Todo shopId={shop.id} role={shop.role} isRecorder={can(shop.role, 'sales.write')} />
      </View>
      <View className="sessions__tabs">
        <Tabs tabs={tabs} current={tab} onChange={choose} />
      </View>
      <View>{tab === 'all' && <Coming shopId={shop.id} onMore={() => choose('upcoming')} />}</View>
      {/* Groups of their own: what appears in one is not sent together with the others. */}
      <View>
        <SessionList shopId={shop.id} tab={tab} />
      </View>
    </PageFrame>
  );
});

const Actions = observer(function Actions(props: { shopId: string; canPlan: boolean }) {
  const { shopId, canPlan } = props;
  const { ui } = useStores();
  const { sessions } = useText();
  const links = [
    [sessions.plan, PATHS.plan.url({ shopId })],
    [sessions.startNow, PATHS.startNow.url({ shopId })],
    [sessions.backfill, PATHS.backfill.url({ shopId })],
  ] as const;
  const icons = [
    ['search', PATHS.findSessions.url({ shopId })],
    ['filter', PATHS.findSessions.url({ shopId, filter: 1 })],
    ['calendar', PATHS.calendar.url({ shopId })],
  ] as const;
  return (
    <View className="sessions__actions">
      {(canPlan ? links : []).map(([label, url]) => (
        <View key={url} className="sessions__action" role="button" onClick={() => ui.open(url)}>
          {label}
        </View>
      ))}
      <View className="sessions__icons">
        {icons.map(([name, url]) => (
          <View
            key={name}
            className={`sessions__icon sessions__icon--${name}`}
            role="button"
            ariaLabel={sessions[name]}
            onClick={() => ui.open(url)}
          />
        ))}
      </View>
    </View>
  );
});

interface NoListProps {
  /** The reading of the person's stores, then that of the first rows. */
  reading: ReadingState<unknown>;
  onRetry: () => void;
}

/** While nothing of a list was read yet, and for a person without a store. */
const NoList = observer(function NoList({ reading, onRetry }: NoListProps) {
  const { ui } = useStores();
  const t = useText();
  const isUnidentified = !ui.isIdentified || reading.error?.code === 'not_identified';
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
        reading={reading}
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
