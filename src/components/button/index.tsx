import { Button as TaroButton } from '@tarojs/components';
import type { ReactNode } from 'react';

import './index.css';

/** Props of {@link Button}. */
export interface ButtonProps {
  children: ReactNode;
  onTap?: () => void;
  /** One `primary` (green) a screen at most. */
  kind?: 'primary' | 'plain' | 'outlined' | 'quiet' | 'danger';
  /** `small` stands inside a row or a card. */
  size?: 'big' | 'small';
  /** While a call is pending: taps are ignored, and the button shows it. */
  isBusy?: boolean;
  isDisabled?: boolean;
  /** On WeChat a share starts only from its own kind of button. */
  openType?: 'share';
}

/** A button: green for the one thing to do, grey for the rest, words alone for the least. */
export function Button(props: ButtonProps) {
  const { kind = 'plain', size = 'big', isBusy = false, isDisabled = false } = props;
  const isIdle = isBusy || isDisabled;
  const classes = ['hl-button', `hl-button--${kind}`, `hl-button--${size}`];
  if (isDisabled) classes.push('hl-button--disabled');
  if (isBusy) classes.push('hl-button--busy');
  return (
    <TaroButton
      className={classes.join(' ')}
      hoverClass="hl-button--pressed"
      disabled={isIdle}
      {...(props.openType && !isIdle ? { openType: props.openType } : {})}
      onClick={(event) => {
        event.stopPropagation();
        if (!isIdle) props.onTap?.();
      }}
    >
      {props.children}
    </TaroButton>
  );
}
