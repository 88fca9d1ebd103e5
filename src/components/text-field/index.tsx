import { Input, Textarea, View } from '@tarojs/components';
import type { ReactNode } from 'react';

import { Field } from '../field';
import './index.css';

/** Props of {@link TextField}. */
export interface TextFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  hint?: string;
  issue?: string | null;
  mark?: string;
  /** Which keyboard; `digit` has a decimal point. */
  keyboard?: 'text' | 'number' | 'digit';
  /** More than one line. */
  isLong?: boolean;
  isDisabled?: boolean;
  onBlur?: () => void;
  /** Stands at the end of the line. */
  trailing?: ReactNode;
}

/**
 * Typed text. It sets no maximum length of its own: pasted text that is too long is kept and
 * reported as an error, not cut off silently.
 */
export function TextField(props: TextFieldProps) {
  const { label, value, onChange, placeholder = '', keyboard = 'text', isDisabled = false } = props;
  const common = {
    value,
    placeholder,
    placeholderClass: 'hl-text-field__placeholder',
    maxlength: -1,
    ariaLabel: label,
    disabled: isDisabled,
    onInput: (event: { detail: { value: string } }) => onChange(event.detail.value),
    onBlur: () => props.onBlur?.(),
  };
  return (
    <Field
      label={label}
      {...(props.hint === undefined ? {} : { hint: props.hint })}
      {...(props.mark === undefined ? {} : { mark: props.mark })}
      issue={props.issue ?? null}
    >
      {props.isLong ? (
        <Textarea className="hl-text-field hl-text-field--long" autoHeight {...common} />
      ) : (
        <View className="hl-text-field__line">
          <Input className="hl-text-field" type={keyboard} {...common} />
          {props.trailing}
        </View>
      )}
    </Field>
  );
}
