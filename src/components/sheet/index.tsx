import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

import { Button } from '../button';
import './index.css';

/** Props of {@link Sheet}. */
export interface SheetProps {
  isOpen: boolean;
  onClose: () => void;
  /** Words of the button that closes it. */
  closeLabel: string;
  title?: string;
  /** `foot`: closing is one of several answers, and stands below them. */
  closeAt?: 'head' | 'foot';
  children: ReactNode;
}

/** A panel from below. Closed by its button or by a tap beside it. */
export function Sheet(props: SheetProps) {
  const { isOpen, onClose, closeLabel, title, closeAt = 'head', children } = props;
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
          <View
            className={
              closeAt === 'foot' ? 'hl-sheet__title hl-sheet__title--asks' : 'hl-sheet__title'
            }
          >
            {title ?? ''}
          </View>
          {closeAt === 'head' && (
            <View className="hl-sheet__close" role="button" onClick={onClose}>
              {closeLabel}
            </View>
          )}
        </View>
        <View className="hl-sheet__body">
          {children}
          {closeAt === 'foot' && (
            <Button kind="quiet" onTap={onClose}>
              {closeLabel}
            </Button>
          )}
        </View>
      </View>
    </View>
  );
}
