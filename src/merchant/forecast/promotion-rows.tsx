import { Switch, View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { Row } from '../../components/row';
import type { PromotionAhead } from '../../domain/forecast';
import { useLang, wordDays } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { useOutlook } from '../shared/merchant-stores';

/** Props of {@link PromotionRows}. */
export interface PromotionRowsProps {
  shopId: string;
  promotions: readonly PromotionAhead[];
}

/** The promotions still to come, each to be switched off by who takes no part. */
export const PromotionRows = observer(function PromotionRows(props: PromotionRowsProps) {
  const { shopId, promotions } = props;
  const outlook = useOutlook();
  const lang = useLang();
  const words = useMerchantText().merchantOutlook.forecast;
  if (promotions.length === 0) return <View className="hl-footnote">{words.noPromotions}</View>;
  return (
    <>
      <Card title={words.promotions}>
        {promotions.map(({ id, from, to, factor, basis, off }) => (
          <Row
            key={id}
            title={`${words.promotion[id]} · ${wordDays(from, to, lang)}`}
            note={words.factor[basis](factor.toFixed(1))}
            value={
              <Switch
                checked={!off}
                color="#07C160"
                ariaLabel={words.promotion[id]}
                onChange={(event) => outlook.setTakesPart(shopId, id, event.detail.value)}
              />
            }
          />
        ))}
      </Card>
      <View className="hl-footnote">{words.promotionsNote}</View>
    </>
  );
});
