import { View } from '@tarojs/components';

import { type Moment, MOMENTS } from '../../domain/console/marks';
import { useMerchantText } from '../../i18n/merchant';
import type { Tap } from '../../stores/console-run';

/** Props of {@link Moments}. */
export interface MomentsProps {
  counts: Readonly<Record<Moment, number>>;
  onTap: (what: Tap) => void;
}

/** One tap notes a moment. */
export function Moments({ counts, onTap }: MomentsProps) {
  const words = useMerchantText().merchantConsole;
  return (
    <View className="console__moments">
      {MOMENTS.map((kind) => (
        <View
          key={kind}
          className="console__moment"
          role="button"
          hoverClass="console--pressed"
          onClick={() => onTap({ kind, value: null, of: null })}
        >
          <View className="console__moment-word">{words.moment[kind]}</View>
          {counts[kind] > 0 && (
            <View className="console__times-of">{words.times(counts[kind])}</View>
          )}
        </View>
      ))}
    </View>
  );
}
