import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

import './index.css';

/** Props of {@link Field}. */
export interface FieldProps {
  label: string;
  children: ReactNode;
  /** What to type, or why it is asked. */
  hint?: string;
  /** What is wrong and how to mend it; stands under the field. */
  issue?: string | null;
  /** Said beside the label, e.g. "optional". */
  mark?: string;
}

/** A labelled place for something typed or chosen, with its hint and its error beneath. */
export function Field({ label, children, hint, issue, mark }: FieldProps) {
  return (
    <View className={issue ? 'hl-field hl-field--wrong' : 'hl-field'}>
      <View className="hl-field__label">
        {label}
        {mark !== undefined && <View className="hl-field__mark">{mark}</View>}
      </View>
      {children}
      {issue ? <View className="hl-field__issue">{issue}</View> : null}
      {hint !== undefined && !issue && <View className="hl-field__hint">{hint}</View>}
    </View>
  );
}
