import { View } from '@tarojs/components';

import { Field } from '../field';
import './index.css';

/** One answer of a {@link ChoiceField}. */
export interface Choice<Value extends string> {
  value: Value;
  label: string;
  /** A second line; only in a list. */
  note?: string;
}

/** Props of {@link ChoiceField}. */
export interface ChoiceFieldProps<Value extends string> {
  label: string;
  options: readonly Choice<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
  /** Chips for short words, a list where an option needs a second line. */
  layout?: 'chips' | 'list';
  hint?: string;
  issue?: string | null;
  mark?: string;
}

/** One of a few answers, all of them in sight: no wheel to turn, one tap each. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const { options, value, onChange, layout = 'chips' } = props;
  return (
    <Field
      label={props.label}
      {...(props.hint === undefined ? {} : { hint: props.hint })}
      {...(props.mark === undefined ? {} : { mark: props.mark })}
      issue={props.issue ?? null}
    >
      <View className={`hl-choices hl-choices--${layout}`}>
        {options.map((option) => {
          const isChosen = option.value === value;
          const chosen = isChosen ? ' hl-choice--chosen' : '';
          return (
            <View
              key={option.value}
              className={`hl-choice${chosen}`}
              role="radio"
              onClick={() => onChange(option.value)}
            >
              <View className="hl-choice__label">{option.label}</View>
              {option.note !== undefined && <View className="hl-choice__note">{option.note}</View>}
              {isChosen && layout === 'list' && <View className="hl-choice__tick" />}
            </View>
          );
        })}
      </View>
    </Field>
  );
}
