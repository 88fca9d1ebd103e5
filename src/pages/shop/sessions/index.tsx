import Taro, { useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { EmptyState } from '../../../components/empty-state';
import { PageFrame } from '../../../components/page-frame';
import { PublicSessionRow } from '../../../components/public-session-row';
import { Reading } from '../../../components/reading';
import { Tabs } from '../../../components/tabs';
import { useText } from '../../../i18n';
import { usePublicText } from '../../../i18n/public';
import { usePageQuery, usePageTitle } from '../../../page-hooks';
import { PATHS } from '../../../paths';
import type { WhichSessions } from '../../../stores';
import { createShopSessionsStore } from '../../../stores/shop-sessions-store';
import { useStores } from '../../../stores-context';

/** Every session of a store, read page by page: those ahead, or past ones. */
export default observer(function ShopSessionsPage() {
  const stores = useStores();
  const { ui } = stores;
  const sessions = stores.lazy(createShopSessionsStore);
  const { publicPages } = useText();
  const t = usePublicText();
  const query = usePageQuery(PATHS.shopSessions);
  const shopId = query.shopId ?? '';
  const [which, setWhich] = useState<WhichSessions>(query.which === 'past' ? 'past' : 'ahead');
  usePageTitle(t.allTitle);
  const load = async (shown: WhichSessions): Promise<void> => {
    ui.tick();
    if (shopId !== '') await sessions.load(shopId, shown);
  };
  const loadNew = (shown: WhichSessions): void => {
    if (sessions.list(shopId, shown).at === null) void load(shown);
  };
  const loadMore = (): void => void sessions.loadMore(shopId, which);
  useDidShow(() => loadNew(which));
  usePullDownRefresh(() => void load(which).finally(() => Taro.stopPullDownRefresh()));
  useReachBottom(loadMore);
  const { items, status, error, at, isComplete } = sessions.list(shopId, which);
  if (shopId === '' || error?.code === 'not_found' || error?.code === 'invalid_input') {
    return (
      <PageFrame>
        <EmptyState
          title={t.notFoundShop}
          note={t.notFoundNote}
          action={{ label: publicPages.goHome, onTap: () => ui.open(PATHS.home.url()) }}
        />
      </PageFrame>
    );
  }
  const handleChange = (chosen: WhichSessions): void => {
    setWhich(chosen);
    loadNew(chosen);
  };
  const tabs = (['ahead', 'past'] as const).map((id) => ({ id, label: t.which[id] }));
  const none = { title: which === 'ahead' ? t.noneAhead : t.nonePast, isInline: true };
  return (
    <PageFrame>
      <Tabs tabs={tabs} current={which} onChange={handleChange} />
      <Reading
        reading={{ status, error, value: at === null ? null : items }}
        onRetry={() => void (at === null ? load(which) : loadMore())}
        empty={() => (items.length === 0 && isComplete ? none : null)}
      >
        {(shown) => (
          <>
            <Card>
              {shown.map((session) => (
                <PublicSessionRow
                  key={session.id}
                  session={session}
                  now={ui.now}
                  onTap={() => ui.open(PATHS.publicSession.url({ id: session.id }))}
                />
              ))}
            </Card>
            {!isComplete && (
              <Button kind="quiet" isBusy={status === 'loading'} onTap={loadMore}>
                {t.moreOfAll}
              </Button>
            )}
          </>
        )}
      </Reading>
    </PageFrame>
  );
});
