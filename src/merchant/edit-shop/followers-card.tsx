import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';

import { Card } from '../../components/card';
import { Row } from '../../components/row';
import { Sheet } from '../../components/sheet';
import { useMerchantText } from '../../i18n/merchant';
import { createFollowStore } from '../../stores/follow-store';
import { useStores } from '../../stores-context';
import { AudienceRow } from '../shared/audience-row';

/** How many people follow the store; what that counts is a tap away. */
export const FollowersCard = observer(function FollowersCard({ shopId }: { shopId: string }) {
  const follows = useStores().lazy(createFollowStore);
  const t = useMerchantText();
  const words = t.merchantShop.edit;
  const [isOpen, setOpen] = useState(false);
  const { value: count, error } = follows.count(shopId);
  useEffect(() => void follows.loadCount(shopId), [follows, shopId]);
  const unread = error === null ? t.common.state.loading : words.followersUnread;
  return (
    <Card>
      <Row
        title={count === null ? words.followersTitle : words.followers(count)}
        note={count === null ? unread : null}
        onTap={() => setOpen(true)}
      />
      <AudienceRow page={{ shopId, sessionId: null }} />
      <Sheet
        isOpen={isOpen}
        title={words.followersTitle}
        closeLabel={t.common.action.close}
        onClose={() => setOpen(false)}
      >
        <View className="edit-shop__followers">{words.followersNote}</View>
      </Sheet>
    </Card>
  );
});
