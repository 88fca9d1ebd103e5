import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { ChoiceField } from '../../components/choice-field';
import { TextField } from '../../components/text-field';
import type { Host } from '../../contract/shop';
import { PLATFORMS } from '../../domain/shop/platform';
import { wordIssue } from '../../i18n/form-words';
import { useMerchantText } from '../../i18n/merchant';
import { type AccountFields, NEW_ACCOUNT, type ShopDraft } from '../../stores/drafts';
import { choicesOf } from '../shared/choices';
import { HostChoiceField } from '../shared/host-choice-field';

/** Props of {@link AccountsForm}. */
export interface AccountsFormProps {
  draft: ShopDraft;
  hosts: readonly Host[];
}

/** The store's accounts on platforms; each may be one host's own. */
export const AccountsForm = observer(function AccountsForm({ draft, hosts }: AccountsFormProps) {
  const t = useMerchantText();
  const words = t.merchantShop.edit;
  const { accounts } = draft.fields;
  const issue = (index: number, field: keyof AccountFields) =>
    wordIssue(draft.issueAt(`accounts.${index}.${field}`), t);
  const change = (index: number, part: Partial<AccountFields>) =>
    draft.set({
      accounts: accounts.map((account, at) => (at === index ? { ...account, ...part } : account)),
    });
  const remove = (index: number) =>
    draft.set({ accounts: accounts.filter((_, at) => at !== index) });
  return (
    <Card title={words.accounts}>
      {accounts.map((account, index) => (
        // New accounts have no id yet; the form's order is the only name they have.
        <View key={account.id ?? `new-${index}`} className="edit-shop__account">
          <View className="edit-shop__account-head">
            <View className="edit-shop__account-title">{words.accountOf(index + 1)}</View>
            {account.id === null && accounts.length > 1 && (
              <Button kind="quiet" size="small" onTap={() => remove(index)}>
                {words.removeAccount}
              </Button>
            )}
          </View>
          <ChoiceField
            label={t.merchantShop.register.platform}
            options={choicesOf(PLATFORMS, t.common.platform)}
            value={account.platform}
            onChange={(platform) => change(index, { platform })}
            issue={issue(index, 'platform')}
          />
          <TextField
            label={words.accountName}
            value={account.name}
            onChange={(name) => change(index, { name })}
            onBlur={() => draft.touch(`accounts.${index}.name`)}
            issue={issue(index, 'name')}
          />
          {account.platform === 'channels' && (
            <TextField
              label={words.finder}
              hint={words.finderHint}
              value={account.finderUserName ?? ''}
              onChange={(finderUserName) => change(index, { finderUserName })}
              onBlur={() => draft.touch(`accounts.${index}.finderUserName`)}
              issue={issue(index, 'finderUserName')}
            />
          )}
          {hosts.length > 0 && (
            <HostChoiceField
              label={words.accountHost}
              hosts={hosts}
              none={words.everyone}
              value={account.hostId}
              onChange={(hostId) => change(index, { hostId })}
              issue={issue(index, 'hostId')}
            />
          )}
        </View>
      ))}
      <View className="hl-note edit-shop__kept">{words.accountsKept}</View>
      <View className="edit-shop__add">
        <Button onTap={() => draft.set({ accounts: [...accounts, NEW_ACCOUNT] })}>
          {words.addAccount}
        </Button>
      </View>
    </Card>
  );
});
