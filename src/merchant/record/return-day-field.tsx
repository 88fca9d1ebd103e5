import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Card } from '../../components/card';
import { ChoiceField } from '../../components/choice-field';
import { chinaDayOf } from '../../domain/time';
import { useLang, wordChinaDay } from '../../i18n';
import { wordIssue } from '../../i18n/form-words';
import { useMerchantText } from '../../i18n/merchant';
import type { SalesDraft } from '../../stores/drafts';
import { useStores } from '../../stores-context';
import { choicesOf } from '../shared/choices';
import { PickerField } from '../shared/picker-field';

/** Props of {@link ReturnDayField}. */
export interface ReturnDayFieldProps {
  draft: SalesDraft;
  /** China day of the sale: a refund cannot be earlier. */
  bookedOn: string;
  onChange: (returnedOn: string | null) => void;
}

const CHOICES = ['today', 'other', 'unknown'] as const;
type Choice = (typeof CHOICES)[number];

/** The day on which a refund happened: today, another day, or not known. */
export const ReturnDayField = observer(function ReturnDayField(props: ReturnDayFieldProps) {
  const { draft, bookedOn, onChange } = props;
  const { ui } = useStores();
  const t = useMerchantText();
  const lang = useLang();
  const words = t.merchantMoney.record;
  const today = chinaDayOf(ui.now);
  const returnedOn = draft.fields.returnedOn ?? null;
  const [isPicking, setPicking] = useState(returnedOn !== null && returnedOn !== today);
  const known: Choice = returnedOn === null ? 'unknown' : 'today';
  const handleChange = (choice: Choice): void => {
    setPicking(choice === 'other');
    onChange(choice === 'unknown' ? null : today);
  };
  return (
    <Card>
      <ChoiceField
        label={words.returnedOn}
        hint={words.returnedOnNote}
        options={choicesOf(CHOICES, words.returnDay)}
        value={isPicking ? 'other' : known}
        onChange={handleChange}
        issue={isPicking ? null : wordIssue(draft.issueAt('returnedOn'), t)}
      />
      {isPicking && (
        <PickerField
          label={words.returnedOnDay}
          mode="date"
          value={returnedOn ?? today}
          text={wordChinaDay(returnedOn ?? today, ui.now, lang)}
          start={bookedOn}
          end={today}
          onChange={onChange}
          issue={wordIssue(draft.issueAt('returnedOn'), t)}
        />
      )}
    </Card>
  );
});
