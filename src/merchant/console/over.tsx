import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Button } from '../../components/button';
import type { LiveSession } from '../../contract/live-session';
import type { OwnShop } from '../../contract/shop';
import { can } from '../../domain/shop/capabilities';
import { useMerchantText } from '../../i18n/merchant';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';

/** Props of {@link Over}. */
export interface OverProps {
  shop: OwnShop;
  session: LiveSession;
}

/** What follows once the session is over. */
export const Over = observer(function Over({ shop, session }: OverProps) {
  const { ui } = useStores();
  const words = useMerchantText().merchantConsole;
  const record = PATHS.record.url({ shopId: shop.id, sessionId: session.id });
  return (
    <View className="console__over">
      <View className="console__main">
        <Button onTap={() => ui.replace(PATHS.session.url({ id: session.id }))}>
          {words.seeSession}
        </Button>
      </View>
      {session.state === 'ended' && can(shop.role, 'sales.write') && (
        <View className="console__main">
          <Button kind="primary" onTap={() => ui.open(record)}>
            {words.record}
          </Button>
        </View>
      )}
    </View>
  );
});
