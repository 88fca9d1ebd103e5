import { View } from '@tarojs/components';

import './index.css';

/** Props of {@link Tabs}. */
export interface TabsProps<Id extends string> {
  /** `note`: a number beside the label. */
  tabs: readonly { id: Id; label: string; note?: string }[];
  current: Id;
  onChange: (id: Id) => void;
}

/** Tabs above a list; they scroll sideways when they do not fit. */
export function Tabs<Id extends string>({ tabs, current, onChange }: TabsProps<Id>) {
  return (
    <View className="hl-sideways">
      <View className="hl-tabs__line">
        {tabs.map(({ id, label, note }) => (
          <View
            key={id}
            role="tab"
            className={id === current ? 'hl-tabs__tab hl-tabs__tab--current' : 'hl-tabs__tab'}
            onClick={() => onChange(id)}
          >
            {label}
            {note ? <View className="hl-tabs__note">{note}</View> : null}
          </View>
        ))}
      </View>
    </View>
  );
}
