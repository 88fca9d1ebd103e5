import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { StatusMark } from '../../components/status-mark';
import type { OwnShop } from '../../contract/shop';
import { missingDisclosure } from '../../domain/shop/disclosure';
import { useReader, wordChinaDay, wordError, wordInstant } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';

const SHAPES = {
  verified: 'yes',
  waiting: 'question',
  returned: 'no',
  unverified: 'question',
} as const;

/** Props of {@link VerificationCard}. */
export interface VerificationCardProps {
  shop: OwnShop;
  /** Whether the form below has changes that are not saved. */
  isDirty: boolean;
  onChanged: (shop: OwnShop) => void;
}

/** Whether a verifier has found who the store is, why not, and how to hand it in. */
export const VerificationCard = observer(function VerificationCard(props: VerificationCardProps) {
  const { shop, isDirty } = props;
  const { ui, shops } = useStores();
  const t = useMerchantText();
  const reader = useReader();
  const words = t.merchantShop.verification;
  const [isBusy, setBusy] = useState(false);
  const { state, on, receipt, submittedAt, reasons, changed, checkedOn } = shop.verification;
  const isOpen = state === 'unverified' || state === 'returned';
  const missing = missingDisclosure(shop.legalForm, shop.disclosure);
  const separator = t.incentive.listSeparator;
  const wordField = (field: string): string =>
    t.verification.field[field as keyof typeof t.verification.field];
  const handleSubmit = async () => {
    if (isDirty) {
      ui.toast(t.merchantShop.edit.saveFirst);
      return;
    }
    setBusy(true);
    const result = await shops.submit({ shopId: shop.id, version: shop.version });
    setBusy(false);
    if (result.ok) props.onChanged(result.data.shop);
    ui.toast(result.ok ? words.submitted : wordError(result.error, t));
  };
  return (
    <Card title={words.title}>
      <View className="edit-shop__publish">
        <View className="edit-shop__publish-state">
          <StatusMark shape={SHAPES[state]} label={words.state[state]} />
          <View className="hl-secondary">
            {on === null ? '' : wordChinaDay(on, ui.now, reader.lang)}
          </View>
        </View>
        {receipt !== null && submittedAt !== null && (
          <View className="edit-shop__publish-note">
            {words.receipt(receipt, wordInstant(submittedAt, ui.now, reader))}
          </View>
        )}
        {reasons.map(({ field, reason, words: added }) => (
          <View key={field} className="edit-shop__incomplete">
            {words.reason(wordField(field), t.verification.reason[reason], added)}
          </View>
        ))}
        {state === 'unverified' && checkedOn !== null && changed.length > 0 && (
          <View className="edit-shop__incomplete">
            {words.changed(changed.map(wordField).join(separator))}
          </View>
        )}
        <View className="edit-shop__publish-note">{words.note[state]}</View>
        {isOpen && missing.length > 0 && isDirty && (
          <View className="edit-shop__incomplete">{t.merchantShop.edit.saveFirst}</View>
        )}
        {isOpen && missing.length > 0 && !isDirty && (
          <View className="edit-shop__incomplete">
            {words.incomplete(missing.map((name) => t.storeFacts.disclosure[name]).join(separator))}
          </View>
        )}
        {isOpen && shop.role === 'owner' && (
          <View className="edit-shop__publish-actions">
            <View className="edit-shop__publish-action">
              <Button
                isBusy={isBusy}
                isDisabled={missing.length > 0}
                onTap={() => void handleSubmit()}
              >
                {state === 'returned' ? words.again : words.submit}
              </Button>
            </View>
          </View>
        )}
      </View>
    </Card>
  );
});
