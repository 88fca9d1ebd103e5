import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { TextField } from '../../components/text-field';
import { disclosureFields } from '../../domain/shop/disclosure';
import { wordIssue } from '../../i18n/form-words';
import { useMerchantText } from '../../i18n/merchant';
import type { ShopDraft } from '../../stores/drafts';
import { useCreditCodeHint } from '../shared/credit-code-hint';

/** What the law makes this legal form show to everyone, with its own purpose text. */
export const DisclosureForm = observer(function DisclosureForm({ draft }: { draft: ShopDraft }) {
  const t = useMerchantText();
  const words = t.merchantShop.edit;
  const { legalForm, disclosure } = draft.fields;
  const codeHint = useCreditCodeHint(disclosure.creditCode, words.fieldHint.creditCode ?? '');
  if (legalForm === null) return null;
  return (
    <Card title={words.disclosure}>
      <View className="edit-shop__purpose">
        <View>{words.disclosurePurpose}</View>
        <View className="edit-shop__purpose-line">{words.disclosureFor[legalForm]}</View>
      </View>
      {disclosureFields(legalForm).map((name) => {
        const path = `disclosure.${name}` as const;
        const found = draft.issueAt(path);
        const hint = name === 'creditCode' ? codeHint : words.fieldHint[name];
        const isWrongCode = name === 'creditCode' && found === 'bad_format';
        return (
          <TextField
            key={name}
            label={t.common.disclosure[name]}
            value={disclosure[name] ?? ''}
            onChange={(value) => draft.set({ disclosure: { [name]: value } })}
            onBlur={() => draft.touch(path)}
            issue={isWrongCode ? words.wrongCode : wordIssue(found, t)}
            {...(hint ? { hint } : {})}
          />
        );
      })}
    </Card>
  );
});
