import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { ChoiceField } from '../../components/choice-field';
import { TextField } from '../../components/text-field';
import { PLATFORMS } from '../../domain/shop/platform';
import { asksAge } from '../../domain/shop/problems';
import { AGES, LEGAL_FORMS, LINES_OF_BUSINESS } from '../../domain/shop/shop';
import { wordIssue } from '../../i18n/form-words';
import { useMerchantText } from '../../i18n/merchant';
import type { RegisterDraft } from '../../stores/drafts';
import { CheckRow } from '../shared/check-row';
import { choicesOf } from '../shared/choices';
import { PlaceField } from '../shared/place-field';
import { Purpose } from './purpose';

interface FormProps {
  draft: RegisterDraft;
}

/** What the store is: its name, licence, business and place. */
export const FirstQuestions = observer(function FirstQuestions({ draft }: FormProps) {
  const t = useMerchantText();
  const words = t.merchantShop.register;
  const { fields } = draft;
  return (
    <>
      <Card>
        <TextField
          label={words.name}
          placeholder={words.namePlaceholder}
          value={fields.name}
          onChange={(name) => draft.set({ name })}
          onBlur={() => draft.touch('name')}
          issue={wordIssue(draft.issueAt('name'), t)}
        />
      </Card>
      <Card>
        <ChoiceField
          label={words.legalForm}
          layout="list"
          options={choicesOf(LEGAL_FORMS, words.legalForms)}
          value={fields.legalForm}
          onChange={(legalForm) => draft.set({ legalForm })}
          issue={wordIssue(draft.issueAt('legalForm'), t)}
        />
      </Card>
      <Card>
        <ChoiceField
          label={words.lineOfBusiness}
          hint={words.lineNote}
          options={choicesOf(LINES_OF_BUSINESS, t.common.lineOfBusiness)}
          value={fields.lineOfBusiness}
          onChange={(lineOfBusiness) => draft.set({ lineOfBusiness })}
          issue={wordIssue(draft.issueAt('lineOfBusiness'), t)}
        />
      </Card>
      <Card>
        <PlaceField draft={draft} />
      </Card>
    </>
  );
});

/** Who presents where, and the consent. */
export const SecondQuestions = observer(function SecondQuestions({ draft }: FormProps) {
  const t = useMerchantText();
  const words = t.merchantShop.register;
  const { fields } = draft;
  return (
    <>
      <Card>
        {asksAge(fields.legalForm) && (
          <ChoiceField
            label={words.age}
            hint={words.ageHint}
            options={choicesOf(AGES, t.storeFacts.age)}
            value={fields.age}
            onChange={(age) => draft.set({ age })}
            issue={wordIssue(draft.issueAt('age'), t)}
          />
        )}
        <ChoiceField
          label={words.platform}
          options={choicesOf(PLATFORMS, t.common.platform)}
          value={fields.account.platform}
          onChange={(platform) => draft.set({ account: { platform } })}
          issue={wordIssue(draft.issueAt('account.platform'), t)}
        />
        <TextField
          label={words.account}
          hint={words.accountHint}
          value={fields.account.name}
          onChange={(name) => draft.set({ account: { name } })}
          onBlur={() => draft.touch('account.name')}
          issue={wordIssue(draft.issueAt('account.name'), t)}
        />
      </Card>
      <Purpose />
      <Card>
        <CheckRow
          label={words.consent}
          isOn={fields.consent}
          onChange={(consent) => draft.set({ consent })}
          issue={wordIssue(draft.issueAt('consent'), t)}
        />
      </Card>
    </>
  );
});
