import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useEffect } from 'react';

import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { Money } from '../../components/money';
import { PageFrame } from '../../components/page-frame';
import { Reading } from '../../components/reading';
import { Row } from '../../components/row';
import type { OwnShop } from '../../contract/shop';
import { netBounds } from '../../domain/sales';
import { FIRST_YEAR } from '../../domain/time';
import { wordReadError } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { useNewDay, usePageQuery, usePageTitle, useShownYear } from '../../page-hooks';
import { PATHS } from '../../paths';
import type { ProgressSubject, ProgressView } from '../../stores';
import { useStores } from '../../stores-context';
import { ShopPage, useOfflineMessage } from '../shared/shop-page';
import { YearHead } from '../shared/year-head';
import { SchemeList } from './scheme-list';
import './index.css';

/** One ledger under every scheme: where a host or store stands in each, the nearest first. */
export default observer(function SchemesPage() {
  const query = usePageQuery(PATHS.schemes);
  usePageTitle(useMerchantText().merchantLedger.schemes.title);
  return (
    <ShopPage shopId={query.shopId}>
      {(shop) => <Schemes shop={shop} hostId={query.hostId} asked={query.year} />}
    </ShopPage>
  );
});

interface SchemesProps {
  shop: OwnShop;
  hostId: string | null;
  asked: number | null;
}

const Schemes = observer(function Schemes({ shop, hostId, asked }: SchemesProps) {
  const { incentives } = useStores();
  const { year, thisYear, setYear } = useShownYear(asked);
  const subject = { shopId: shop.id, hostId, year };
  useEffect(() => {
    void incentives.load({ shopId: shop.id, hostId, year });
  }, [incentives, shop.id, hostId, year]);
  useNewDay(() => void incentives.load(subject));
  const reading = incentives.progress(subject);
  const offlineMessage = useOfflineMessage(reading.at);
  return (
    <PageFrame offlineMessage={reading.value && offlineMessage}>
      <YearHead
        name={reading.value?.subject.name ?? shop.name}
        year={year}
        first={FIRST_YEAR}
        last={thisYear}
        onChange={setYear}
      />
      <Reading reading={reading} rows={5} onRetry={() => void incentives.load(subject)}>
        {(view) => <OneLedger subject={subject} view={view} />}
      </Reading>
    </PageFrame>
  );
});

const OneLedger = observer(function OneLedger(props: {
  subject: ProgressSubject;
  view: ProgressView;
}) {
  const { subject, view } = props;
  const { ui, incentives } = useStores();
  const t = useMerchantText();
  const words = t.merchantLedger.schemes;
  const schemes = incentives.schemes(view);
  const net = view.sums && netBounds(view.sums);
  // What is on the screen decides, not the setting: a read may be under way, or have failed.
  const isShown = schemes.some(({ ruleSet }) => ruleSet.forComparison === true);
  const isRead = incentives.progress(subject).status !== 'loading';
  const offered = isShown ? words.hideElsewhere : words.showElsewhere;
  const handleCompare = async () => {
    await incentives.compare(!isShown);
    const { error } = incentives.progress(subject);
    if (error) ui.toast(wordReadError(error, t));
  };
  const comparison = (
    <Card>
      <Row
        title={isRead ? offered : t.common.state.loading}
        note={words.elsewhereNote}
        onTap={() => void handleCompare()}
      />
    </Card>
  );
  if (schemes.length === 0) {
    return (
      <>
        <Card>
          <EmptyState isInline title={words.none} note={words.noneNote} />
        </Card>
        {comparison}
      </>
    );
  }
  return (
    <>
      <View className="schemes__head">
        <Money
          amount={net?.low ?? null}
          high={net?.high ?? null}
          size="figure"
          info={{
            label: t.common.net,
            basis: t.incentive.metricBasis.net_sales,
            period: t.incentive.figure.calendarYear(view.year),
            formula: t.incentive.metricFormula.net_sales,
          }}
          whyUnknown={t.incentive.missing.nothing_recorded}
        />
        <View className="schemes__what">{words.oneLedger(view.year)}</View>
      </View>
      <SchemeList
        schemes={schemes}
        net={net}
        onOpen={(schemeId) => {
          incentives.ask({ ...subject, schemeId });
          ui.open(PATHS.progress.url());
        }}
      />
      {comparison}
      <Card>
        <Row title={t.incentive.final.title} onTap={() => ui.open(PATHS.final.url(subject))} />
      </Card>
      <View className="hl-footnote">{words.scale}</View>
      <View className="hl-footnote">{t.incentive.independence}</View>
    </>
  );
});
