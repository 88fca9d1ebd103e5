import { View } from '@tarojs/components';

import { useLang } from '../../i18n';
import { pressKey, replaceByKey, type PadKey } from './press-key';
import './index.css';

/** Props of {@link NumberPad}. */
export interface NumberPadProps {
  /** What was typed so far, as the person sees it: `12.5万`, in English `125K`. */
  value: string;
  /** Whether the first key takes the place of the whole value. */
  isSelected?: boolean;
  onChange: (value: string) => void;
  onConfirm: () => void;
  confirmLabel: string;
  /** Read aloud for the key that takes the last character back, or held down all of them. */
  backLabel: string;
  /** Nothing to confirm yet, or a call under way. */
  isIdle: boolean;
}

const UNITS = { 'zh-CN': '万', 'en-US': 'K' } as const;
const KEYS: readonly PadKey[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '万', '0', '.'];

/** The pad knows one unit, 万; in English the same key stands for K. */
function pressed(value: string, key: PadKey, unit: string): string {
  // A draft typed in the other language keeps the unit it was typed with.
  const own = value.endsWith('万') ? '万' : unit;
  return pressKey(value.replace(own, '万'), key).replace('万', own);
}

/** Amounts of yuan in the unit of the language. The page's one green action stands at its side. */
export function NumberPad(props: NumberPadProps) {
  const { value, isSelected = false, onChange, onConfirm, isIdle } = props;
  const unit = UNITS[useLang()];
  const press = (key: PadKey) => {
    const next = isSelected ? replaceByKey(value, key) : pressed(value, key, unit);
    if (next !== value) onChange(next);
  };
  return (
    <View className="hl-pad">
      <View className="hl-pad__keys">
        {KEYS.map((key) => (
          <View
            key={key}
            className="hl-pad__key"
            role="button"
            hoverClass="hl-pad__key--pressed"
            onClick={() => press(key)}
          >
            {key === '万' ? unit : key}
          </View>
        ))}
      </View>
      <View className="hl-pad__side">
        <View
          className="hl-pad__key hl-pad__key--back"
          role="button"
          ariaLabel={props.backLabel}
          hoverClass="hl-pad__key--pressed"
          onClick={() => press('back')}
          onLongPress={() => onChange('')}
        >
          <View className="hl-pad__back">
            <View className="hl-pad__cross" />
          </View>
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
