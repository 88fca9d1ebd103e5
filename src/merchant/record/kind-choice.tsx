import { View } from '@tarojs/components';

import type { EntryKind } from '../../domain/sales/entry';
import { useMerchantText } from '../../i18n/merchant';

/** The kind that is recorded most comes first. */
const KINDS: readonly EntryKind[] = ['paid', 'refunded', 'ordered'];

/** Props of {@link KindChoice}. */
export interface KindChoiceProps {
  kind: EntryKind | null;
  onChange: (kind: EntryKind) => void;
}

/** What the amount is: ordered, paid or refunded. */
export function KindChoice({ kind, onChange }: KindChoiceProps) {
  const { merchantMoney } = useMerchantText();
  return (
    <View className="record__kinds">
      {KINDS.map((choice) => (
        <View
          key={choice}
          role="radio"
          className={choice === kind ? 'record__kind record__kind--chosen' : 'record__kind'}
          onClick={() => {
            if (choice !== kind) onChange(choice);
          }}
        >
          {merchantMoney.entryKind[choice]}
        </View>
      ))}
    </View>
  );
}
