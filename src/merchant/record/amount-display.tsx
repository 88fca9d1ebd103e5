import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { formatMoneyExact, formatMoneyInUnit, groupTyped } from '../../domain/money';
import { useLang } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { typedFen, type SalesDraft } from '../../stores/drafts';
import { amountIssue } from '../shared/amount-issue';

/** Props of {@link AmountDisplay}. */
export interface AmountDisplayProps {
  draft: SalesDraft;
  /** Whether the first key takes the place of the whole amount. */
  isSelected: boolean;
}

/** More characters than this are set smaller. */
const MAX_LARGE = 12;

/** The amount as it is typed, and beneath it in the other way of writing. It stays in sight. */
export const AmountDisplay = observer(function AmountDisplay(props: AmountDisplayProps) {
  const { draft, isSelected } = props;
  const t = useMerchantText();
  const typed = String(draft.fields.amountFen);
  const shown = groupTyped(typed);
  const long = shown.length > MAX_LARGE ? ' record__amount--long' : '';
  const none = typed === '' ? ' record__digits--none' : '';
  const selected = isSelected ? ' record__digits--selected' : '';
  return (
    <View className="record__display">
      <View className={`record__amount${long}`}>
        <View className="record__sign">¥</View>
        <View className={`record__digits${none}${selected}`}>{typed === '' ? '0' : shown}</View>
        {!isSelected && <View className="record__caret" />}
      </View>
      <AmountNote typed={typed} isSelected={isSelected} />
      {draft.isUncertain && (
        <View className="record__open">{t.merchantMoney.record.unanswered}</View>
      )}
      {!draft.isKept && <View className="record__open">{t.merchantMoney.record.noRoom}</View>}
    </View>
  );
});

/** The cure where it is no amount; else the amount, and the effect of a key while it is selected. */
function AmountNote({ typed, isSelected }: { typed: string; isSelected: boolean }) {
  const t = useMerchantText();
  const lang = useLang();
  const issue = typed === '' ? null : amountIssue(typed, t);
  if (issue !== null) return <View className="record__wrong">{issue}</View>;
  const fen = typedFen(typed);
  const hint = t.merchantMoney.record.replaceHint;
  const exact = fen === null ? null : otherWay(typed, fen, lang);
  const parts = [exact, isSelected ? hint : null].filter((part) => part !== null);
  return <View className="record__exact">{parts.join(' · ')}</View>;
}

/** Typed digits in 万, and everything else to the fen. */
function otherWay(typed: string, fen: number, lang: ReturnType<typeof useLang>): string {
  const isPlain = /^\d+(\.\d*)?$/.test(typed);
  return (isPlain ? formatMoneyInUnit(fen, lang) : null) ?? formatMoneyExact(fen);
}
