import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { netBounds } from '../../domain/sales';
import { openReturns } from '../../domain/settlement';
import { useMerchantText } from '../../i18n/merchant';
import { usePageTitle } from '../../page-hooks';
import { AwardPage, type AwardPageContent } from '../shared/award-page';
import { FinalityCard } from '../shared/finality-card';
import { SettlementCard } from './settlement-card';
import './index.css';

/** When an answer is final: its period, until when it can move, and what keeps it open. */
export default observer(function FinalPage() {
  usePageTitle(useMerchantText().incentive.final.title);
  return <AwardPage>{(content) => <Final {...content} />}</AwardPage>;
});

function Final({ view, award }: AwardPageContent) {
  const t = useMerchantText();
  const { settlement, sums } = view;
  const open = settlement && openReturns(settlement, sums && netBounds(sums));
  const { all, cannotTell } = t.incentive.settled;
  return (
    <>
      <FinalityCard view={view} award={award} />
      {award.metric === 'net_sales' && settlement && <SettlementCard settlement={settlement} />}
      {award.metric === 'net_sales' && open !== null && open !== 'some' && (
        <View className="hl-footnote">{open === 'none' ? all : cannotTell}</View>
      )}
      <View className="hl-footnote">{t.incentive.independence}</View>
    </>
  );
}
