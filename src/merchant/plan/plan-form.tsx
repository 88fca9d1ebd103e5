import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { TextField } from '../../components/text-field';
import type { Account, Host } from '../../contract/shop';
import { chinaDayOf, lastDayAhead } from '../../domain/time';
import { wordIssue } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import type { PathOf, PlanDraft } from '../../stores/drafts';
import { useStores } from '../../stores-context';
import { HostAndAccount } from '../shared/host-and-account';
import { TimeRange } from '../shared/time-range';

/** Props of {@link PlanForm}. */
export interface PlanFormProps {
  draft: PlanDraft;
  hosts: readonly Host[];
  accounts: readonly Account[];
}

/** What, when, who and where: all that a plan needs. */
export const PlanForm = observer(function PlanForm({ draft, hosts, accounts }: PlanFormProps) {
  const { ui } = useStores();
  const t = useMerchantText();
  const words = t.merchantSession.plan;
  const { fields } = draft;
  const issue = (path: PathOf<'liveSession.schedule'>) => wordIssue(draft.issueAt(path), t);
  return (
    <>
      <Card>
        <TextField
          label={words.name}
          placeholder={words.namePlaceholder}
          value={fields.title}
          onChange={(title) => draft.set({ title })}
          onBlur={() => draft.touch('title')}
          issue={issue('title')}
        />
        <TimeRange
          value={fields}
          onChange={(times) => {
            draft.set(times);
            draft.touch('endAt');
          }}
          startLabel={words.start}
          endLabel={words.end}
          now={ui.now}
          firstDay={chinaDayOf(ui.now)}
          lastDay={lastDayAhead(ui.now)}
          issue={issue('startAt') ?? issue('endAt')}
        />
      </Card>
      <HostAndAccount draft={draft} hosts={hosts} accounts={accounts} />
    </>
  );
});
