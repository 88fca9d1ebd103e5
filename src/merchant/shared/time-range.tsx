import { View } from '@tarojs/components';

import { Field } from '../../components/field';
import { addDays, chinaDayOf, chinaTimeOf, minutesBetween } from '../../domain/time';
import { useReader, wordChinaDay, wordSpan } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { type Times, withEndDay, withEndTime, withStart } from '../../stores/drafts';
import { Wheel } from './picker-field';
import './time-range.css';

/** Props of {@link TimeRange}. */
export interface TimeRangeProps {
  value: Times;
  onChange: (value: Times) => void;
  startLabel: string;
  endLabel: string;
  /** Now, UTC: days are named beside it. */
  now: string;
  issue: string | null;
  /** The start as it was, in words; said under the new one. */
  before?: string;
  /** First and last day that can be chosen. */
  firstDay?: string;
  lastDay?: string;
  /** Whether the end may be on the day after the last one. */
  canEndAfter?: boolean;
}

/** Start and end in China time. The end follows the start, and passes midnight by itself. */
export function TimeRange(props: TimeRangeProps) {
  const { value, onChange, now } = props;
  const { lang, isAbroad } = useReader();
  const t = useMerchantText();
  const { startAt, endAt } = value;
  const [startDay, startTime] = [chinaDayOf(startAt), chinaTimeOf(startAt)];
  const [endDay, endTime] = [chinaDayOf(endAt), chinaTimeOf(endAt)];
  // Beside the label, because an issue takes the place of the hint.
  const zone = isAbroad ? { mark: t.common.day.chinaTime } : {};
  const minutes = minutesBetween(startAt, endAt);
  const length = wordSpan(minutes, t);
  const hint = isAbroad ? length : `${length} · ${t.common.day.chinaTime}`;
  const { firstDay, lastDay } = props;
  const first = firstDay === undefined ? {} : { start: firstDay };
  // Only the start is limited: what starts on the last evening ends on the day after.
  const dayAfter = lastDay !== undefined && props.canEndAfter ? addDays(lastDay, 1) : lastDay;
  return (
    <>
      <Field
        label={props.startLabel}
        {...zone}
        {...(props.before === undefined ? {} : { hint: props.before })}
      >
        <View className="mk-times">
          <Wheel
            mode="date"
            value={startDay}
            onChange={(day) => onChange(withStart(value, day, startTime))}
            {...first}
            {...(lastDay === undefined ? {} : { end: lastDay })}
          >
            <View className="mk-times__part">{wordChinaDay(startDay, now, lang)}</View>
          </Wheel>
          <Wheel
            mode="time"
            value={startTime}
            onChange={(time) => onChange(withStart(value, startDay, time))}
          >
            <View className="mk-times__part mk-times__part--clock">{startTime}</View>
          </Wheel>
        </View>
      </Field>
      <Field label={props.endLabel} {...zone} issue={props.issue} hint={minutes > 0 ? hint : ''}>
        <View className="mk-times">
          <Wheel
            mode="date"
            value={endDay}
            onChange={(day) => onChange(withEndDay(value, day))}
            {...first}
            {...(dayAfter === undefined ? {} : { end: dayAfter })}
          >
            <View className="mk-times__part">
              {endDay === addDays(startDay, 1)
                ? t.merchantSession.plan.nextDay
                : wordChinaDay(endDay, now, lang)}
            </View>
          </Wheel>
          <Wheel
            mode="time"
            value={endTime}
            onChange={(time) => onChange(withEndTime(value, time))}
          >
            <View className="mk-times__part mk-times__part--clock">{endTime}</View>
          </Wheel>
        </View>
      </Field>
    </>
  );
}
