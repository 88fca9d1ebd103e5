import { View } from '@tarojs/components';

import { pressKey, type PadKey } from '../../components/number-pad/press-key';
import { useLang } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import '../../components/number-pad/index.css';

/** Props of {@link AmountPad}. */
export interface AmountPadProps {
  value: string;
  onChange: (value: string) => void;
  onConfirm: () => void;
  confirmLabel: string;
  isIdle: boolean;
}

const UNITS = { 'zh-CN': '万', 'en-US': 'K' } as const;
const KEYS: readonly PadKey[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '万', '0', '.'];

/** The pad knows one unit, 万; in English the same key stands for K. */
const pressed = (value: string, key: PadKey, unit: string): string => {
  // A draft typed in the other language keeps the unit it was typed with.
  const own = value.endsWith('万') ? '万' : unit;
  return pressKey(value.replace(own, '万'), key).replace('万', own);
};

/** The number pad with the unit of the language: 12.5万 or 125K. */
export function AmountPad({ value, onChange, onConfirm, confirmLabel, isIdle }: AmountPadProps) {
  const unit = UNITS[useLang()];
  const { back } = useMerchantText().merchantMoney.record.pad;
  const press = (key: PadKey) => onChange(pressed(value, key, unit));
  return (
    <View className="hl-pad record__pad">
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
          ariaLabel={back}
          hoverClass="hl-pad__key--pressed"
          onClick={() => press('back')}
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
          {confirmLabel}
        </View>
      </View>
    </View>
  );
}
