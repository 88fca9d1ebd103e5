import type { ReactNode } from 'react';

import { Button } from '../button';
import type { ButtonProps } from '../button';

/** Props of {@link ShareButton}. */
export interface ShareButtonProps extends Pick<ButtonProps, 'kind' | 'size'> {
  children: ReactNode;
  /** Puts the card into the chat itself; where that is not possible WeChat's own button does. */
  onPost?: (() => void) | undefined;
}

/** Shares the page: WeChat's own share button, or a tap that posts the card where there is one. */
export function ShareButton({ children, onPost, ...look }: ShareButtonProps) {
  return onPost ? (
    <Button {...look} onTap={onPost}>
      {children}
    </Button>
  ) : (
    <Button {...look} openType="share">
      {children}
    </Button>
  );
}
