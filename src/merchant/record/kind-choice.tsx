import { View } from '@tarojs/components';

import { ENTRY_KINDS, type EntryKind } from '../../domain/sales/entry';
import { useMerchantText } from '../../i18n/merchant';

/** Props of {@link KindChoice}. */
export interface KindChoiceProps {
  kind: EntryKind | null;
  onChange: (kind: EntryKind) => void;
}

/** What the amount is: ordered, paid or refunded. */
export function KindChoice({ kind, onChange }: KindChoiceProps) {
  const { common } = useMerchantText();
  return (
    <View className="record__kinds">
      {ENTRY_KINDS.map((choice) => (
        <View
          key={choice}
          role="radio"
          className={choice === kind ? 'record__kind record__kind--chosen' : 'record__kind'}
          onClick={() => {
            if (choice !== kind) onChange(choice);
          }}
        >
          {common.entryKind[choice]}
        </View>
      ))}
    </View>
  );
}
