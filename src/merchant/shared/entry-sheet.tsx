import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';

import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import type { LedgerEntry } from '../../contract/sales';
import { formatMoneyExact } from '../../domain/money';
import { wordError } from '../../i18n';
import { wordWarning } from '../../i18n/form-words';
import { useMerchantText } from '../../i18n/merchant';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import { ConfirmSheet } from './confirm-sheet';
import { useEntryWords } from './entry-words';
import { useSales } from './merchant-stores';

/** Props of {@link EntrySheet}. */
export interface EntrySheetProps {
  shopId: string;
  entry: LedgerEntry;
  onClose: () => void;
}

/** Everything of one entry; what counts can be corrected or undone. */
export const EntrySheet = observer(function EntrySheet({
  shopId,
  entry,
  onClose,
}: EntrySheetProps) {
  const { ui, shops } = useStores();
  const isRead = shops.isHostsRead(shopId);
  useEffect(() => {
    // It names the seller: of a store with many hosts they come apart.
    if (!isRead && entry.hostId !== null) void shops.loadHosts(shopId);
  }, [shops, isRead, shopId, entry.hostId]);
  const sales = useSales();
  const t = useMerchantText();
  const words = t.merchantMoney.ledger;
  const entryWords = useEntryWords(ui.now);
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const handleUndo = async () => {
    setAsking(false);
    setBusy(true);
    const result = await sales.undo({ shopId, entryId: entry.id });
    setBusy(false);
    const [warning] = result.ok ? result.warnings : [];
    ui.toast(
      result.ok
        ? warning
          ? wordWarning(warning, t)
          : t.merchantMoney.record.undone
        : wordError(result.error, t),
    );
    onClose();
  };
  const handleCorrect = () => {
    onClose();
    ui.open(PATHS.record.url({ shopId, sessionId: entry.sessionId, entryId: entry.id }));
  };
  return (
    <>
      <Sheet
        isOpen
        onClose={onClose}
        closeLabel={t.common.action.close}
        title={`${entryWords.kind(entry)} · ${words.status[entry.status]}`}
      >
        <View className="mk-entry__exact">{formatMoneyExact(entry.amountFen)}</View>
        {entryWords.lines(entry).map(([label, text]) => (
          <View key={label} className="mk-entry__line">
            <View className="mk-entry__label">{label}</View>
            <View className="mk-entry__text">{text}</View>
          </View>
        ))}
        {entry.replaces !== null && <View className="hl-secondary">{words.replaces}</View>}
        {entry.status === 'counts' && (
          <View className="mk-entry__actions">
            <View className="mk-entry__action">
              <Button kind="danger" isBusy={isBusy} onTap={() => setAsking(true)}>
                {words.undo}
              </Button>
            </View>
            <View className="mk-entry__action">
              <Button isDisabled={isBusy} onTap={handleCorrect}>
                {words.correct}
              </Button>
            </View>
          </View>
        )}
      </Sheet>
      <ConfirmSheet
        isOpen={isAsking}
        title={words.undoTitle}
        text={words.undoText}
        confirm={words.undoYes}
        cancel={words.undoNo}
        kind="danger"
        onConfirm={() => void handleUndo()}
        onClose={() => setAsking(false)}
      />
    </>
  );
});
