import Taro, {
  useDidHide,
  useDidShow,
  usePullDownRefresh,
  useReachBottom,
  useShareAppMessage,
} from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Card } from '../../components/card';
import { LoadingState } from '../../components/loading-state';
import { PageFrame } from '../../components/page-frame';
import { Row } from '../../components/row';
import { ShareCanvas } from '../../components/share-canvas';
import { useText } from '../../i18n';
import { sharedMessage, useNewDay, usePreparedCard, useTabTitle } from '../../page-hooks';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import { useCopyNote } from '../shared/copy-note';
import { DiscoverSessions, DiscoverStores } from './discover';
import { homeTasks, loadHome } from './load-home';
import { MerchantHome } from './merchant-home';
import { useTaskCard } from './task-card';
import './index.css';

/** Home: what a merchant does next; for anyone else what is on air, and the check without login. */
export default observer(function HomePage() {
  const stores = useStores();
  const { common, home } = useText();
  const { ui, shops, discover, share, answers } = stores;
  const [isDiscovering, setDiscovering] = useState(false);
  const shop = shops.current;
  const tasks = shop ? homeTasks(stores, shop.id) : [];
  const card = useTaskCard(shop, tasks[0] ?? null);
  usePreparedCard(card);
  useTabTitle(home.title);
  const load = (isFresh: boolean): Promise<void> => loadHome(stores, isFresh);
  useDidShow(() => void load(false));
  useDidHide(() => answers.settle());
  useNewDay(() => void load(false));
  usePullDownRefresh(() => void load(true).finally(() => Taro.stopPullDownRefresh()));
  const isDiscovery = shop === null || isDiscovering;
  useReachBottom(() => {
    if (isDiscovery) void discover.loadMore();
  });
  useShareAppMessage(() =>
    sharedMessage(
      (card && share.card(card.path)) ?? {
        title: common.app.name,
        path: PATHS.home.url(),
        picture: null,
      },
    ),
  );
  const note = useCopyNote(shop ? stores.home.home(shop.id) : discover.shops);
  // Nothing is known yet of whether the person has a store.
  const { mine } = shops;
  const { value, error } = shop ? stores.home.home(shop.id) : mine;
  const isUnknown = ui.isIdentified && value === null && error === null;
  const discoverNow = (): void => {
    setDiscovering(true);
    void discover.load();
  };
  return (
    <PageFrame offlineMessage={note} onRetry={() => void load(true)}>
      <ShareCanvas id={share.canvasId} />
      {isUnknown ? (
        <LoadingState label={common.state.loading} rows={6} />
      ) : (
        <>
          {shop && (
            <MerchantHome
              shop={shop}
              tasks={tasks}
              sharedPath={card?.path ?? null}
              onRetry={() => void load(true)}
            />
          )}
          {isDiscovery && <DiscoverSessions />}
          <Ways onDiscover={isDiscovery ? null : discoverNow} />
          {isDiscovery && <DiscoverStores />}
        </>
      )}
    </PageFrame>
  );
});

/** Ways on: the check; of a merchant what others have on air, of anyone else following and registering. */
const Ways = observer(function Ways({ onDiscover }: { onDiscover: (() => void) | null }) {
  const { ui, shops } = useStores();
  const { home, me } = useText();
  const isStranger = shops.current === null;
  return (
    <Card>
      {onDiscover && <Row title={home.onAirHere} onTap={onDiscover} />}
      <Row
        title={home.checkTitle}
        note={home.checkNote}
        onTap={() => ui.open(PATHS.precheck.url())}
      />
      {isStranger && ui.isIdentified && (
        <Row title={me.follows} note={me.followsNote} onTap={() => ui.open(PATHS.follows.url())} />
      )}
      {isStranger && (
        <Row
          title={home.register}
          note={home.registerNote}
          onTap={() => ui.open(PATHS.register.url())}
        />
      )}
    </Card>
  );
});
