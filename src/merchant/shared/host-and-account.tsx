import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Card } from '../../components/card';
import { ChoiceField } from '../../components/choice-field';
import { Row } from '../../components/row';
import type { Account, Host } from '../../contract/shop';
import { MAX_SESSION_HOSTS } from '../../domain/live-session/hosts';
import { wordIssue } from '../../i18n/form-words';
import { useMerchantText } from '../../i18n/merchant';
import type { BackfillDraft, EditDraft, PlanDraft, StartDraft } from '../../stores/drafts';
import { accountChoices, activeHosts, choiceOfId, idOfChoice } from './choices';
import { HostChoiceField } from './host-choice-field';
import { HostChoiceSheet } from './host-choice-sheet';

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
  const offered = activeHosts(hosts, hostIds);
  const handleHost = (hostId: string | null): void => {
    const others = hostIds.slice(1).filter((id) => id !== hostId);
    draft.set({ hostIds: hostId === null ? [] : [hostId, ...others] });
  };
  return (
    <Card>
      {hosts.length > 0 && (
        <HostChoiceField
          label={words.host}
          hosts={offered}
          none={words.noHost}
          value={hostIds[0] ?? null}
          onChange={handleHost}
          issue={wordIssue(draft.issueAt('hostIds'), t)}
        />
      )}
      {hostIds.length > 0 && offered.length > 1 && <OtherHosts draft={draft} hosts={offered} />}
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

/** Who presents beside the main host; a tap on one takes them out. */
const OtherHosts = observer(function OtherHosts(
  props: Pick<HostAndAccountProps, 'draft' | 'hosts'>,
) {
  const { draft, hosts } = props;
  const t = useMerchantText();
  const words = t.merchantSession.plan;
  const [isChoosing, setChoosing] = useState(false);
  const { hostIds } = draft.fields;
  const others = hostIds.slice(1).flatMap((id) => hosts.find((host) => host.id === id) ?? []);
  const rest = hosts.filter(({ id }) => !hostIds.includes(id));
  const canAdd = rest.length > 0 && hostIds.length < MAX_SESSION_HOSTS;
  return (
    <>
      {others.map(({ id, name }) => (
        <Row
          key={id}
          title={name}
          note={words.otherHost}
          value={words.removeHost}
          onTap={() => draft.set({ hostIds: hostIds.filter((other) => other !== id) })}
        />
      ))}
      {canAdd && <Row title={words.addHost} onTap={() => setChoosing(true)} />}
      {isChoosing && (
        <HostChoiceSheet
          title={words.addHost}
          hosts={rest}
          onChoose={(hostId) => {
            setChoosing(false);
            draft.set({ hostIds: [...hostIds, hostId] });
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  );
});
