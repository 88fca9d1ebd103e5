import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { ChoiceField } from '../../components/choice-field';
import { TextField } from '../../components/text-field';
import type { Account, Host } from '../../contract/shop';
import { chinaDayOf, FIRST_DAY } from '../../domain/time';
import { useLang, wordChinaDay } from '../../i18n';
import { wordIssue } from '../../i18n/form-words';
import { useMerchantText } from '../../i18n/merchant';
import type { BackfillDraft, PathOf } from '../../stores/drafts';
import { useStores } from '../../stores-context';
import { choicesOf } from '../shared/choices';
import { HostAndAccount } from '../shared/host-and-account';
import { PickerField } from '../shared/picker-field';
import { TimeRange } from '../shared/time-range';

/** Props of {@link PastForm}. */
export interface PastFormProps {
  draft: BackfillDraft;
  hosts: readonly Host[];
  accounts: readonly Account[];
}

const PRECISIONS = ['day', 'instant'] as const;

/** What took place and when: the day is enough. */
export const PastForm = observer(function PastForm({ draft, hosts, accounts }: PastFormProps) {
  const { ui } = useStores();
  const t = useMerchantText();
  const lang = useLang();
  const { backfill: words, plan } = t.merchantSession;
  const { fields } = draft;
  const { when } = fields;
  const today = chinaDayOf(ui.now);
  const issue = (path: PathOf<'liveSession.backfill'>) => wordIssue(draft.issueAt(path), t);
  return (
    <>
      <Card>
        <TextField
          label={words.name}
          placeholder={plan.namePlaceholder}
          value={fields.title}
          onChange={(title) => draft.set({ title })}
          onBlur={() => draft.touch('title')}
          issue={issue('title')}
        />
        <ChoiceField
          label={words.when}
          options={choicesOf(PRECISIONS, words.precision)}
          value={when.precision}
          onChange={(precision) => draft.set({ when: { precision } })}
        />
        {when.precision === 'day' ? (
          <PickerField
            label={words.day}
            mode="date"
            value={when.day}
            text={wordChinaDay(when.day, ui.now, lang)}
            start={FIRST_DAY}
            end={today}
            onChange={(day) => draft.set({ when: { day } })}
            issue={issue('when.day')}
          />
        ) : (
          <TimeRange
            value={{ startAt: when.startedAt, endAt: when.endedAt }}
            onChange={({ startAt, endAt }) => {
              draft.set({ when: { startedAt: startAt, endedAt: endAt } });
              draft.touch('when.endedAt');
            }}
            startLabel={words.start}
            endLabel={words.end}
            now={ui.now}
            firstDay={FIRST_DAY}
            lastDay={today}
            issue={issue('when.endedAt')}
          />
        )}
      </Card>
      <HostAndAccount draft={draft} hosts={hosts} accounts={accounts} />
    </>
  );
});
