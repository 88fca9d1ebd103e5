import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Button } from '../../components/button';
import { ChoiceField } from '../../components/choice-field';
import { Sheet } from '../../components/sheet';
import { TextField } from '../../components/text-field';
import type { FactRule } from '../../domain/incentive';
import { useLang } from '../../i18n';
import { wordIssue } from '../../i18n/form-words';
import { useMerchantText } from '../../i18n/merchant';
import { createApplicantDraft, type Applicant } from '../../stores/drafts';
import { useStores } from '../../stores-context';
import { amountIssue } from '../shared/amount-issue';
import { DraftNote } from '../shared/draft-note';
import { useDraft } from '../shared/use-draft';
import { useSubmit } from '../shared/use-submit';

/** Props of {@link FactSheet}. */
export interface FactSheetProps {
  applicant: Applicant;
  rule: FactRule;
  year: number | null;
  onClose: () => void;
}

/** One question, answered by an amount, a number, or yes and no. */
export const FactSheet = observer(function FactSheet(props: FactSheetProps) {
  const { applicant, rule, year, onClose } = props;
  const { ui, shops } = useStores();
  const t = useMerchantText();
  const lang = useLang();
  const words = t.merchantShop.applicant;
  const submit = useSubmit();
  const draft = useDraft((device) =>
    createApplicantDraft(device, shops, applicant, rule.fact, year, rule.type),
  );
  const handleSubmit = () =>
    void submit(draft, () => {
      ui.toast(t.common.state.saved);
      onClose();
    });
  const { value } = draft.fields;
  const amount = typeof value === 'boolean' ? '' : String(value);
  const typedIssue = draft.issueAt('value');
  const numberIssue =
    typedIssue === 'fractional' ? words.countWhole : typedIssue && amountIssue(amount, t);
  const number = {
    placeholder: words.number(rule.unit?.[lang] ?? ''),
    hint: words.numberHint,
    issue: numberIssue,
  };
  const money = {
    placeholder: words.amount,
    hint: words.amountHint,
    issue: typedIssue && amountIssue(amount, t),
  };
  return (
    <Sheet
      isOpen
      onClose={onClose}
      closeLabel={t.common.action.close}
      title={year === null ? words.declare : words.year(year)}
    >
      <View className="applicant__form">
        <DraftNote draft={draft} at="top" />
        {rule.type !== 'boolean' ? (
          <TextField
            label={rule.question[lang]}
            value={amount}
            onChange={(typed) => draft.set({ value: typed })}
            onBlur={() => draft.touch('value')}
            {...(rule.type === 'number' ? number : money)}
          />
        ) : (
          <ChoiceField
            label={rule.question[lang]}
            options={[
              { value: 'yes', label: words.yes },
              { value: 'no', label: words.no },
            ]}
            value={typeof value !== 'boolean' ? null : value ? 'yes' : 'no'}
            onChange={(answer) => draft.set({ value: answer === 'yes' })}
            issue={wordIssue(typedIssue, t)}
          />
        )}
      </View>
      <Button kind="primary" isBusy={draft.isBusy} onTap={handleSubmit}>
        {t.common.action.save}
      </Button>
    </Sheet>
  );
});
