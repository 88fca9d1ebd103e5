import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { ChoiceField } from '../../components/choice-field';
import type { Account, Host } from '../../contract/shop';
import { wordIssue } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import type { BackfillDraft, EditDraft, PlanDraft, StartDraft } from '../../stores/drafts';
import { accountChoices, choiceOfId, hostChoices, idOfChoice } from './choices';

/** Props of {@link HostAndAccount}. */
export interface HostAndAccountProps {
  draft: PlanDraft | EditDraft | StartDraft | BackfillDraft;
  hosts: readonly Host[];
  accounts: readonly Account[];
}

/** Who hosts a session, and on which account; not asked for a host where the store has none. */
export const HostAndAccount = observer(function HostAndAccount(props: HostAndAccountProps) {
  const { draft, hosts, accounts } = props;
  const t = useMerchantText();
  const words = t.merchantSession.plan;
  const { hostIds, accountId } = draft.fields;
  const handleHost = (choice: string): void => {
    const hostId = idOfChoice(choice);
    draft.set({ hostIds: hostId === null ? [] : [hostId] });
  };
  return (
    <Card>
      {hosts.length > 0 && (
        <ChoiceField
          label={words.host}
          options={hostChoices(hosts, words.noHost)}
          value={choiceOfId(hostIds[0] ?? null)}
          onChange={handleHost}
          issue={wordIssue(draft.issueAt('hostIds'), t)}
        />
      )}
      <ChoiceField
        label={words.account}
        options={accountChoices(accounts, words.noAccount, t)}
        value={choiceOfId(accountId)}
        onChange={(choice) => draft.set({ accountId: idOfChoice(choice) })}
        issue={wordIssue(draft.issueAt('accountId'), t)}
      />
    </Card>
  );
});
