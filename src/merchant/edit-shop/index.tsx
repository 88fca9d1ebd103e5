import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { PageFrame } from '../../components/page-frame';
import type { OwnShop } from '../../contract/shop';
import { useMerchantText } from '../../i18n/merchant';
import { createShopDraft, shopFields } from '../../stores/drafts';
import { useStores } from '../../stores-context';
import { ConfirmSheet } from '../shared/confirm-sheet';
import { DraftNote } from '../shared/draft-note';
import { ShopPage, useOfflineMessage } from '../shared/shop-page';
import { usePageTitle, usePageQuery } from '../../page-hooks';
import { PATHS } from '../../paths';
import { WordsNote } from '../shared/words-note';
import { useDraft } from '../shared/use-draft';
import { useSubmit } from '../shared/use-submit';
import { AccountsForm } from './accounts-form';
import { BasicsForm } from './basics-form';
import { DisclosureForm } from './disclosure-form';
import { FollowersCard } from './followers-card';
import { PublishCard } from './publish-card';
import { SuspensionCard } from './suspension-card';
import { VerificationCard } from './verification-card';
import './index.css';

/** Everything of a store that its owner edits, and whether its page is public. */
export default observer(function EditShopPage() {
  const { shopId } = usePageQuery(PATHS.editShop);
  usePageTitle(useMerchantText().merchantShop.edit.title);
  return (
    <ShopPage withHosts shopId={shopId}>
      {(shop) => <EditShop key={shop.id} shop={shop} />}
    </ShopPage>
  );
});

/** Hosts and floor managers do not read the store's own figures. */
function mayCount({ role }: OwnShop): boolean {
  return role !== 'host' && role !== 'floor_manager';
}

const EditShop = observer(function EditShop({ shop }: { shop: OwnShop }) {
  const { ui, shops } = useStores();
  const t = useMerchantText();
  const words = t.merchantShop.edit;
  const submit = useSubmit();
  const offlineMessage = useOfflineMessage(shops.mine.at);
  const [isStale, setStale] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const draft = useDraft((device) => createShopDraft(device, shops, shop));
  // Read again after the copy on this device: without changes there is nothing to lose, and an older
  // version could not be saved.
  useEffect(() => {
    const isOlder = Number(draft.fields.version) < shop.version;
    if (isOlder && !draft.isDirty && !draft.isUncertain) draft.rebase(shopFields(shop));
  }, [draft, shop]);
  const save = async (): Promise<OwnShop | null> => {
    setStale(false);
    const result = await submit(draft, (data, [warning]) => {
      draft.restart(shopFields(data.shop));
      ui.toast(warning ?? t.common.state.saved);
    });
    const isConsentMissing = !result.ok && result.error.fields?.['consent'] === 'consent_needed';
    setAsking(isConsentMissing);
    if (result.ok) return result.data.shop;
    const latest = shops.shop(shop.id);
    if (result.error.code !== 'stale_version' || !latest) return null;
    draft.rebase(shopFields(latest));
    setStale(true);
    return null;
  };
  const handleConsent = () => {
    setAsking(false);
    draft.set({ consent: true });
    void save();
  };
  const isOwner = shop.role === 'owner';
  return (
    <PageFrame
      offlineMessage={offlineMessage}
      {...(isOwner && draft.isDirty
        ? {
            footer: (
              <Button kind="primary" isBusy={draft.isBusy} onTap={() => void save()}>
                {t.common.action.save}
              </Button>
            ),
          }
        : {})}
    >
      {isStale && <View className="edit-shop__stale">{words.stale}</View>}
      {!isOwner && <View className="edit-shop__stale">{words.onlyOwner}</View>}
      <DraftNote draft={draft} at="top" />
      <SuspensionCard shop={shop} onChanged={(next) => draft.rebase(shopFields(next))} />
      <PublishCard
        shop={shop}
        draft={draft}
        onSave={save}
        onChanged={(next) => draft.rebase(shopFields(next))}
      />
      <VerificationCard
        shop={shop}
        isDirty={draft.isDirty}
        onChanged={(next) => draft.rebase(shopFields(next))}
      />
      {shop.isPublished && mayCount(shop) && <FollowersCard shopId={shop.id} />}
      <WordsNote waiting={shop.waiting} />
      <Card title={words.basics}>
        <BasicsForm draft={draft} />
      </Card>
      <AccountsForm draft={draft} hosts={shops.hosts(shop.id)} />
      <DisclosureForm draft={draft} />
      <DraftNote draft={draft} at="foot" />
      <ConfirmSheet
        isOpen={isAsking}
        title={words.disclosureChanged}
        text={words.disclosureConsent}
        confirm={words.publishConsentYes}
        cancel={words.cancel}
        kind="primary"
        onConfirm={handleConsent}
        onClose={() => setAsking(false)}
      />
    </PageFrame>
  );
});
