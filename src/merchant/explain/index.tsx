import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useEffect } from 'react';

import { ErrorState } from '../../components/error-state';
import { LoadingState } from '../../components/loading-state';
import { PageFrame } from '../../components/page-frame';
import type { OwnShop } from '../../contract/shop';
import { chinaDayOf, yearOf } from '../../domain/time';
import { wordError } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import type { ProgressSubject } from '../../stores';
import { useStores } from '../../stores-context';
import { ShopPage, useOfflineMessage } from '../shared/shop-page';
import { usePageTitle, useQuery } from '../../page-hooks';
import { ConditionCard } from './condition-card';
import { LeavesCard } from './leaves-card';
import { SourceLines } from './source-lines';
import './index.css';

/** Where the value of one condition comes from: the words, the sum, and every entry behind it. */
export default observer(function ExplainPage() {
  const query = useQuery('shopId', 'hostId', 'year', 'scheme', 'awardId', 'tierId', 'conditionId');
  const { ui } = useStores();
  usePageTitle(useMerchantText().merchantMoney.explain.title);
  const of = (shop: OwnShop): ConditionSubject => ({
    shopId: shop.id,
    hostId: query.hostId,
    year: Number(query.year ?? yearOf(chinaDayOf(ui.now))),
    scheme: query.scheme,
    awardId: query.awardId ?? '',
    tierId: query.tierId ?? '',
    conditionId: query.conditionId ?? '',
  });
  return (
    <ShopPage shopId={query.shopId}>{(shop) => <Explain shop={shop} of={of(shop)} />}</ShopPage>
  );
});

/** The condition that is explained; without a scheme, of the one that covers the year. */
interface ConditionSubject extends ProgressSubject {
  scheme: string | null;
  awardId: string;
  tierId: string;
  conditionId: string;
}

const Explain = observer(function Explain({ shop, of }: { shop: OwnShop; of: ConditionSubject }) {
  const { incentives } = useStores();
  const t = useMerchantText();
  const { shopId, hostId, year } = of;
  useEffect(() => {
    void incentives.load({ shopId, hostId, year });
  }, [incentives, shopId, hostId, year]);
  const { value, error, status, at } = incentives.progress(of);
  const offlineMessage = useOfflineMessage(at);
  const schemes = value ? incentives.schemes(value) : [];
  const scheme = schemes.find(({ ruleSet }) => ruleSet.ruleSetId === of.scheme) ?? schemes[0];
  if (!value || !scheme) {
    return (
      <PageFrame>
        {error ? (
          <ErrorState
            message={wordError(error, t)}
            retryLabel={t.common.action.retry}
            isBusy={status === 'loading'}
            onRetry={() => void incentives.load(of)}
          />
        ) : (
          <LoadingState label={t.common.state.loading} />
        )}
      </PageFrame>
    );
  }
  const { ruleSet, progress } = scheme;
  const tier = progress.awards
    .find(({ awardId }) => awardId === of.awardId)
    ?.tiers.find(({ tierId }) => tierId === of.tierId);
  const answer = tier?.conditions.find(({ conditionId }) => conditionId === of.conditionId);
  const rule = ruleSet.awards
    .find(({ awardId }) => awardId === of.awardId)
    ?.tiers.find(({ tierId }) => tierId === of.tierId)
    ?.conditions.find(({ conditionId }) => conditionId === of.conditionId);
  if (!answer || !rule) {
    return (
      <PageFrame>
        <ErrorState
          message={t.merchantMoney.explain.notFound}
          retryLabel={t.common.action.retry}
          onRetry={() => void incentives.load(of)}
        />
      </PageFrame>
    );
  }
  return (
    <PageFrame offlineMessage={offlineMessage}>
      <ConditionCard view={value} answer={answer} rule={rule} />
      <LeavesCard
        shop={shop}
        of={{ shopId, hostId, year, metric: answer.metric, month: null }}
        view={value}
        metric={answer.metric}
        ruleSet={ruleSet}
      />
      <SourceLines rule={rule} ruleSet={ruleSet} />
      <View className="hl-footnote">{t.incentive.independence}</View>
    </PageFrame>
  );
});
