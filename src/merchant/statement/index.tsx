import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';

import { PageFrame } from '../../components/page-frame';
import { Reading } from '../../components/reading';
import type { OwnShop } from '../../contract/shop';
import { YEAR_VIEWS, type YearView } from '../../domain/sales';
import { FIRST_YEAR } from '../../domain/time';
import { useMerchantText } from '../../i18n/merchant';
import { usePageQuery, usePageTitle, useShownYear } from '../../page-hooks';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import { useStatements } from '../shared/merchant-stores';
import { ShopPage, useOfflineMessage } from '../shared/shop-page';
import { YearHead } from '../shared/year-head';
import { StatementCards } from './statement-cards';
import './index.css';

/** The sales of a year by month and quarter, with refunds on the day of sale or of return. */
export default observer(function StatementPage() {
  const query = usePageQuery(PATHS.statement);
  usePageTitle(useMerchantText().merchantMoney.statement.title);
  return (
    <ShopPage shopId={query.shopId}>
      {(shop) => <Statement shop={shop} hostId={query.hostId} asked={query.year} />}
    </ShopPage>
  );
});

interface StatementProps {
  shop: OwnShop;
  hostId: string | null;
  asked: number | null;
}

const Statement = observer(function Statement({ shop, hostId, asked }: StatementProps) {
  const { incentives } = useStores();
  const statements = useStatements();
  const { year, thisYear, setYear } = useShownYear(asked);
  const [view, setView] = useState<YearView>('sale');
  const subject = { shopId: shop.id, hostId, year };
  const read = () => void statements.load({ shopId: shop.id, hostId, year });
  useEffect(() => {
    void statements.load({ shopId: shop.id, hostId, year });
    void incentives.load({ shopId: shop.id, hostId, year });
  }, [statements, incentives, shop.id, hostId, year]);
  // Back from recording an amount: the sums may have changed.
  useDidShow(() => {
    if (statements.year(subject).status === 'ready') read();
  });
  const reading = statements.year(subject);
  return (
    <PageFrame offlineMessage={useOfflineMessage(reading.at)}>
      <YearHead
        name={reading.value?.subject.name ?? shop.name}
        year={year}
        first={FIRST_YEAR}
        last={thisYear}
        onChange={setYear}
      />
      <ViewSwitch view={view} onChange={setView} />
      <Reading reading={reading} rows={4} onRetry={read}>
        {(value) => (
          <StatementCards
            shopId={shop.id}
            value={value}
            view={view}
            progress={incentives.progress(subject).value}
          />
        )}
      </Reading>
    </PageFrame>
  );
});

interface ViewSwitchProps {
  view: YearView;
  onChange: (view: YearView) => void;
}

/** By day of sale, or by day of return. */
function ViewSwitch({ view, onChange }: ViewSwitchProps) {
  const words = useMerchantText().merchantMoney.statement;
  return (
    <View className="statement__switch">
      {YEAR_VIEWS.map((choice) => (
        <View
          key={choice}
          className={choice === view ? 'statement__way statement__way--chosen' : 'statement__way'}
          role="radio"
          onClick={() => onChange(choice)}
        >
          {words.by[choice]}
        </View>
      ))}
    </View>
  );
}
