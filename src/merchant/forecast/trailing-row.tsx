import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { Money } from '../../components/money';
import { Row } from '../../components/row';
import { trailingYear, type SalesPath } from '../../domain/forecast';
import { addDays, type ChinaDay } from '../../domain/time';
import { useMerchantText } from '../../i18n/merchant';

/** Props of {@link TrailingRow}. */
export interface TrailingRowProps {
  path: SalesPath;
  today: ChinaDay;
}

/** Net of the last twelve months, for information: awards are held against calendar years. */
export const TrailingRow = observer(function TrailingRow({ path, today }: TrailingRowProps) {
  const t = useMerchantText();
  const words = t.merchantOutlook.forecast;
  const trailing = trailingYear(path, today);
  if (trailing === null) return null;
  const { net, from } = trailing;
  const isWhole = from === addDays(today, -364);
  const info = {
    label: words.trailing,
    basis: t.incentive.metricBasis.net_sales,
    period: t.common.day.range(from, today),
    formula: t.incentive.metricFormula.net_sales,
  };
  return (
    <>
      <Card>
        <Row
          title={words.trailing}
          value={<Money amount={net.low} high={net.high} info={info} />}
        />
      </Card>
      <View className="hl-footnote">
        {isWhole ? words.trailingNote(from) : words.trailingShort(from)}
      </View>
    </>
  );
});
