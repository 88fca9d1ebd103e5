import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Button } from '../../components/button';
import { PageFrame } from '../../components/page-frame';
import type { OwnShop } from '../../contract/shop';
import { useMerchantText } from '../../i18n/merchant';
import { createBackfillDraft } from '../../stores/drafts';
import { useStores } from '../../stores-context';
import { onlyId } from '../shared/choices';
import { DraftNote } from '../shared/draft-note';
import { ShopPage, useOfflineMessage } from '../shared/shop-page';
import { usePageTitle, usePageQuery } from '../../page-hooks';
import { PATHS } from '../../paths';
import { useDraft } from '../shared/use-draft';
import { useSubmit } from '../shared/use-submit';
import { FirstFigureForm } from './first-figure-form';
import { PastForm } from './past-form';
import './index.css';

/** Enters a session that took place, to the day if no more is known, with its first figure. */
export default observer(function BackfillPage() {
  const { shopId } = usePageQuery(PATHS.backfill);
  usePageTitle(useMerchantText().merchantSession.backfill.title);
  return <ShopPage shopId={shopId}>{(shop) => <Backfill key={shop.id} shop={shop} />}</ShopPage>;
});

const Backfill = observer(function Backfill({ shop }: { shop: OwnShop }) {
  const { ui, shops, liveSessions } = useStores();
  const words = useMerchantText().merchantSession.backfill;
  const submit = useSubmit();
  const offlineMessage = useOfflineMessage(null);
  const hosts = shops.hosts(shop.id);
  const draft = useDraft((device) =>
    createBackfillDraft(device, liveSessions, shop.id, {
      hostId: onlyId(hosts),
      accountId: onlyId(shop.accounts),
    }),
  );
  const handleSubmit = () =>
    void submit(draft, ({ session }, warnings) => {
      ui.toast(warnings[0] ?? words.done);
      ui.replace(PATHS.session.url({ id: session.id }));
    });
  return (
    <PageFrame
      offlineMessage={offlineMessage}
      footer={
        <Button kind="primary" isBusy={draft.isBusy} onTap={handleSubmit}>
          {words.submit}
        </Button>
      }
    >
      <DraftNote draft={draft} at="top" />
      <View className="hl-footnote">{words.note}</View>
      <PastForm draft={draft} hosts={hosts} accounts={shop.accounts} />
      <FirstFigureForm draft={draft} />
      <DraftNote draft={draft} at="foot" />
    </PageFrame>
  );
});
