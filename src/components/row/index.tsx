import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';

import './index.css';

/** Props of {@link Row}. */
export interface RowProps {
  title: ReactNode;
  /** A second, smaller line. */
  note?: ReactNode;
  /** What stands at the end of the row. */
  value?: ReactNode;
  /** With it the row can be tapped and shows an arrow. */
  onTap?: () => void;
  /** Stands before the title. */
  lead?: ReactNode;
}

/** One line of a list: what it is, what it says, and where it leads. */
export function Row({ title, note, value, onTap, lead }: RowProps) {
  const tap = onTap ? { role: 'button', onClick: onTap, hoverClass: 'hl-row--pressed' } : {};
  const hasNote = note !== undefined && note !== null;
  const titleLine = <View className="hl-row__title">{title}</View>;
  return (
    <View className="hl-row" {...tap}>
      {lead !== undefined && <View className="hl-row__lead">{lead}</View>}
      <View className="hl-row__main">
        {hasNote ? (
          <View className="hl-row__words">
            {titleLine}
            <View className="hl-row__note">{note}</View>
          </View>
        ) : (
          titleLine
        )}
        {value !== undefined && <View className="hl-row__value">{value}</View>}
        {onTap && <Text className="hl-row__arrow" />}
      </View>
    </View>
  );
}
