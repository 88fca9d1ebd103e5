import { observer } from 'mobx-react-lite';

import { TextField } from '../../components/text-field';
import type { Disclosure } from '../../domain/shop/disclosure';
import { wordIssue } from '../../i18n/form-words';
import { useMerchantText } from '../../i18n/merchant';
import type { ShopDraft } from '../../stores/drafts';
import { useCreditCodeHint } from '../shared/credit-code-hint';

/** One field of what the law makes a seller show, in the form of its store. */
export const DisclosureField = observer(function DisclosureField(props: {
  draft: ShopDraft;
  name: keyof Disclosure;
}) {
  const { draft, name } = props;
  const t = useMerchantText();
  const words = t.merchantShop.edit;
  const { disclosure } = draft.fields;
  const codeHint = useCreditCodeHint(disclosure.creditCode, words.fieldHint.creditCode ?? '');
  const path = `disclosure.${name}` as const;
  const issue = draft.issueAt(path);
  const hint = name === 'creditCode' ? codeHint : words.fieldHint[name];
  const isWrongCode = name === 'creditCode' && issue === 'bad_format';
  return (
    <TextField
      label={t.storeFacts.disclosure[name]}
      value={disclosure[name] ?? ''}
      onChange={(value) => draft.set({ disclosure: { [name]: value } })}
      onBlur={() => draft.touch(path)}
      issue={isWrongCode ? words.wrongCode : wordIssue(issue, t)}
      {...(hint ? { hint } : {})}
    />
  );
});
