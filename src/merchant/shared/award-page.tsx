import { observer } from 'mobx-react-lite';
import { useEffect, type ReactNode } from 'react';

import { PageFrame } from '../../components/page-frame';
import { Reading } from '../../components/reading';
import type { OwnShop } from '../../contract/shop';
import type { AwardAnswer, AwardRule } from '../../domain/incentive';
import { useMerchantText } from '../../i18n/merchant';
import { useNewDay, usePageQuery, useShownYear } from '../../page-hooks';
import { PATHS } from '../../paths';
import type { ProgressSubject, ProgressView, Scheme } from '../../stores';
import { useStores } from '../../stores-context';
import { ShopPage, useOfflineMessage } from './shop-page';

/** What a page about one award draws. */
export interface AwardPageContent {
  shop: OwnShop;
  subject: ProgressSubject;
  view: ProgressView;
  scheme: Scheme;
  award: AwardAnswer;
  rule: AwardRule;
}

/** Props of {@link AwardPage}. */
export interface AwardPageProps {
  children: (content: AwardPageContent) => ReactNode;
}

/**
 * The ground of a page about one award of a host or store: query `shopId`, `hostId`, `year`,
 * `scheme`, `awardId`. Without the last two the first award of the scheme that covers the year.
 */
export const AwardPage = observer(function AwardPage({ children }: AwardPageProps) {
  const query = usePageQuery(PATHS.award);
  const { year } = useShownYear(query.year);
  return (
    <ShopPage shopId={query.shopId}>
      {(shop) => (
        <ShopAward
          shop={shop}
          subject={{ shopId: shop.id, hostId: query.hostId, year }}
          schemeId={query.scheme}
          awardId={query.awardId}
        >
          {children}
        </ShopAward>
      )}
    </ShopPage>
  );
});

interface ShopAwardProps extends AwardPageProps {
  shop: OwnShop;
  subject: ProgressSubject;
  schemeId: string | null;
  awardId: string | null;
}

const ShopAward = observer(function ShopAward(props: ShopAwardProps) {
  const { shop, subject, schemeId, awardId, children } = props;
  const { incentives } = useStores();
  const t = useMerchantText();
  const { shopId, hostId, year } = subject;
  useEffect(() => {
    void incentives.load({ shopId, hostId, year });
  }, [incentives, shopId, hostId, year]);
  useNewDay(() => void incentives.load(subject));
  const { value: view, error, status, at } = incentives.progress(subject);
  const offlineMessage = useOfflineMessage(at);
  const schemes = view ? incentives.schemes(view) : [];
  const scheme = schemes.find(({ ruleSet }) => ruleSet.ruleSetId === schemeId) ?? schemes[0];
  const awards = scheme?.progress.awards ?? [];
  const award = awards.find((candidate) => candidate.awardId === awardId) ?? awards[0];
  const rule = scheme?.ruleSet.awards.find((candidate) => candidate.awardId === award?.awardId);
  const content =
    view && scheme && award && rule ? { shop, subject, view, scheme, award, rule } : null;
  return (
    <PageFrame offlineMessage={content && offlineMessage}>
      <Reading
        reading={{ status, error, value: content }}
        missing={t.merchantMoney.explain.notFound}
        onRetry={() => void incentives.load(subject)}
      >
        {children}
      </Reading>
    </PageFrame>
  );
});
