import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { Row } from '../../components/row';
import type { LedgerEntry } from '../../contract/sales';
import { formatMoneyPlain } from '../../domain/money';
import { useReader, wordInstant } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { typedFen, type SalesDraft } from '../../stores/drafts';
import { useStores } from '../../stores-context';

/** Props of {@link CorrectionCard}. */
export interface CorrectionCardProps {
  draft: SalesDraft;
  /** The entry being corrected. */
  entry: LedgerEntry;
}

/** What an entry states now and, once that is changed, what it becomes. */
export const CorrectionCard = observer(function CorrectionCard(props: CorrectionCardProps) {
  const { draft, entry } = props;
  const fen = typedFen(draft.fields.amountFen);
  const { kind } = draft.fields;
  const isChanged = fen !== entry.amountFen || kind !== entry.kind;
  if (fen === null || kind === null || !isChanged) return <EntryNow entry={entry} />;
  return <Becomes entry={entry} kind={kind} fen={fen} />;
});

const EntryNow = observer(function EntryNow({ entry }: { entry: LedgerEntry }) {
  const { ui } = useStores();
  const t = useMerchantText();
  const reader = useReader();
  const { record: words, ledger } = t.merchantMoney;
  const by = `${ledger.by[entry.recordedBy]} · ${wordInstant(entry.recordedAt, ui.now, reader)}`;
  const amount = `${t.merchantMoney.entryKind[entry.kind]} ${formatMoneyPlain(entry.amountFen)}`;
  return (
    <Card>
      <Row title={words.now} value={amount} />
      <Row title={words.recordedBy} value={by} />
    </Card>
  );
});

/** The old amount, the new one, and their difference where both are of one kind. */
function Becomes(props: { entry: LedgerEntry; kind: LedgerEntry['kind']; fen: number }) {
  const { entry, kind, fen } = props;
  const t = useMerchantText();
  const words = t.merchantMoney.record;
  const isSameKind = kind === entry.kind;
  const difference = fen - entry.amountFen;
  const sign = difference > 0 ? '+' : '';
  // More refunds are less net.
  const tone = difference > 0 === (kind !== 'refunded') ? 'more' : 'less';
  return (
    <Card isPadded>
      <View className="record__becomes">
        <View className="record__becomes-part">
          <View className="record__becomes-label">
            {words.was(t.merchantMoney.entryKind[entry.kind])}
          </View>
          <View className="record__becomes-old">{formatMoneyPlain(entry.amountFen)}</View>
        </View>
        <View className="record__becomes-arrow">→</View>
        <View className="record__becomes-part">
          <View className="record__becomes-label">
            {isSameKind ? words.becomes : t.merchantMoney.entryKind[kind]}
          </View>
          <View className="record__becomes-new">{formatMoneyPlain(fen)}</View>
        </View>
        {isSameKind && (
          <View className="record__becomes-part record__becomes-part--end">
            <View className="record__becomes-label">{words.difference}</View>
            <View className={`record__becomes-new record__becomes-new--${tone}`}>
              {sign + formatMoneyPlain(difference)}
            </View>
          </View>
        )}
      </View>
    </Card>
  );
}
