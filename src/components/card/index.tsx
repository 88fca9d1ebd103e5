import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';

import './index.css';

/** Props of {@link Card}. */
export interface CardProps {
  children: ReactNode;
  /** Stands above the card, in the grey. */
  title?: string;
  /** Words beside the title that can be tapped. */
  action?: { label: string; onTap: () => void };
  /** Rows bring their own padding; free content wants the card's. */
  isPadded?: boolean;
}

/** A white card on the grey page, with an optional heading above it. */
export function Card({ children, title, action, isPadded = false }: CardProps) {
  return (
    <View className="hl-card">
      {(title !== undefined || action) && (
        <View className="hl-card__head">
          <Text className="hl-card__title">{title ?? ''}</Text>
          {action && (
            <View className="hl-card__action" role="button" onClick={action.onTap}>
              {action.label}
            </View>
          )}
        </View>
      )}
      <View className={isPadded ? 'hl-card__body hl-card__body--padded' : 'hl-card__body'}>
        {children}
      </View>
    </View>
  );
}
