import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { ChoiceField } from '../../components/choice-field';
import { TextField } from '../../components/text-field';
import { PLATFORMS } from '../../domain/shop/platform';
import { asksAge } from '../../domain/shop/problems';
import { AGES, LEGAL_FORMS, LINES_OF_BUSINESS } from '../../domain/shop/shop';
import { wordIssue } from '../../i18n/form-words';
import { useMerchantText } from '../../i18n/merchant';
import type { PathOf, RegisterDraft } from '../../stores/drafts';
import { choicesOf } from '../shared/choices';
import { PlaceForm } from '../shared/place-form';

/** The fields of a registration: eight at most. */
export const RegisterForm = observer(function RegisterForm({ draft }: { draft: RegisterDraft }) {
  const t = useMerchantText();
  const words = t.merchantShop.register;
  const { fields } = draft;
  const issue = (path: PathOf<'shop.register'>) => wordIssue(draft.issueAt(path), t);
  return (
    <>
      <Card>
        <TextField
          label={words.name}
          placeholder={words.namePlaceholder}
          value={fields.name}
          onChange={(name) => draft.set({ name })}
          onBlur={() => draft.touch('name')}
          issue={issue('name')}
        />
        <ChoiceField
          label={words.legalForm}
          options={choicesOf(LEGAL_FORMS, t.common.legalForm)}
          value={fields.legalForm}
          onChange={(legalForm) => draft.set({ legalForm })}
          issue={issue('legalForm')}
        />
        {asksAge(fields.legalForm) && (
          <ChoiceField
            label={words.age}
            hint={words.ageHint}
            options={choicesOf(AGES, t.common.age)}
            value={fields.age}
            onChange={(age) => draft.set({ age })}
            issue={issue('age')}
          />
        )}
        <ChoiceField
          label={words.lineOfBusiness}
          hint={words.lineNote}
          options={choicesOf(LINES_OF_BUSINESS, t.common.lineOfBusiness)}
          value={fields.lineOfBusiness}
          onChange={(lineOfBusiness) => draft.set({ lineOfBusiness })}
          issue={issue('lineOfBusiness')}
        />
      </Card>
      <Card>
        <PlaceForm draft={draft} />
      </Card>
      <Card>
        <ChoiceField
          label={words.platform}
          options={choicesOf(PLATFORMS, t.common.platform)}
          value={fields.account.platform}
          onChange={(platform) => draft.set({ account: { platform } })}
          issue={issue('account.platform')}
        />
        <TextField
          label={words.account}
          hint={words.accountHint}
          value={fields.account.name}
          onChange={(name) => draft.set({ account: { name } })}
          onBlur={() => draft.touch('account.name')}
          issue={issue('account.name')}
        />
      </Card>
      <Card>
        <TextField
          label={words.phone}
          mark={t.common.state.optional}
          hint={words.phoneHint}
          value={fields.phone ?? ''}
          onChange={(phone) => draft.set({ phone })}
          onBlur={() => draft.touch('phone')}
          issue={issue('phone')}
        />
      </Card>
    </>
  );
});
