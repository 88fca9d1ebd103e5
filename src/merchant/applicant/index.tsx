import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';

import { ErrorState } from '../../components/error-state';
import { LoadingState } from '../../components/loading-state';
import { PageFrame } from '../../components/page-frame';
import { YearPicker } from '../../components/year-picker';
import type { Host, OwnShop } from '../../contract/shop';
import { chinaDayOf, yearOf } from '../../domain/time';
import { useText, wordError } from '../../i18n';
import { useStores } from '../../stores-context';
import { ShopPage, useOfflineMessage } from '../shared/shop-page';
import { usePageTitle, useQuery } from '../shared/use-page';
import { FactList } from './fact-list';
import { FollowerList } from './follower-list';
import './index.css';

/** What an applicant, a store or one of its hosts, says of themself, and their followers. */
export default observer(function ApplicantPage() {
  const { shopId, hostId } = useQuery('shopId', 'hostId');
  const { shops } = useStores();
  usePageTitle(useText().merchantShop.applicant.title);
  return (
    <ShopPage shopId={shopId}>
      {(shop) => <Applicant shop={shop} host={hostId === null ? null : shops.host(hostId)} />}
    </ShopPage>
  );
});

const FIRST_YEAR = 2018;

const Applicant = observer(function Applicant({ shop, host }: { shop: OwnShop; host: Host | null }) {
  const { ui, shops, incentives } = useStores();
  const t = useText();
  const words = t.merchantShop.applicant;
  const thisYear = yearOf(chinaDayOf(ui.now));
  const [year, setYear] = useState(thisYear);
  const subject = { shopId: shop.id, hostId: host?.id ?? null, year };
  const offlineMessage = useOfflineMessage(shops.mine.at);
  useEffect(() => {
    void incentives.load({ shopId: shop.id, hostId: host?.id ?? null, year });
  }, [incentives, shop.id, host?.id, year]);
  const { value, error, status } = incentives.progress(subject);
  const ruleSet = value && incentives.ruleSet(value.ruleSetKey);
  const subjectKind = host ? 'host' : 'shop';
  return (
    <PageFrame offlineMessage={offlineMessage}>
      <View className="applicant__head">
        <View className="applicant__name">{host ? words.ofHost(host.name) : shop.name}</View>
        <View className="applicant__purpose">{words.purpose}</View>
      </View>
      <YearPicker
        year={year}
        first={FIRST_YEAR}
        last={thisYear}
        onChange={setYear}
        earlierLabel={words.yearPicker}
        laterLabel={words.yearPicker}
        format={words.year}
      />
      {ruleSet && (
        <FactList
          applicant={{ shopId: shop.id, hostId: host?.id ?? null }}
          rules={ruleSet.facts.filter((rule) => rule.subject === subjectKind)}
          facts={host ? host.facts : shop.facts}
          year={year}
        />
      )}
      {!ruleSet && error && (
        <ErrorState
          message={wordError(error, t)}
          retryLabel={t.common.action.retry}
          isBusy={status === 'loading'}
          onRetry={() => void incentives.load(subject)}
        />
      )}
      {!ruleSet && !error && <LoadingState label={t.common.state.loading} />}
      <FollowerList shop={shop} host={host} />
    </PageFrame>
  );
});
