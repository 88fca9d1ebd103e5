import { View } from '@tarojs/components';

import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { useMerchantText } from '../../i18n/merchant';

/** Props of {@link OverlapSheet}. */
export interface OverlapSheetProps {
  /** What the cloud warned of after saving; null when nothing. */
  warning: string | null;
  onKeep: () => void;
  onChange: () => void;
}

/** The plan is saved and overlaps another: keep it so, or change the time at once. */
export function OverlapSheet({ warning, onKeep, onChange }: OverlapSheetProps) {
  const words = useMerchantText().merchantSession.plan;
  return (
    <Sheet
      isOpen={warning !== null}
      onClose={onKeep}
      closeLabel={words.overlapKeep}
      title={words.overlapTitle}
    >
      <View className="plan__overlap">{words.overlap(warning ?? '')}</View>
      <Button onTap={onChange}>{words.overlapChange}</Button>
    </Sheet>
  );
}
