import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { disclosureFields } from '../../domain/shop/disclosure';
import { useMerchantText } from '../../i18n/merchant';
import type { ShopDraft } from '../../stores/drafts';
import { DisclosureField } from './disclosure-field';

/** What the law makes this legal form show to everyone, with its own purpose text. */
export const DisclosureForm = observer(function DisclosureForm({ draft }: { draft: ShopDraft }) {
  const words = useMerchantText().merchantShop.edit;
  const { legalForm } = draft.fields;
  if (legalForm === null) return null;
  return (
    <Card title={words.disclosure}>
      <View className="edit-shop__purpose">
        <View>{words.disclosurePurpose}</View>
        <View className="edit-shop__purpose-line">{words.disclosureFor[legalForm]}</View>
      </View>
      {disclosureFields(legalForm).map((name) => (
        <DisclosureField key={name} draft={draft} name={name} />
      ))}
    </Card>
  );
});
