import { View } from '@tarojs/components';

import type { ConsoleMark, Reading } from '../../domain/console/marks';
import { formatMoneyPlain, wholePercent } from '../../domain/money';
import { useReader, wordClockOf } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { wordReading } from '../shared/mark-words';

/** Props of {@link ReadingTile}. */
export interface ReadingTileProps {
  kind: Reading;
  /** The latest one; null before the first. */
  mark: ConsoleMark | null;
  onTap: () => void;
}

/** A reading with its time; a tap notes the next one. */
export function ReadingTile({ kind, mark, onTap }: ReadingTileProps) {
  const reader = useReader();
  const words = useMerchantText().merchantConsole;
  return (
    <View className="console__tile" role="button" hoverClass="console--pressed" onClick={onTap}>
      <View className="console__tile-head">
        <View>{words.reading[kind]}</View>
        <View className="console__plus" />
      </View>
      <View className="console__figure">{mark === null ? '—' : wordReading(mark)}</View>
      <View className="console__tile-time">
        {mark === null ? words.readingNone : wordClockOf(mark.at, reader)}
      </View>
    </View>
  );
}

/** Props of {@link PaidTile}. */
export interface PaidTileProps {
  mark: ConsoleMark | null;
  /** The session's goal; null where there is none, or it is not seen. */
  goalFen: number | null;
  onTap: () => void;
}

/** What was paid so far by the last reading, beside the goal. */
export function PaidTile({ mark, goalFen, onTap }: PaidTileProps) {
  const reader = useReader();
  const words = useMerchantText().merchantConsole;
  const paidFen = mark?.value ?? 0;
  const hasGoal = goalFen !== null && goalFen > 0;
  // Cut, not rounded: a goal is not shown as reached before it is.
  const percent = hasGoal ? wholePercent(paidFen, goalFen) : 0;
  const time = mark === null ? words.readingNone : wordClockOf(mark.at, reader);
  return (
    <View
      className="console__tile console__tile--wide"
      role="button"
      hoverClass="console--pressed"
      onClick={onTap}
    >
      <View className="console__tile-head">
        <View>{`${words.reading.paid} ${time}`}</View>
        <View className="console__plus" />
      </View>
      <View className="console__paid">
        <View className="console__figure">{mark === null ? '—' : wordReading(mark)}</View>
        {hasGoal && mark !== null && (
          <View className="console__goal">
            {words.ofGoal(formatMoneyPlain(goalFen).replace('¥', ''))}
            <View className="console__percent">{`${String(percent)}%`}</View>
          </View>
        )}
      </View>
      {hasGoal && (
        <View className="console__way">
          <View className="console__done" style={{ width: `${String(Math.min(100, percent))}%` }} />
        </View>
      )}
    </View>
  );
}
