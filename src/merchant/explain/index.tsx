import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect } from 'react';

import { ErrorState } from '../../components/error-state';
import { LoadingState } from '../../components/loading-state';
import { PageFrame } from '../../components/page-frame';
import type { OwnShop } from '../../contract/shop';
import { chinaDayOf, yearOf } from '../../domain/time';
import { wordError } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import type { ExplainSubject } from '../../stores';
import { useStores } from '../../stores-context';
import { ShopPage, useOfflineMessage } from '../shared/shop-page';
import { usePageTitle, useQuery } from '../../page-hooks';
import { ConditionCard } from './condition-card';
import { LeavesCard } from './leaves-card';
import { SourceLines } from './source-lines';
import './index.css';

/** Where the value of one condition comes from: the words, the sum, and every entry behind it. */
export default observer(function ExplainPage() {
  const query = useQuery('shopId', 'hostId', 'year', 'awardId', 'tierId', 'conditionId');
  const { ui } = useStores();
  usePageTitle(useMerchantText().merchantMoney.explain.title);
  const of = (shop: OwnShop): ExplainSubject => ({
    shopId: shop.id,
    hostId: query.hostId,
    year: Number(query.year ?? yearOf(chinaDayOf(ui.now))),
    awardId: query.awardId ?? '',
    tierId: query.tierId ?? '',
    conditionId: query.conditionId ?? '',
  });
  return (
    <ShopPage shopId={query.shopId}>{(shop) => <Explain shop={shop} of={of(shop)} />}</ShopPage>
  );
});

const Explain = observer(function Explain({ shop, of }: { shop: OwnShop; of: ExplainSubject }) {
  const { incentives } = useStores();
  const t = useMerchantText();
  const key = JSON.stringify(of);
  useEffect(() => {
    const subject = JSON.parse(key) as ExplainSubject;
    void incentives.load({ shopId: subject.shopId, hostId: subject.hostId, year: subject.year });
    void incentives.loadExplanation(subject);
  }, [incentives, key]);
  // Back from recording or stating something: what is listed may have grown.
  useDidShow(() => {
    if (incentives.explanation(of).status === 'ready') void incentives.loadExplanation(of);
  });
  const { value, error, status, at } = incentives.progress(of);
  const offlineMessage = useOfflineMessage(at);
  const ruleSet = value && incentives.ruleSet(value.ruleSetKey);
  if (!value || !ruleSet) {
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
  const tier = value.progress.awards
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
      <LeavesCard shop={shop} of={of} view={value} metric={answer.metric} ruleSet={ruleSet} />
      <SourceLines rule={rule} ruleSet={ruleSet} />
      <View className="hl-footnote">{t.incentive.independence}</View>
    </PageFrame>
  );
});
