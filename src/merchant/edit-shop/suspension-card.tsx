import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { StatusMark } from '../../components/status-mark';
import { TextField } from '../../components/text-field';
import type { OwnShop } from '../../contract/shop';
import { useReader, wordError, wordInstant } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';

/** Props of {@link SuspensionCard}. */
export interface SuspensionCardProps {
  shop: OwnShop;
  onChanged: (shop: OwnShop) => void;
}

/** Why the operator does not show the store's pages, and how to ask for them again. */
export const SuspensionCard = observer(function SuspensionCard(props: SuspensionCardProps) {
  const { shop, onChanged } = props;
  const { ui, shops } = useStores();
  const t = useMerchantText();
  const reader = useReader();
  const words = t.merchantShop.suspension;
  const [text, setText] = useState('');
  const [isBusy, setBusy] = useState(false);
  const { suspension } = shop;
  if (suspension === null) return null;
  const { at, appealedAt } = suspension;
  const when = (instant: string): string => wordInstant(instant, ui.now, reader);
  const handleAppeal = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    const result = await shops.appeal({ shopId: shop.id, words: text });
    setBusy(false);
    if (result.ok) onChanged(result.data.shop);
    ui.toast(result.ok ? words.appealed : wordError(result.error, t));
  };
  return (
    <Card title={words.title}>
      <View className="edit-shop__publish">
        <StatusMark shape="over" label={words.since(when(at))} />
        <View className="edit-shop__incomplete">{words.reason(suspension.words)}</View>
        <View className="edit-shop__publish-note">{words.note}</View>
        {appealedAt !== null && (
          <View className="edit-shop__publish-note">{words.waits(when(appealedAt))}</View>
        )}
      </View>
      {appealedAt === null && shop.role === 'owner' && (
        <>
          <TextField label={words.label} value={text} onChange={setText} isLong />
          <View className="edit-shop__publish-actions edit-shop__appeal">
            <View className="edit-shop__publish-action">
              <Button
                isBusy={isBusy}
                isDisabled={text.trim() === ''}
                onTap={() => void handleAppeal()}
              >
                {words.appeal}
              </Button>
            </View>
          </View>
        </>
      )}
    </Card>
  );
});
