import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import type { OwnShop } from '../../contract/shop';
import { missingDisclosure } from '../../domain/shop/disclosure';
import { wordError } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import type { ShopDraft } from '../../stores/drafts';
import { useStores } from '../../stores-context';
import { DisclosureField } from './disclosure-field';

/** Props of {@link PublishSheet}. */
export interface PublishSheetProps {
  shop: OwnShop;
  /** The store's form; the fields here are part of it. */
  draft: ShopDraft;
  /** Saves the form. @returns the store, or null when it was refused */
  onSave: () => Promise<OwnShop | null>;
  onPublished: (shop: OwnShop) => void;
  onClose: () => void;
}

/**
 * Asks for just what the store's page still lacks, and for the consent to show it. The form is saved
 * first; when publishing then fails, nothing has to be typed again.
 */
export const PublishSheet = observer(function PublishSheet(props: PublishSheetProps) {
  const { shop, draft, onSave, onPublished, onClose } = props;
  const { ui, shops } = useStores();
  const t = useMerchantText();
  const words = t.merchantShop.edit;
  const [isBusy, setBusy] = useState(false);
  const { legalForm, disclosure } = draft.fields;
  // Of the moment it opens: a field stays while it is typed in.
  const [asked] = useState(() => (legalForm ? missingDisclosure(legalForm, disclosure) : []));
  const missing = legalForm ? missingDisclosure(legalForm, disclosure) : [];
  const publish = async (saved: OwnShop): Promise<void> => {
    const { id: shopId, version } = saved;
    const result = await shops.publish({ shopId, version, isPublished: true, consent: true });
    ui.toast(result.ok ? words.published : wordError(result.error, t));
    if (!result.ok) return;
    onPublished(result.data.shop);
    onClose();
  };
  const handleConfirm = async (): Promise<void> => {
    if (missing.length > 0) {
      const names = missing.map((name) => t.storeFacts.disclosure[name]);
      ui.toast(words.incomplete(names.join(t.incentive.listSeparator)));
      return;
    }
    setBusy(true);
    const saved = draft.isDirty ? await onSave() : shop;
    if (saved !== null) await publish(saved);
    setBusy(false);
  };
  return (
    <Sheet isOpen onClose={onClose} closeLabel={words.cancel} title={words.publish}>
      {asked.length > 0 && (
        <>
          <View className="edit-shop__missing">{words.missing(asked.length)}</View>
          {asked.map((name) => (
            <DisclosureField key={name} draft={draft} name={name} />
          ))}
        </>
      )}
      <View className="edit-shop__consent">{words.publishConsent}</View>
      <Button kind="primary" isBusy={isBusy} onTap={() => void handleConfirm()}>
        {words.publishConsentYes}
      </Button>
    </Sheet>
  );
});
