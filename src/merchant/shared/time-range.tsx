import { View } from '@tarojs/components';

import { Field } from '../../components/field';
import { addDays, minutesBetween } from '../../domain/time';
import { useLang, wordChinaDay, wordSpan } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { instantsOf, withEndTime, withStart, type TimeFields } from '../../stores/drafts';
import { Wheel } from './picker-field';
import './time-range.css';

/** Props of {@link TimeRange}. */
export interface TimeRangeProps {
  value: TimeFields;
  onChange: (value: TimeFields) => void;
  startLabel: string;
  endLabel: string;
  /** Now, UTC: days are named beside it. */
  now: string;
  issue: string | null;
  /** First and last day that can be chosen. */
  firstDay?: string;
  lastDay?: string;
}

/** Start and end in China time. The end follows the start, and passes midnight by itself. */
export function TimeRange(props: TimeRangeProps) {
  const { value, onChange, now } = props;
  const lang = useLang();
  const t = useMerchantText();
  const { startAt, endAt } = instantsOf(value);
  const minutes = minutesBetween(startAt, endAt);
  const days = {
    ...(props.firstDay === undefined ? {} : { start: props.firstDay }),
    ...(props.lastDay === undefined ? {} : { end: props.lastDay }),
  };
  return (
    <>
      <Field label={props.startLabel}>
        <View className="mk-times">
          <Wheel
            mode="date"
            value={value.startDay}
            onChange={(day) => onChange(withStart(value, day, value.startTime))}
            {...days}
          >
            <View className="mk-times__part">{wordChinaDay(value.startDay, now, lang)}</View>
          </Wheel>
          <Wheel
            mode="time"
            value={value.startTime}
            onChange={(time) => onChange(withStart(value, value.startDay, time))}
          >
            <View className="mk-times__part mk-times__part--clock">{value.startTime}</View>
          </Wheel>
        </View>
      </Field>
      <Field
        label={props.endLabel}
        issue={props.issue}
        hint={minutes > 0 ? `${wordSpan(minutes, t)} · ${t.merchantSession.plan.chinaTime}` : ''}
      >
        <View className="mk-times">
          <Wheel
            mode="date"
            value={value.endDay}
            onChange={(endDay) => onChange({ ...value, endDay })}
            {...days}
          >
            <View className="mk-times__part">
              {value.endDay === addDays(value.startDay, 1)
                ? t.merchantSession.plan.nextDay
                : wordChinaDay(value.endDay, now, lang)}
            </View>
          </Wheel>
          <Wheel
            mode="time"
            value={value.endTime}
            onChange={(time) => onChange(withEndTime(value, time))}
          >
            <View className="mk-times__part mk-times__part--clock">{value.endTime}</View>
          </Wheel>
        </View>
      </Field>
    </>
  );
}
