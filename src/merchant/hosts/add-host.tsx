import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Button } from '../../components/button';
import { ChoiceField, type Choice } from '../../components/choice-field';
import { Sheet } from '../../components/sheet';
import { TextField } from '../../components/text-field';
import { PLATFORMS, type Platform } from '../../domain/shop/platform';
import { wordIssue } from '../../i18n/form-words';
import { useMerchantText } from '../../i18n/merchant';
import { createHostDraft, emptyHost } from '../../stores/drafts';
import { useStores } from '../../stores-context';
import { choicesOf } from '../shared/choices';
import { DraftNote } from '../shared/draft-note';
import { useDraft } from '../shared/use-draft';
import { useSubmit } from '../shared/use-submit';

/** Props of {@link AddHost}. */
export interface AddHostProps {
  isOpen: boolean;
  shopId: string;
  onAdded: (hostId: string) => void;
  onClose: () => void;
}

/** A new host, with their own account if they have one. */
export const AddHost = observer(function AddHost(props: AddHostProps) {
  const { isOpen, shopId, onAdded, onClose } = props;
  const { ui, shops } = useStores();
  const t = useMerchantText();
  const words = t.merchantShop.hosts;
  const submit = useSubmit();
  const draft = useDraft((device) => createHostDraft(device, shops, shopId));
  const { name, account } = draft.fields;
  const handleAdd = () =>
    void submit(draft, ({ host }, [warning]) => {
      onAdded(host.id);
      draft.restart(emptyHost(shopId));
      ui.toast(warning ?? words.added);
      onClose();
    });
  const platforms: Choice<Platform | 'none'>[] = [
    ...choicesOf(PLATFORMS, t.common.platform),
    { value: 'none', label: words.noAccount },
  ];
  return (
    <Sheet isOpen={isOpen} onClose={onClose} closeLabel={t.common.action.close} title={words.add}>
      <View className="hosts__form">
        <DraftNote draft={draft} at="top" />
        <TextField
          label={words.name}
          placeholder={words.namePlaceholder}
          value={name}
          onChange={(value) => draft.set({ name: value })}
          onBlur={() => draft.touch('name')}
          issue={wordIssue(draft.issueAt('name'), t)}
        />
        <ChoiceField
          label={words.hasAccount}
          options={platforms}
          value={account.platform ?? 'none'}
          onChange={(value) =>
            draft.set({ account: { platform: value === 'none' ? null : value } })
          }
        />
        {account.platform !== null && (
          <TextField
            label={words.account}
            value={account.name}
            onChange={(value) => draft.set({ account: { name: value } })}
            onBlur={() => draft.touch('account.name')}
            issue={wordIssue(draft.issueAt('account.name'), t)}
          />
        )}
      </View>
      <Button kind="primary" isBusy={draft.isBusy} onTap={handleAdd}>
        {words.add}
      </Button>
    </Sheet>
  );
});
