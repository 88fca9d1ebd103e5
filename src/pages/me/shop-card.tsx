import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { Row } from '../../components/row';
import { StatusMark } from '../../components/status-mark';
import { can } from '../../domain/shop/capabilities';
import { useText } from '../../i18n';
import { PATHS } from '../../paths';
import type { RootStore } from '../../stores';
import { useStores } from '../../stores-context';
import './index.css';

type Shop = NonNullable<RootStore['shops']['current']>;

/** One of my stores: my role, what the public sees, and the places to change it. */
export const ShopCard = observer(function ShopCard({ shop }: { shop: Shop }) {
  const { ui, shops } = useStores();
  const t = useText();
  const isCurrent = shops.current?.id === shop.id;
  const isVerified = shop.verification.state === 'verified';
  return (
    <Card>
      <View className="me-shop">
        <View className="me-shop__name">{shop.name}</View>
        <View className="me-shop__about">
          <StatusMark
            shape={isVerified ? 'yes' : 'question'}
            label={t.common.verification[shop.verification.state]}
          />
          <View className="me-shop__role">
            {[
              t.me.roleIs(t.common.role[shop.role]),
              t.common.lineOfBusiness[shop.lineOfBusiness],
            ].join(' · ')}
          </View>
        </View>
      </View>
      <Row
        title={t.me.edit}
        value={
          shop.suspension !== null
            ? t.me.suspended
            : shop.isPublished
              ? t.me.published
              : t.me.unpublished
        }
        onTap={() => ui.open(PATHS.editShop.url({ shopId: shop.id }))}
      />
      <Row
        title={t.me.hosts}
        value={t.me.hostCount(shop.hostCount)}
        onTap={() => ui.open(PATHS.hosts.url({ shopId: shop.id }))}
      />
      {can(shop.role, 'incentive.read') && (
        <Row
          title={t.me.applicant}
          onTap={() => ui.open(PATHS.applicant.url({ shopId: shop.id }))}
        />
      )}
      {shop.isPublished && (
        <Row title={t.me.page} onTap={() => ui.open(PATHS.shop.url({ id: shop.id }))} />
      )}
      {shops.all.length > 1 &&
        (isCurrent ? (
          <Row title={t.me.current} value="✓" />
        ) : (
          <Row title={t.me.switchTo} onTap={() => shops.select(shop.id)} />
        ))}
    </Card>
  );
});
