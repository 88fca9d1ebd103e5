import { View } from '@tarojs/components';

import './index.css';

/** Props of {@link InfoButton}. */
export interface InfoButtonProps {
  /** What it opens, for those who do not see it. */
  label: string;
  onTap: () => void;
}

/** The way to sources and reasons, which stand apart from what they explain. */
export function InfoButton({ label, onTap }: InfoButtonProps) {
  return (
    <View className="hl-info" role="button" ariaLabel={label} onClick={onTap}>
      i
    </View>
  );
}
