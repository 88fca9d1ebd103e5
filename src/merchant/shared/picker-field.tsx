import { Picker, View } from '@tarojs/components';

import { Field } from '../../components/field';
import { useMerchantText } from '../../i18n/merchant';
import './picker-field.css';

/** Props of {@link PickerField}. */
export interface PickerFieldProps {
  label: string;
  /** `date`: `YYYY-MM-DD`; `time`: `HH:mm`. */
  mode: 'date' | 'time';
  value: string | null;
  /** The chosen value in words. */
  text: string | null;
  placeholder?: string;
  onChange: (value: string) => void;
  /** First and last day that can be chosen. */
  start?: string;
  end?: string;
  hint?: string;
  issue?: string | null;
}

/** A day or a time of day, on the device's own wheel. */
export function PickerField(props: PickerFieldProps) {
  const { label, mode, value, text, placeholder = '', hint, issue = null } = props;
  return (
    <Field label={label} issue={issue} {...(hint === undefined ? {} : { hint })}>
      <Wheel
        mode={mode}
        value={value}
        onChange={props.onChange}
        {...(props.start === undefined ? {} : { start: props.start })}
        {...(props.end === undefined ? {} : { end: props.end })}
      >
        <View className={text === null ? 'mk-picker mk-picker--empty' : 'mk-picker'}>
          <View className="mk-picker__text">{text ?? placeholder}</View>
          <View className="mk-picker__arrow" />
        </View>
      </Wheel>
    </Field>
  );
}

interface WheelProps {
  mode: 'date' | 'time';
  value: string | null;
  onChange: (value: string) => void;
  start?: string;
  end?: string;
  children: React.ReactNode;
}

/** The device's wheel behind whatever is tapped. */
export function Wheel({ mode, value, onChange, start, end, children }: WheelProps) {
  const { action } = useMerchantText().common;
  const common = {
    // The browser's stand-in for the wheel is Chinese unless it gets its words.
    textProps: { okText: action.confirm, cancelText: action.cancel },
    onChange: (event: { detail: { value: string } }) => onChange(event.detail.value),
  };
  if (mode === 'time') {
    return (
      <Picker mode="time" value={value ?? '20:00'} {...common}>
        {children}
      </Picker>
    );
  }
  return (
    <Picker
      mode="date"
      value={value ?? start ?? ''}
      {...(start === undefined ? {} : { start })}
      {...(end === undefined ? {} : { end })}
      {...common}
    >
      {children}
    </Picker>
  );
}
