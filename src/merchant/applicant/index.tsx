import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useEffect } from 'react';

import { PageFrame } from '../../components/page-frame';
import { Reading } from '../../components/reading';
import { YearPicker } from '../../components/year-picker';
import type { Host, OwnShop } from '../../contract/shop';
import { can } from '../../domain/shop/capabilities';
import { FIRST_YEAR, yearOf } from '../../domain/time';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';
import { ShopPage, useOfflineMessage } from '../shared/shop-page';
import { usePageQuery, usePageTitle, useShownYear } from '../../page-hooks';
import { PATHS } from '../../paths';
import { askedFacts } from './asked-facts';
import { FactList } from './fact-list';
import { FollowerList } from './follower-list';
import './index.css';
import { ownHostId } from '../../domain/shop/shop';

/** What an applicant, a store or one of its hosts, says of themself, and their followers. */
export default observer(function ApplicantPage() {
  const { shopId, hostId, year } = usePageQuery(PATHS.applicant);
  usePageTitle(useMerchantText().merchantShop.applicant.title);
  return (
    <ShopPage withHosts shopId={shopId}>
      {(shop) => <ShopApplicant shop={shop} hostId={hostId} year={year} />}
    </ShopPage>
  );
});

interface ShopApplicantProps {
  shop: OwnShop;
  hostId: string | null;
  year: number | null;
}

/** Finds whom the page is about; a streamer's own store stands for the streamer. */
const ShopApplicant = observer(function ShopApplicant({ shop, hostId, year }: ShopApplicantProps) {
  const { shops } = useStores();
  const hosts = shops.hosts(shop.id);
  const wanted = hostId ?? ownHostId(shop);
  const host = hosts.find(({ id }) => id === wanted);
  if (wanted !== null && !host) {
    return (
      <PageFrame>
        <Reading
          reading={{ status: 'ready', value: null, error: null }}
          onRetry={() => void shops.loadMine()}
        />
      </PageFrame>
    );
  }
  return <Applicant key={host?.id ?? shop.id} shop={shop} host={host ?? null} asked={year} />;
});

/** The year in the address, if it is one that can be shown. */
function yearAsked(asked: number | null, thisYear: number): number {
  return asked !== null && asked >= FIRST_YEAR && asked <= thisYear ? asked : thisYear;
}

interface ApplicantProps {
  shop: OwnShop;
  host: Host | null;
  /** The year in the address. */
  asked: number | null;
}

const Applicant = observer(function Applicant({ shop, host, asked }: ApplicantProps) {
  const { ui, shops } = useStores();
  const words = useMerchantText().merchantShop.applicant;
  const { year, thisYear, setYear } = useShownYear(yearAsked(asked, yearOf(ui.today)));
  const offlineMessage = useOfflineMessage(shops.mine.at);
  return (
    <PageFrame offlineMessage={offlineMessage}>
      <View className="applicant__head">
        <View className="applicant__name">{host ? words.ofHost(host.name) : shop.name}</View>
        <View className="applicant__purpose">
          {can(shop.role, 'applicant.write') ? words.purpose : words.readOnly}
        </View>
      </View>
      <YearPicker
        year={year}
        first={FIRST_YEAR}
        last={thisYear}
        onChange={setYear}
        earlierLabel={words.earlier}
        laterLabel={words.later}
        format={words.year}
      />
      <Facts shop={shop} host={host} year={year} />
      <FollowerList shop={shop} host={host} year={year} />
    </PageFrame>
  );
});

interface FactsProps {
  shop: OwnShop;
  host: Host | null;
  year: number;
}

/** The facts the schemes in force ask for; which those are comes with the progress. */
const Facts = observer(function Facts({ shop, host, year }: FactsProps) {
  const { incentives } = useStores();
  const applicant = { shopId: shop.id, hostId: host?.id ?? null };
  const subject = { ...applicant, year };
  useEffect(() => {
    void incentives.load({ shopId: shop.id, hostId: host?.id ?? null, year });
  }, [incentives, shop.id, host?.id, year]);
  const facts = host ? host.facts : shop.facts;
  return (
    <Reading reading={incentives.progress(subject)} onRetry={() => void incentives.load(subject)}>
      {(view) => {
        const rules = askedFacts(incentives.schemes(view), host ? 'host' : 'shop', facts);
        return <FactList applicant={applicant} rules={rules} facts={facts} year={year} />;
      }}
    </Reading>
  );
});
