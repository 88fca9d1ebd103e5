import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';

import { Button } from '../../components/button';
import { EmptyState } from '../../components/empty-state';
import { PageFrame } from '../../components/page-frame';
import { Reading } from '../../components/reading';
import type { DutyLists } from '../../contract/duty';
import type { OwnShop } from '../../contract/shop';
import { MAX_LISTS } from '../../domain/duty/checklist';
import { useMerchantText } from '../../i18n/merchant';
import { usePageQuery, usePageTitle } from '../../page-hooks';
import { PATHS } from '../../paths';
import { createChecklistsDraft, listFields, type ListFields } from '../../stores/drafts';
import { useStores } from '../../stores-context';
import { DraftNote } from '../shared/draft-note';
import { listWords } from '../shared/duty-words';
import { useDuty } from '../shared/merchant-stores';
import { ShopPage, useOfflineMessage } from '../shared/shop-page';
import { useDraft } from '../shared/use-draft';
import { useSubmit } from '../shared/use-submit';
import { ListForm } from './list-form';
import './index.css';

/** The lists of things to do that a store's sessions get. */
export default observer(function ChecklistsPage() {
  const { shopId } = usePageQuery(PATHS.checklists);
  usePageTitle(useMerchantText().merchantDuty.lists.title);
  return <ShopPage shopId={shopId}>{(shop) => <Lists key={shop.id} shop={shop} />}</ShopPage>;
});

const Lists = observer(function Lists({ shop }: { shop: OwnShop }) {
  const store = useDuty();
  const reading = store.lists(shop.id);
  const load = () => void store.loadLists(shop.id);
  useEffect(() => {
    void store.loadLists(shop.id);
  }, [store, shop.id]);
  if (reading.value !== null) return <Editor lists={reading.value} readAt={reading.at} />;
  return (
    <PageFrame>
      <Reading reading={reading} onRetry={load} />
    </PageFrame>
  );
});

interface EditorProps {
  lists: DutyLists;
  /** When they were read from the cloud, UTC. */
  readAt: string | null;
}

const Editor = observer(function Editor({ lists, readAt }: EditorProps) {
  const { ui, shops } = useStores();
  const store = useDuty();
  const t = useMerchantText();
  const words = t.merchantDuty.lists;
  const submit = useSubmit();
  const [isStale, setStale] = useState(false);
  const fieldsOf = (known: DutyLists) =>
    listFields(known, (id) => listWords({ id, name: null }, t));
  const draft = useDraft((device) => createChecklistsDraft(device, store, fieldsOf(lists)));
  useEffect(() => {
    draft.rebase(fieldsOf(lists));
    // The words of lists to start from change with the language, not what was read.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [draft, lists]);
  const role = shops.shop(lists.shopId)?.role;
  const canEdit = role === 'owner' || role === 'operator';
  const handleSave = async () => {
    setStale(false);
    const result = await submit(draft, (saved) => {
      draft.restart(fieldsOf(saved));
      ui.toast(words.saved);
    });
    if (!result.ok && result.error.code === 'stale_version') setStale(true);
  };
  const change = (next: readonly ListFields[]) => draft.set({ lists: [...next] });
  const { lists: shown } = draft.fields;
  const footer = (
    <Button kind="primary" isBusy={draft.isBusy} onTap={() => void handleSave()}>
      {t.common.action.save}
    </Button>
  );
  return (
    <PageFrame
      offlineMessage={useOfflineMessage(readAt)}
      {...(canEdit && (draft.isDirty || draft.isUncertain) ? { footer } : {})}
    >
      {isStale && <View className="checklists__stale">{t.merchantDuty.page.stale}</View>}
      <View className="hl-footnote">{canEdit ? words.note : words.readOnly}</View>
      <DraftNote draft={draft} at="top" />
      {shown.length === 0 && <EmptyState title={words.empty} note={words.emptyNote} />}
      {shown.map((list, index) => (
        <ListForm
          // New lists have no id yet; the form's order is the only name they have.
          key={list.id ?? `new-${index}`}
          draft={draft}
          index={index}
          canEdit={canEdit}
          onChange={(changed) => change(shown.map((other, at) => (at === index ? changed : other)))}
          onRemove={() => change(shown.filter((_, at) => at !== index))}
          onFirst={() => change([list, ...shown.filter((_, at) => at !== index)])}
        />
      ))}
      {canEdit && shown.length < MAX_LISTS && (
        <View className="checklists__add">
          <Button onTap={() => change([...shown, { id: null, name: words.newList, items: [] }])}>
            {words.addList}
          </Button>
        </View>
      )}
      <DraftNote draft={draft} at="foot" />
    </PageFrame>
  );
});
