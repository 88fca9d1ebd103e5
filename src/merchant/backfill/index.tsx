import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import type { OwnShop } from '../../contract/shop';
import { useMerchantText } from '../../i18n/merchant';
import { createBackfillDraft, typedFen, yuanText } from '../../stores/drafts';
import { useStores } from '../../stores-context';
import { activeHosts, onlyId, usualHostId } from '../shared/choices';
import { FormPage } from '../shared/form-page';
import { OddSheet } from '../shared/odd-sheet';
import { ShopPage } from '../shared/shop-page';
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
  return (
    <ShopPage withHosts needs="session.plan" shopId={shopId}>
      {(shop) => <Backfill key={shop.id} shop={shop} />}
    </ShopPage>
  );
});

const Backfill = observer(function Backfill({ shop }: { shop: OwnShop }) {
  const { ui, shops, liveSessions } = useStores();
  const words = useMerchantText().merchantSession.backfill;
  const submit = useSubmit();
  const hosts = activeHosts(shops.hosts(shop.id));
  const draft = useDraft((device) =>
    createBackfillDraft(device, liveSessions, shop.id, {
      hostId: usualHostId(shop, hosts),
      accountId: onlyId(shop.accounts),
    }),
  );
  const handleSubmit = () =>
    void submit(draft, ({ session }, warnings) => {
      ui.toast(warnings[0] ?? words.done);
      ui.replace(PATHS.session.url({ id: session.id }));
    });
  return (
    <FormPage draft={draft} submitLabel={words.submit} onSubmit={handleSubmit}>
      <View className="hl-footnote">{words.note}</View>
      <PastForm draft={draft} hosts={hosts} accounts={shop.accounts} />
      <FirstFigureForm draft={draft} />
      <OddSheet
        draft={draft}
        amountFen={typedFen(draft.fields.figure.amountFen)}
        isSession
        onChange={(fen) => draft.set({ figure: { amountFen: yuanText(fen) } })}
        onSend={handleSubmit}
      />
    </FormPage>
  );
});
