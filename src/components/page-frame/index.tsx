import { View } from '@tarojs/components';
import { useContext, type ReactNode } from 'react';

import { CopySheet } from '../copy-sheet';
import { OfflineNote } from '../offline-note';
import { ScreenContext } from '../screen';
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

/**
 * The ground of every page: its colour, the size of its type, the safe areas, the note when the
 * network is away.
 */
export function PageFrame(props: PageFrameProps) {
  const { children, offlineMessage, onRetry, footer, isSticky = false } = props;
  const { typeScale } = useContext(ScreenContext);
  const footed = footer ? ' hl-page--footed' : '';
  const sticky = isSticky ? ' hl-page--sticky' : '';
  return (
    <View
      className={`hl-page${footed}${sticky}`}
      {...(typeScale === 1 ? {} : { style: `--hl-type:${typeScale}` })}
    >
      {offlineMessage ? (
        <OfflineNote message={offlineMessage} {...(onRetry ? { onRetry } : {})} />
      ) : null}
      {children}
      {footer ? <View className="hl-page__footer">{footer}</View> : null}
      <CopySheet />
    </View>
  );
}
