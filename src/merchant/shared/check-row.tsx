import { View } from '@tarojs/components';

import './check-row.css';

/** Props of {@link CheckRow}. */
export interface CheckRowProps {
  label: string;
  note?: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  issue?: string | null;
}

/** A box to tick; the whole row can be tapped. */
export function CheckRow({ label, note, isOn, onChange, issue }: CheckRowProps) {
  return (
    <View className="mk-check" role="checkbox" onClick={() => onChange(!isOn)}>
      <View className={isOn ? 'mk-check__box mk-check__box--on' : 'mk-check__box'} />
      <View className="mk-check__words">
        <View>{label}</View>
        {note !== undefined && <View className="mk-check__note">{note}</View>}
        {issue ? <View className="mk-check__issue">{issue}</View> : null}
      </View>
    </View>
  );
}
