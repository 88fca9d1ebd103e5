import { View } from '@tarojs/components';

import './index.css';

/** Props of {@link LoadingState}. */
export interface LoadingStateProps {
  /** Read aloud, and shown when the wait is a long one. */
  label: string;
  /** How many grey rows stand in for what is coming. */
  rows?: number;
}

/** Grey rows where the content will stand, so that nothing jumps when it comes. */
export function LoadingState({ label, rows = 3 }: LoadingStateProps) {
  return (
    <View className="hl-loading" ariaLabel={label}>
      {Array.from({ length: rows }, (_, index) => (
        <View key={index} className="hl-loading__row" />
      ))}
      <View className="hl-loading__label">{label}</View>
    </View>
  );
}
