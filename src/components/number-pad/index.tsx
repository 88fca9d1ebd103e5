import { View } from '@tarojs/components';

import { pressKey, type PadKey } from './press-key';
import './index.css';

/** Props of {@link NumberPad}. */
export interface NumberPadProps {
  /** What was typed so far, as the person sees it: `12.5万`. */
  value: string;
  onChange: (value: string) => void;
  onConfirm: () => void;
  confirmLabel: string;
  /** Read aloud for the key that takes the last character back. */
  backLabel: string;
  isBusy?: boolean;
  isDisabled?: boolean;
}

const KEYS: readonly PadKey[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '万', '0', '.'];

/** Amounts of yuan with a 万 key. The page's one green action stands at its side. */
export function NumberPad(props: NumberPadProps) {
  const { value, onChange, onConfirm, isBusy = false, isDisabled = false } = props;
  const isIdle = isBusy || isDisabled;
  return (
    <View className="hl-pad">
      <View className="hl-pad__keys">
        {KEYS.map((key) => (
          <View
            key={key}
            className="hl-pad__key"
            role="button"
            hoverClass="hl-pad__key--pressed"
            onClick={() => onChange(pressKey(value, key))}
          >
            {key}
          </View>
        ))}
      </View>
      <View className="hl-pad__side">
        <View
          className="hl-pad__key hl-pad__key--back"
          role="button"
          ariaLabel={props.backLabel}
          hoverClass="hl-pad__key--pressed"
          onClick={() => onChange(pressKey(value, 'back'))}
        >
          <View className="hl-pad__back" />
        </View>
        <View
          className={isIdle ? 'hl-pad__confirm hl-pad__confirm--idle' : 'hl-pad__confirm'}
          role="button"
          onClick={() => {
            if (!isIdle) onConfirm();
          }}
        >
          {props.confirmLabel}
        </View>
      </View>
    </View>
  );
}
