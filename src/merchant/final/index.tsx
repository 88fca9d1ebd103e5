import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

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
  const { settlement } = view;
  return (
    <>
      <FinalityCard view={view} award={award} />
      {award.metric === 'net_sales' && settlement && <SettlementCard settlement={settlement} />}
      <View className="hl-footnote">{t.incentive.independence}</View>
    </>
  );
}
