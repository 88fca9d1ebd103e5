import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect } from 'react';

import type { OwnShop } from '../../contract/shop';
import type { RuleSet } from '../../domain/incentive';
import { useMerchantText } from '../../i18n/merchant';
import type { ProgressSubject } from '../../stores';
import { useStores } from '../../stores-context';
import { LeafPages } from './leaf-pages';

/** Props of {@link MonthEntries}. */
export interface MonthEntriesProps {
  shop: OwnShop;
  subject: ProgressSubject & { month: string };
  ruleSet: RuleSet;
}

/** The entries of a month that count, page by page, to the last one. Read when it is opened. */
export const MonthEntries = observer(function MonthEntries(props: MonthEntriesProps) {
  const { shop, ruleSet } = props;
  const { shopId, hostId, year, month } = props.subject;
  const { incentives } = useStores();
  const t = useMerchantText();
  const subject = { shopId, hostId, year, month, metric: 'net_sales' } as const;
  useEffect(() => {
    const asked = { shopId, hostId, year, month, metric: 'net_sales' } as const;
    void incentives.loadExplanation(asked);
  }, [incentives, shopId, hostId, year, month]);
  // Back from correcting an entry: what is listed may have changed.
  useDidShow(() => {
    if (incentives.explanation(subject).status === 'ready')
      void incentives.loadExplanation(subject);
  });
  const { items, isComplete } = incentives.explanation(subject);
  return (
    <View className="explain__entries">
      <LeafPages shop={shop} subject={subject} ruleSet={ruleSet} />
      {isComplete && items.length > 0 && (
        <View className="explain__note">{t.merchantMoney.explain.allShown(items.length)}</View>
      )}
    </View>
  );
});
