import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

import { useText } from '../../i18n';
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

/** A labelled place for something typed or chosen; beneath it its hint, or its error by name. */
export function Field({ label, children, hint, issue, mark }: FieldProps) {
  const { ofField } = useText().common;
  return (
    <View className={issue ? 'hl-field hl-field--wrong' : 'hl-field'}>
      <View className="hl-field__label">
        {label}
        {mark !== undefined && <View className="hl-field__mark">{mark}</View>}
      </View>
      {children}
      {issue ? <View className="hl-field__issue">{ofField(label, issue)}</View> : null}
      {hint !== undefined && !issue && <View className="hl-field__hint">{hint}</View>}
    </View>
  );
}
