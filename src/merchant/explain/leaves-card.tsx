import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect } from 'react';

import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { useMetricText } from '../../components/tier-words';
import type { OwnShop } from '../../contract/shop';
import { isOfNet, type MetricId, type RuleSet } from '../../domain/incentive';
import { useMerchantText } from '../../i18n/merchant';
import { PATHS } from '../../paths';
import type { ExplainSubject } from '../../stores';
import { useStores } from '../../stores-context';
import { LeafPages } from './leaf-pages';

/** Props of {@link LeavesCard}. */
export interface LeavesCardProps {
  shop: OwnShop;
  subject: ExplainSubject;
  metric: MetricId;
  ruleSet: RuleSet;
}

/** Every entry, reading or statement behind the value, by page, to the last one. */
export const LeavesCard = observer(function LeavesCard(props: LeavesCardProps) {
  const { shop, subject, metric, ruleSet } = props;
  const { incentives } = useStores();
  const t = useMerchantText();
  const words = t.merchantMoney.explain;
  const kind = useMetricText().kindOf(metric);
  const step = useStep(shop, subject, metric);
  const key = JSON.stringify(subject);
  useEffect(() => {
    void incentives.loadExplanation(JSON.parse(key) as ExplainSubject);
  }, [incentives, key]);
  // Back from recording or stating something: what is listed may have grown.
  useDidShow(() => {
    if (incentives.explanation(subject).status === 'ready')
      void incentives.loadExplanation(subject);
  });
  const { items, isComplete } = incentives.explanation(subject);
  const shown = items.length;
  return (
    <>
      <Card title={words.leaves[kind]} {...(shown > 0 ? { action: step } : {})}>
        {shown === 0 && isComplete && (
          <EmptyState isInline title={words.empty} note={words.emptyNote[kind]} action={step} />
        )}
        <LeafPages shop={shop} subject={subject} ruleSet={ruleSet} />
      </Card>
      {shown > 0 && isComplete && <View className="hl-footnote">{words.allShown(shown)}</View>}
    </>
  );
});

/** The one step that adds to what is listed. */
function useStep(shop: OwnShop, subject: ExplainSubject, metric: MetricId) {
  const { ui } = useStores();
  const words = useMerchantText().merchantMoney.explain;
  if (isOfNet(metric)) {
    return {
      label: words.record,
      onTap: () => ui.open(PATHS.record.url({ shopId: shop.id, hostId: subject.hostId })),
    };
  }
  return {
    label: words.openApplicant,
    onTap: () =>
      ui.open(PATHS.applicant.url({ shopId: shop.id, hostId: subject.hostId, year: subject.year })),
  };
}
