import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { StatusMark } from '../../components/status-mark';
import type { OwnShop } from '../../contract/shop';
import { can } from '../../domain/shop/capabilities';
import { wordError } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { PATHS } from '../../paths';
import type { ShopDraft } from '../../stores/drafts';
import { useStores } from '../../stores-context';
import { ConfirmSheet } from '../shared/confirm-sheet';
import { PublishSheet } from './publish-sheet';

/** Props of {@link PublishCard}. */
export interface PublishCardProps {
  shop: OwnShop;
  draft: ShopDraft;
  /** Saves the form. @returns the store, or null when it was refused */
  onSave: () => Promise<OwnShop | null>;
  /** The store after its page was shown or taken back. */
  onChanged: (shop: OwnShop) => void;
}

/** Whether the store's page is public; showing the disclosure needs its own consent. */
export const PublishCard = observer(function PublishCard(props: PublishCardProps) {
  const { shop, draft, onSave, onChanged } = props;
  const { ui, shops } = useStores();
  const t = useMerchantText();
  const words = t.merchantShop.edit;
  const [isBusy, setBusy] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const handleUnpublish = async () => {
    setAsking(false);
    setBusy(true);
    const { id: shopId, version } = shop;
    const result = await shops.publish({ shopId, version, isPublished: false, consent: false });
    setBusy(false);
    if (result.ok) onChanged(result.data.shop);
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
          {!shop.isPublished
            ? words.unpublishedNote
            : shop.suspension === null
              ? words.publishedNote
              : words.suspendedNote}
        </View>
        <View className="edit-shop__publish-actions">
          {shop.isPublished && (
            <View className="edit-shop__publish-action">
              <Button onTap={() => ui.open(PATHS.shop.url({ id: shop.id }))}>{words.view}</Button>
            </View>
          )}
          {can(shop.role, 'shop.edit') && (
            <View className="edit-shop__publish-action">
              <Button
                kind={shop.isPublished ? 'danger' : 'plain'}
                isBusy={isBusy}
                onTap={() => setAsking(true)}
              >
                {shop.isPublished ? words.unpublish : words.publish}
              </Button>
            </View>
          )}
        </View>
      </View>
      <ConfirmSheet
        isOpen={isAsking && shop.isPublished}
        title={words.unpublish}
        text={words.unpublishConfirm}
        confirm={words.unpublish}
        cancel={words.cancel}
        kind="danger"
        onConfirm={() => void handleUnpublish()}
        onClose={() => setAsking(false)}
      />
      {isAsking && !shop.isPublished && (
        <PublishSheet
          shop={shop}
          draft={draft}
          onSave={onSave}
          onPublished={onChanged}
          onClose={() => setAsking(false)}
        />
      )}
    </Card>
  );
});
