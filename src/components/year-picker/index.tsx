import { View } from '@tarojs/components';

import './index.css';

/** Props of {@link YearPicker}. */
export interface YearPickerProps {
  year: number;
  first: number;
  last: number;
  onChange: (year: number) => void;
  /** Words of the two arrows, for those who do not see them. */
  earlierLabel: string;
  laterLabel: string;
  /** The year in words: "2026 年". */
  format: (year: number) => string;
}

/** One year at a time, with an arrow to each side. */
export function YearPicker(props: YearPickerProps) {
  const { year, first, last, onChange } = props;
  return (
    <View className="hl-years">
      <Arrow
        side="earlier"
        label={props.earlierLabel}
        isDisabled={year <= first}
        onTap={() => onChange(year - 1)}
      />
      <View className="hl-years__year">{props.format(year)}</View>
      <Arrow
        side="later"
        label={props.laterLabel}
        isDisabled={year >= last}
        onTap={() => onChange(year + 1)}
      />
    </View>
  );
}

interface ArrowProps {
  side: 'earlier' | 'later';
  label: string;
  isDisabled: boolean;
  onTap: () => void;
}

function Arrow({ side, label, isDisabled, onTap }: ArrowProps) {
  const idle = isDisabled ? ' hl-years__arrow--disabled' : '';
  return (
    <View
      className={`hl-years__arrow${idle}`}
      role="button"
      ariaLabel={label}
      onClick={() => {
        if (!isDisabled) onTap();
      }}
    >
      <View className={`hl-years__sign hl-years__sign--${side}`} />
    </View>
  );
}
