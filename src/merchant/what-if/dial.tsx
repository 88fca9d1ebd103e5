import { Input, Slider, View } from '@tarojs/components';
import { useState } from 'react';

import { useMerchantText } from '../../i18n/merchant';

/** Props of {@link Dial}. */
export interface DialProps {
  label: string;
  value: number;
  /** What it is today, in words. */
  now: string;
  /** The value in words. */
  shown: string;
  min: number;
  max: number;
  step: number;
  onChange: (value: number) => void;
}

/** The event of a slider; Taro leaves its value open. */
interface SliderEvent {
  detail: { value: number };
}

/** One figure to try, by slider and by number. A wrong text stays, with the reason. */
export function Dial({ label, value, now, shown, min, max, step, onChange }: DialProps) {
  const words = useMerchantText().merchantOutlook.whatIf;
  const [typed, setTyped] = useState<string | null>(null);
  const isBad = typed !== null && !isNumber(typed, min);
  const handleInput = (text: string) => {
    setTyped(text);
    if (isNumber(text, min)) onChange(Number(text));
  };
  return (
    <View className="what-if__dial">
      <View className="what-if__head">
        <View className="what-if__label">{label}</View>
        <View className="what-if__shown">{shown}</View>
      </View>
      <View className="what-if__now">{now}</View>
      <View className="what-if__line">
        <Slider
          className="what-if__slider"
          min={min}
          max={max}
          step={step}
          value={Math.min(value, max)}
          activeColor="#07C160"
          blockSize={28}
          ariaLabel={label}
          onChanging={({ detail }: SliderEvent) => {
            setTyped(null);
            onChange(detail.value);
          }}
          onChange={({ detail }: SliderEvent) => {
            setTyped(null);
            onChange(detail.value);
          }}
        />
        <Input
          className="what-if__number"
          ariaLabel={label}
          type="digit"
          value={typed ?? String(step < 1 ? Math.round(value * 10) / 10 : Math.round(value))}
          onInput={({ detail }) => handleInput(detail.value)}
          onBlur={() => {
            if (!isBad) setTyped(null);
          }}
        />
      </View>
      {isBad && <View className="what-if__bad">{words.bad}</View>}
    </View>
  );
}

function isNumber(text: string, min: number): boolean {
  return /^\d+(\.\d+)?$/.test(text.trim()) && Number(text) >= min && Number(text) < 1e9;
}
