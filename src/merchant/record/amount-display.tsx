import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { formatMoneyExact } from '../../domain/money';
import { useMerchantText } from '../../i18n/merchant';
import { typedFen, type SalesDraft } from '../../stores/drafts';
import { amountIssue } from '../shared/amount-issue';

/** The amount as it is typed, and to the fen beneath it. */
export const AmountDisplay = observer(function AmountDisplay({ draft }: { draft: SalesDraft }) {
  const t = useMerchantText();
  const amount = String(draft.fields.amountFen);
  const fen = typedFen(amount);
  const issue = amount === '' ? null : amountIssue(amount, t);
  const length = amount.length > 12 ? ' record__amount--long' : '';
  return (
    <View className="record__display">
      <View className={`record__amount${length}`}>
        <View className="record__sign">¥</View>
        <View className={amount === '' ? 'record__digits record__digits--none' : 'record__digits'}>
          {amount === '' ? '0' : amount}
        </View>
        <View className="record__caret" />
      </View>
      {issue === null ? (
        <View className="record__exact">{fen === null ? ' ' : formatMoneyExact(fen)}</View>
      ) : (
        <View className="record__wrong">{issue}</View>
      )}
    </View>
  );
});
