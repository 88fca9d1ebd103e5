import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

import { CopySheet } from '../copy-sheet';
import { OfflineNote } from '../offline-note';
import './index.css';

/** Props of {@link PageFrame}. */
export interface PageFrameProps {
  children: ReactNode;
  /** Says from when the copy is; only given while there is no network. */
  offlineMessage?: string | null;
  /** Tries to read again, offered beside that. */
  onRetry?: () => void;
  /** Stands fixed at the foot, above the safe area: the page's one green action. */
  footer?: ReactNode;
  /** Whether a part of the page stays in sight while the rest scrolls. */
  isSticky?: boolean;
}

/** The ground of every page: its colour, the safe areas, the note when the network is away. */
export function PageFrame(props: PageFrameProps) {
  const { children, offlineMessage, onRetry, footer, isSticky = false } = props;
  const footed = footer ? ' hl-page--footed' : '';
  const sticky = isSticky ? ' hl-page--sticky' : '';
  return (
    <View className={`hl-page${footed}${sticky}`}>
      {offlineMessage ? (
        <OfflineNote message={offlineMessage} {...(onRetry ? { onRetry } : {})} />
      ) : null}
      {children}
      {footer ? <View className="hl-page__footer">{footer}</View> : null}
      <CopySheet />
    </View>
  );
}
