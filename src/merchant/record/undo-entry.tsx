import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import type { LedgerEntry } from '../../contract/sales';
import { wordError } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';
import { useSales } from '../shared/merchant-stores';

/** Props of {@link UndoEntry}. */
export interface UndoEntryProps {
  shopId: string;
  entry: LedgerEntry;
}

/** Takes the entry back instead of correcting it; asks first. */
export const UndoEntry = observer(function UndoEntry({ shopId, entry }: UndoEntryProps) {
  const { ui } = useStores();
  const sales = useSales();
  const t = useMerchantText();
  const { ledger, record } = t.merchantMoney;
  const undo = async (): Promise<void> => {
    const isSure = await ui.confirm({
      title: ledger.undoTitle,
      text: ledger.undoText,
      confirm: ledger.undoYes,
      cancel: ledger.undoNo,
    });
    if (!isSure) return;
    const result = await sales.undo({ shopId, entryId: entry.id });
    ui.toast(result.ok ? record.undone : wordError(result.error, t));
    if (result.ok) ui.back();
  };
  return (
    <View className="record__undo">
      <View className="record__undo-action" role="button" onClick={() => void undo()}>
        {record.undo}
      </View>
    </View>
  );
});
