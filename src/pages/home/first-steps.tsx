import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Row } from '../../components/row';
import { StatusMark } from '../../components/status-mark';
import { can } from '../../domain/shop/capabilities';
import { ownHostId } from '../../domain/shop/shop';
import { addMinutes } from '../../domain/time';
import { useText } from '../../i18n';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import type { HomeShop } from './load-home';

/** Days for which the first steps of a store are shown, unless all are done before. */
const SHOWN_DAYS = 30;

/** Props of {@link FirstSteps}. */
export interface FirstStepsProps {
  shop: HomeShop;
  hasSessions: boolean;
}

/** The first steps of a new store, ticked when they are done; nothing once all of them are. */
export const FirstSteps = observer(function FirstSteps({ shop, hasSessions }: FirstStepsProps) {
  const { ui, shops } = useStores();
  const { home, sessions } = useText();
  const hostId = ownHostId(shop);
  const shopId = shop.id;
  const readings = [...shop.followers, ...shops.hosts(shopId).flatMap((host) => host.followers)];
  const steps = [
    { id: 'plan', isDone: hasSessions, url: PATHS.plan.url({ shopId }) },
    {
      id: 'followers',
      isDone: readings.length > 0,
      url: PATHS.applicant.url({ shopId, hostId }),
    },
    { id: 'publish', isDone: shop.isPublished, url: PATHS.editShop.url({ shopId }) },
  ] as const;
  const isNew = ui.now < addMinutes(shop.registeredAt, SHOWN_DAYS * 24 * 60);
  const next = steps.find(({ isDone }) => !isDone)?.id;
  if (next === undefined || !isNew || !can(shop.role, 'shop.edit')) return null;
  return (
    <Card title={home.steps.title(shop.name)}>
      {steps.map(({ id, isDone, url }, index) => (
        <Row
          key={id}
          lead={
            isDone ? (
              <StatusMark shape="yes" label="" />
            ) : (
              <View className="home-steps__number">{index + 1}</View>
            )
          }
          title={home.steps[id]}
          note={isDone ? home.steps.done : home.steps.note[id]}
          {...(isDone
            ? {}
            : id === 'plan'
              ? {
                  value: (
                    <Button size="small" kind="primary" onTap={() => ui.open(url)}>
                      {sessions.plan}
                    </Button>
                  ),
                }
              : { onTap: () => ui.open(url) })}
        />
      ))}
    </Card>
  );
});
