import { View } from '@tarojs/components';
import { useDidHide, useDidShow } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';

import { PageFrame } from '../../components/page-frame';
import { Reading } from '../../components/reading';
import { shopIdOf } from '../../domain/shop/ids';
import { useMerchantText } from '../../i18n/merchant';
import { usePageQuery, usePageTitle } from '../../page-hooks';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import { useConsoles } from '../shared/merchant-stores';
import { ShopPage } from '../shared/shop-page';
import { ConsoleView } from './console-view';
import './index.css';

/** Keeps the screen on while the page is shown; whether it stays on. */
function useScreenOn(): boolean {
  const { ui } = useStores();
  const [isOn, setOn] = useState(false);
  useDidShow(() => void ui.keepScreenOn(true).then(setOn));
  useDidHide(() => void ui.keepScreenOn(false));
  useEffect(() => () => void ui.keepScreenOn(false), [ui]);
  return isOn;
}

/** The hour on air, legible at arm's length: it works without a network, and shows what others tap. */
export default observer(function ConsolePage() {
  const sessionId = usePageQuery(PATHS.console).id ?? '';
  const { liveSessions, ui } = useStores();
  const run = useConsoles().of(sessionId);
  usePageTitle(useMerchantText().merchantConsole.title);
  const isKeptOn = useScreenOn();
  useDidShow(() => run.wake());
  useEffect(() => {
    if (!ui.isOffline) run.wake();
  }, [run, ui.isOffline]);
  const load = () => void liveSessions.loadSession(sessionId);
  return (
    <View className="console">
      <ShopPage shopId={shopIdOf(sessionId)}>
        {(shop) =>
          run.session ? (
            <ConsoleView shop={shop} session={run.session} run={run} isKeptOn={isKeptOn} />
          ) : (
            <PageFrame>
              <Reading reading={liveSessions.session(sessionId)} onRetry={load} />
            </PageFrame>
          )
        }
      </ShopPage>
    </View>
  );
});
