import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';

import { AwardRoad } from '../../components/award-road';
import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { PageFrame } from '../../components/page-frame';
import { Reading } from '../../components/reading';
import { Row } from '../../components/row';
import { FIRST_YEAR } from '../../domain/time';
import { useMerchantText } from '../../i18n/merchant';
import { usePageTitle, useShownYear } from '../../page-hooks';
import { PATHS } from '../../paths';
import type { OwnSums } from '../../stores';
import { useStores } from '../../stores-context';
import { useOfflineMessage } from '../shared/shop-page';
import { YearHead } from '../shared/year-head';
import { PlaceRows } from './place-rows';
import { useHosts } from '../shared/merchant-stores';

/** What a person sold as a host, over the stores that let them see it. */
export default observer(function OwnSumsPage() {
  const hosts = useHosts();
  const t = useMerchantText();
  const words = t.merchantHosts.own;
  const joinWords = t.merchantTeam.join;
  const { ui, shops } = useStores();
  const { year, thisYear, setYear } = useShownYear();
  usePageTitle(words.title);
  useEffect(() => {
    void hosts.loadMine(year);
  }, [hosts, year]);
  // Opened first, by a link: the way to a store's sessions is offered once the stores are known.
  useEffect(() => {
    if (shops.mine.value === null) void shops.loadMine();
  }, [shops]);
  // A person may have joined a store on the page of the code.
  useDidShow(() => void hosts.loadMine(year));
  const sums = hosts.mine(year);
  const offlineMessage = useOfflineMessage(sums.at);
  return (
    <PageFrame offlineMessage={offlineMessage}>
      <YearHead name="" year={year} first={FIRST_YEAR} last={thisYear} onChange={setYear} />
      <Reading reading={sums} onRetry={() => void hosts.loadMine(year)}>
        {(value) => (
          <>
            <Sums sums={value} />
            <Card>
              <Row title={joinWords.byCode} onTap={() => ui.open(PATHS.join.url())} />
            </Card>
          </>
        )}
      </Reading>
      <View className="hl-footnote">{t.incentive.independence}</View>
    </PageFrame>
  );
});

const Sums = observer(function Sums({ sums }: { sums: OwnSums }) {
  const { incentives } = useStores();
  const words = useMerchantText().merchantHosts.own;
  const [tierId, setTierId] = useState<string | null>(null);
  if (sums.places.length === 0) {
    return (
      <Card>
        <EmptyState isInline title={words.empty} note={words.emptyNote} />
      </Card>
    );
  }
  const scheme = incentives.ownSchemes(sums)[0];
  const award = scheme?.progress.awards.find(({ metric }) => metric === 'net_sales');
  const rule = scheme?.ruleSet.awards.find(({ awardId }) => awardId === award?.awardId);
  return (
    <>
      {award && rule && (
        <Card title={words.sum(sums.year)}>
          <AwardRoad
            award={award}
            rule={rule}
            facts={scheme?.ruleSet.facts ?? []}
            year={sums.year}
            sums={null}
            selectedTierId={tierId}
            onSelect={setTierId}
          />
        </Card>
      )}
      <View className="hl-footnote">{words.sumNote}</View>
      <PlaceRows sums={sums} />
    </>
  );
});
