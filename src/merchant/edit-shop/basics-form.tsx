import { observer } from 'mobx-react-lite';

import { ChoiceField } from '../../components/choice-field';
import { TextField } from '../../components/text-field';
import { LEGAL_FORMS, LINES_OF_BUSINESS } from '../../domain/shop/shop';
import { wordIssue } from '../../i18n/form-words';
import { useMerchantText } from '../../i18n/merchant';
import type { PathOf, ShopDraft } from '../../stores/drafts';
import { choicesOf } from '../shared/choices';
import { PlaceField } from '../shared/place-field';

/** Name, what the store is and does, where it is, and the private phone. */
export const BasicsForm = observer(function BasicsForm({ draft }: { draft: ShopDraft }) {
  const t = useMerchantText();
  const { register, edit } = t.merchantShop;
  const { fields } = draft;
  const issue = (path: PathOf<'shop.update'>) => wordIssue(draft.issueAt(path), t);
  return (
    <>
      <TextField
        label={register.name}
        value={fields.name}
        onChange={(name) => draft.set({ name })}
        onBlur={() => draft.touch('name')}
        issue={issue('name')}
      />
      <TextField
        label={edit.intro}
        mark={t.common.state.optional}
        placeholder={edit.introPlaceholder}
        isLong
        value={fields.intro}
        onChange={(intro) => draft.set({ intro })}
        onBlur={() => draft.touch('intro')}
        issue={issue('intro')}
      />
      <ChoiceField
        label={register.lineOfBusiness}
        hint={register.lineNote}
        options={choicesOf(LINES_OF_BUSINESS, t.common.lineOfBusiness)}
        value={fields.lineOfBusiness}
        onChange={(lineOfBusiness) => draft.set({ lineOfBusiness })}
        issue={issue('lineOfBusiness')}
      />
      <ChoiceField
        label={register.legalForm}
        options={choicesOf(LEGAL_FORMS, t.storeFacts.legalForm)}
        value={fields.legalForm}
        onChange={(legalForm) => draft.set({ legalForm })}
        issue={issue('legalForm')}
      />
      <PlaceField draft={draft} />
      <TextField
        label={register.phone}
        mark={t.common.state.optional}
        hint={register.phoneHint}
        value={fields.phone ?? ''}
        onChange={(phone) => draft.set({ phone })}
        onBlur={() => draft.touch('phone')}
        issue={issue('phone')}
      />
    </>
  );
});
