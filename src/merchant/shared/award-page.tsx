import { observer } from 'mobx-react-lite';
import { useEffect, type ReactNode } from 'react';

import { ErrorState } from '../../components/error-state';
import { LoadingState } from '../../components/loading-state';
import { PageFrame } from '../../components/page-frame';
import type { OwnShop } from '../../contract/shop';
import type { AwardAnswer, AwardRule } from '../../domain/incentive';
import { chinaDayOf, yearOf } from '../../domain/time';
import { wordError } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { usePageQuery } from '../../page-hooks';
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
  const { ui } = useStores();
  const year = query.year ?? yearOf(chinaDayOf(ui.now));
  return (
    <ShopPage shopId={query.shopId}>
      {(shop) => (
        <OfShop
          shop={shop}
          subject={{ shopId: shop.id, hostId: query.hostId, year }}
          schemeId={query.scheme}
          awardId={query.awardId}
        >
          {children}
        </OfShop>
      )}
    </ShopPage>
  );
});

interface OfShopProps extends AwardPageProps {
  shop: OwnShop;
  subject: ProgressSubject;
  schemeId: string | null;
  awardId: string | null;
}

const OfShop = observer(function OfShop(props: OfShopProps) {
  const { shop, subject, schemeId, awardId, children } = props;
  const { incentives } = useStores();
  const t = useMerchantText();
  const { shopId, hostId, year } = subject;
  useEffect(() => {
    void incentives.load({ shopId, hostId, year });
  }, [incentives, shopId, hostId, year]);
  const { value: view, error, status, at } = incentives.progress(subject);
  const offlineMessage = useOfflineMessage(at);
  const schemes = view ? incentives.schemes(view) : [];
  const scheme = schemes.find(({ ruleSet }) => ruleSet.ruleSetId === schemeId) ?? schemes[0];
  const awards = scheme?.progress.awards ?? [];
  const award = awards.find((one) => one.awardId === awardId) ?? awards[0];
  const rule = scheme?.ruleSet.awards.find((one) => one.awardId === award?.awardId);
  if (view && scheme && award && rule) {
    return (
      <PageFrame offlineMessage={offlineMessage}>
        {children({ shop, subject, view, scheme, award, rule })}
      </PageFrame>
    );
  }
  const isMissing = view !== null && view !== undefined;
  if (!error && !isMissing) {
    return (
      <PageFrame>
        <LoadingState label={t.common.state.loading} />
      </PageFrame>
    );
  }
  return (
    <PageFrame>
      <ErrorState
        message={error ? wordError(error, t) : t.merchantMoney.explain.notFound}
        retryLabel={t.common.action.retry}
        isBusy={status === 'loading'}
        onRetry={() => void incentives.load(subject)}
      />
    </PageFrame>
  );
});
