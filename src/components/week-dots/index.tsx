import { View } from '@tarojs/components';

import { useText } from '../../i18n';
import type { StatusShape } from '../status-mark';
import './index.css';

/** A day of the week as a dot. */
export interface WeekDot {
  /** Weekday, in as few letters as can be. */
  weekday: string;
  /** Day of the month. */
  date: number;
  isToday: boolean;
  /** null: nothing on this day. */
  shape: StatusShape | null;
  /** Below the dot: a state, or an amount; empty for none. */
  note: string;
  /** The day in full, and what is on it, for a screen reader. */
  day: string;
  about: string;
}

/** Props of {@link WeekDots}. */
export interface WeekDotsProps {
  title: string;
  days: readonly WeekDot[];
  /** Opens the days themselves. */
  onTap: () => void;
}

/** A week as seven dots, which a screen reader reads as a sentence. */
export function WeekDots({ title, days, onTap }: WeekDotsProps) {
  const { common } = useText();
  const sentence = days.map(({ day, about }) => common.ofField(day, about)).join('; ');
  return (
    <View className="hl-week" role="button" ariaLabel={`${title}. ${sentence}`} onClick={onTap}>
      {days.map(({ weekday, date, isToday, shape, note, day }) => (
        <View key={day} className={isToday ? 'hl-week__day hl-week__day--today' : 'hl-week__day'}>
          <View>{weekday}</View>
          <View className="hl-week__date">{date}</View>
          {shape === null ? (
            <View className="hl-week__dot">–</View>
          ) : (
            <View className={`hl-week__dot hl-status hl-status--${shape}`} />
          )}
          <View className={`hl-week__note hl-status--${shape ?? 'none'}`}>{note}</View>
        </View>
      ))}
    </View>
  );
}
