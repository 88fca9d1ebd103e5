import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { MAX_SERIES, repeatedDays, seriesDays } from '../../domain/live-session/series';
import { chinaDayOf, type ChinaDay, lastDayAhead, monthOf, weekdayOf } from '../../domain/time';
import { useLang, wordChinaDay } from '../../i18n';
import { wordIssue } from '../../i18n/form-words';
import { useMerchantText } from '../../i18n/merchant';
import { firstRepeat, NO_REPEAT, type PlanDraft, repeatOf } from '../../stores/drafts';
import { useStores } from '../../stores-context';
import { PickerField } from '../shared/picker-field';
import './repeat-card.css';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** On which weekdays a plan is repeated until when, and its days, each of which can be crossed out. */
export const RepeatCard = observer(function RepeatCard({ draft }: { draft: PlanDraft }) {
  const { ui } = useStores();
  const t = useMerchantText();
  const lang = useLang();
  const words = t.merchantSession.repeat;
  const { repeat: fields, startAt } = draft.fields;
  const first = chinaDayOf(startAt);
  const repeat = repeatOf(fields);
  const isOn = repeat !== null;
  const toggleWeekday = (weekday: number): void => {
    if (repeat === null || weekday === weekdayOf(first)) return;
    const { weekdays } = repeat;
    const others = weekdays.filter((day) => day !== weekday);
    const chosen = others.length < weekdays.length ? others : [...others, weekday].sort();
    draft.set({ repeat: { weekdays: chosen } });
    draft.touch('repeat.until');
  };
  return (
    <Card>
      <View
        className="mk-repeat__switch"
        role="switch"
        onClick={() => draft.set({ repeat: isOn ? NO_REPEAT : firstRepeat(draft.fields) })}
      >
        <View>{words.weekly}</View>
        <View className={isOn ? 'mk-repeat__knob mk-repeat__knob--on' : 'mk-repeat__knob'} />
      </View>
      {repeat !== null && (
        <>
          <View className="mk-repeat__weekdays">
            {WEEKDAYS.map((weekday) => {
              const isChosen = repeat.weekdays.includes(weekday) || weekday === weekdayOf(first);
              return (
                <View
                  key={weekday}
                  className={
                    isChosen ? 'mk-repeat__weekday mk-repeat__weekday--on' : 'mk-repeat__weekday'
                  }
                  role="checkbox"
                  onClick={() => toggleWeekday(weekday)}
                >
                  {words.weekday[weekday - 1]}
                </View>
              );
            })}
          </View>
          <PickerField
            label={words.until}
            mode="date"
            value={repeat.until}
            text={wordChinaDay(repeat.until, ui.now, lang)}
            start={first}
            end={lastDayAhead(ui.now)}
            hint={words.count(seriesDays(first, repeat).length)}
            issue={untilIssue()}
            onChange={(until) => {
              draft.set({ repeat: { until } });
              draft.touch('repeat.until');
            }}
          />
          <SeriesDays draft={draft} first={first} />
        </>
      )}
    </Card>
  );

  function untilIssue(): string | null {
    const issue = draft.issueAt('repeat.until');
    return issue === 'too_many' ? words.tooMany(MAX_SERIES) : wordIssue(issue, t);
  }
});

/** Every day of the series; a tap leaves it out, or takes it in again. */
const SeriesDays = observer(function SeriesDays(props: { draft: PlanDraft; first: ChinaDay }) {
  const { draft, first } = props;
  const { common, merchantSession } = useMerchantText();
  const words = merchantSession.repeat;
  const repeat = repeatOf(draft.fields.repeat);
  if (repeat === null) return null;
  const { skip } = repeat;
  const toggle = (day: ChinaDay): void => {
    const others = skip.filter((other) => other !== day);
    const chosen = others.length < skip.length ? others : [...others, day].sort();
    draft.set({ repeat: { skip: chosen } });
  };
  // More than can be planned are not listed: the field above states the limit.
  const days = repeatedDays(first, repeat).slice(0, MAX_SERIES);
  return (
    <View className="mk-repeat__days">
      {days.map((day, index) => {
        const isSkipped = day !== first && skip.includes(day);
        const before = days[index - 1];
        const isNewMonth = before === undefined || monthOf(before) !== monthOf(day);
        const weekday = common.day.weekday(weekdayOf(day));
        const note = isNewMonth ? words.month(Number(day.slice(5, 7))) : weekday;
        return (
          <View
            key={day}
            className={isSkipped ? 'mk-repeat__day mk-repeat__day--skipped' : 'mk-repeat__day'}
            role="checkbox"
            onClick={() => day !== first && toggle(day)}
          >
            <View className="mk-repeat__number">{Number(day.slice(8))}</View>
            <View className="mk-repeat__note">{isSkipped ? words.skipped : note}</View>
          </View>
        );
      })}
    </View>
  );
});
