import Taro, {
  useDidShow,
  usePullDownRefresh,
  useReachBottom,
  useShareAppMessage,
} from '@tarojs/taro';
import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { PageFrame } from '../../components/page-frame';
import { Row } from '../../components/row';
import { ShareCanvas } from '../../components/share-canvas';
import { useText } from '../../i18n';
import { sharedMessage, useNewDay, useTabTitle } from '../../page-hooks';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import { useCopyNote } from '../shared/copy-note';
import { DiscoverSessions, DiscoverStores } from './discover';
import { MerchantStrip } from './merchant-strip';
import { loadHome, stripSession } from './load-home';

/** Home: what a merchant does next, what is on air for everybody, and the check without login. */
export default observer(function HomePage() {
  const stores = useStores();
  const { common, home, me } = useText();
  const { ui, shops, discover, share } = stores;
  const shop = shops.current;
  const session = shop && stripSession(stores, shop.id);
  useTabTitle(home.title);
  useDidShow(() => void loadHome(stores));
  useNewDay(() => void loadHome(stores));
  usePullDownRefresh(() => void loadHome(stores).finally(() => Taro.stopPullDownRefresh()));
  useReachBottom(() => void discover.loadMore());
  useShareAppMessage(() =>
    sharedMessage(
      (session && share.card(PATHS.publicSession.url({ id: session.id }))) ?? {
        title: common.app.name,
        path: PATHS.home.url(),
        picture: null,
      },
    ),
  );
  const note = useCopyNote(discover.shops);
  return (
    <PageFrame offlineMessage={note}>
      <ShareCanvas id={share.canvasId} />
      {shop && <MerchantStrip shop={shop} session={session} />}
      <DiscoverSessions />
      <Card>
        <Row
          title={home.checkTitle}
          note={home.checkNote}
          onTap={() => ui.open(PATHS.precheck.url())}
        />
        {!shop && ui.isIdentified && (
          <Row
            title={me.follows}
            note={me.followsNote}
            onTap={() => ui.open(PATHS.follows.url())}
          />
        )}
        {!shop && (
          <Row
            title={home.register}
            note={home.registerNote}
            onTap={() => ui.open(PATHS.register.url())}
          />
        )}
      </Card>
      <DiscoverStores />
    </PageFrame>
  );
});
