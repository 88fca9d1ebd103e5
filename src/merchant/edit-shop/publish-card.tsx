import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { StatusMark } from '../../components/status-mark';
import type { OwnShop } from '../../contract/shop';
import { missingDisclosure } from '../../domain/shop/disclosure';
import { wordError } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import { ConfirmSheet } from '../shared/confirm-sheet';

/** Props of {@link PublishCard}. */
export interface PublishCardProps {
  shop: OwnShop;
  /** Whether the form below has changes that are not saved. */
  isDirty: boolean;
  onChanged: (shop: OwnShop) => void;
}

/** Whether the store's page is public; showing the disclosure needs its own consent. */
export const PublishCard = observer(function PublishCard(props: PublishCardProps) {
  const { shop, isDirty } = props;
  const { ui, shops } = useStores();
  const t = useMerchantText();
  const words = t.merchantShop.edit;
  const [isBusy, setBusy] = useState(false);
  const missing = missingDisclosure(shop.legalForm, shop.disclosure);
  const [isAsking, setAsking] = useState(false);
  const handleTap = () => (isDirty ? ui.toast(words.saveFirst) : setAsking(true));
  const handleConfirm = async () => {
    setAsking(false);
    setBusy(true);
    const isPublished = !shop.isPublished;
    const result = await shops.publish({
      shopId: shop.id,
      version: shop.version,
      isPublished,
      consent: isPublished,
    });
    setBusy(false);
    if (result.ok) props.onChanged(result.data.shop);
    ui.toast(result.ok ? t.common.state.saved : wordError(result.error, t));
  };
  return (
    <Card title={words.publishTitle}>
      <View className="edit-shop__publish">
        <View className="edit-shop__publish-state">
          <StatusMark
            shape={shop.isPublished ? 'yes' : 'over'}
            label={shop.isPublished ? words.published : words.unpublished}
          />
        </View>
        <View className="edit-shop__publish-note">
          {shop.isPublished ? words.publishedNote : words.unpublishedNote}
        </View>
        {!shop.isPublished && missing.length > 0 && (
          <View className="edit-shop__incomplete">
            {words.incomplete(
              missing.map((name) => t.common.disclosure[name]).join(t.incentive.listSeparator),
            )}
          </View>
        )}
        <View className="edit-shop__publish-actions">
          {shop.isPublished && (
            <View className="edit-shop__publish-action">
              <Button onTap={() => ui.open(PATHS.shop.url({ id: shop.id }))}>{words.view}</Button>
            </View>
          )}
          <View className="edit-shop__publish-action">
            <Button
              kind={shop.isPublished ? 'danger' : 'plain'}
              isBusy={isBusy}
              isDisabled={!shop.isPublished && missing.length > 0}
              onTap={handleTap}
            >
              {shop.isPublished ? words.unpublish : words.publish}
            </Button>
          </View>
        </View>
      </View>
      <ConfirmSheet
        isOpen={isAsking}
        title={shop.isPublished ? words.unpublish : words.publish}
        text={shop.isPublished ? words.unpublishConfirm : words.publishConsent}
        confirm={shop.isPublished ? words.unpublish : words.publishConsentYes}
        cancel={words.cancel}
        kind={shop.isPublished ? 'danger' : 'primary'}
        onConfirm={() => void handleConfirm()}
        onClose={() => setAsking(false)}
      />
    </Card>
  );
});
