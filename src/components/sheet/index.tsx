import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

import './index.css';

/** Props of {@link Sheet}. */
export interface SheetProps {
  isOpen: boolean;
  onClose: () => void;
  /** Words of the button that closes it. */
  closeLabel: string;
  title?: string;
  children: ReactNode;
}

/** A panel from below. Closed by its button or by a tap beside it. */
export function Sheet({ isOpen, onClose, closeLabel, title, children }: SheetProps) {
  if (!isOpen) return null;
  return (
    <View
      className="hl-sheet"
      catchMove
      onClick={(event) => {
        event.stopPropagation();
        onClose();
      }}
    >
      <View className="hl-sheet__panel" onClick={(event) => event.stopPropagation()}>
        <View className="hl-sheet__head">
          <View className="hl-sheet__title">{title ?? ''}</View>
          <View className="hl-sheet__close" role="button" onClick={onClose}>
            {closeLabel}
          </View>
        </View>
        <View className="hl-sheet__body">{children}</View>
      </View>
    </View>
  );
}
