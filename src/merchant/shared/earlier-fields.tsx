import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import type { LiveSession } from '../../contract/live-session';
import { endProblems, goLiveProblems } from '../../domain/live-session/problems';
import { addDays, chinaDayOf, chinaTimeOf, instantInChina } from '../../domain/time';
import { useReader, wordChinaDay, wordClock } from '../../i18n';
import { wordIssue } from '../../i18n/form-words';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';
import { PickerField } from './picker-field';
import './earlier-fields.css';

/** A time in the past that is being chosen. */
interface Earlier {
  day: string;
  time: string;
  /** The instant, UTC. */
  at: string;
  /** Why it cannot be sent, in words; null when it can. */
  issue: string | null;
  setDay: (day: string) => void;
  setTime: (time: string) => void;
}

/** The choice of when a session really started or ended: the plan is the best guess once it has come. */
export function useEarlier(session: LiveSession, step: 'goLive' | 'end'): Earlier {
  const { ui } = useStores();
  const t = useMerchantText();
  const words = t.merchantSession.session;
  const planned = step === 'goLive' ? session.startAt : session.endAt;
  const guess = planned < ui.now ? planned : ui.now;
  const [day, setDay] = useState(chinaDayOf(guess));
  const [time, setTime] = useState(chinaTimeOf(guess));
  const at = instantInChina(day, time);
  const problems = step === 'end' ? endProblems(session, at, ui.now) : goLiveProblems(at, ui.now);
  const found = problems['at'] ?? null;
  const issue =
    found === 'in_the_future'
      ? words.earlierFuture
      : found === 'end_before_start'
        ? words.earlierBeforeStart
        : wordIssue(found, t);
  return { day, time, at, issue, setDay, setTime };
}

/** Props of {@link EarlierFields}. */
export interface EarlierFieldsProps {
  session: LiveSession;
  earlier: Earlier;
}

/** Day and time, up to now. */
export const EarlierFields = observer(function EarlierFields(props: EarlierFieldsProps) {
  const { session, earlier } = props;
  const { ui } = useStores();
  const reader = useReader();
  const words = useMerchantText().merchantSession.session;
  return (
    <View className="earlier-fields">
      <PickerField
        label={words.day}
        mode="date"
        value={earlier.day}
        text={wordChinaDay(earlier.day, ui.now, reader.lang)}
        start={addDays(chinaDayOf(session.startAt), -1)}
        end={chinaDayOf(ui.now)}
        onChange={earlier.setDay}
      />
      <PickerField
        label={words.time}
        mode="time"
        value={earlier.time}
        text={wordClock(earlier.time, reader)}
        onChange={earlier.setTime}
        issue={earlier.issue}
      />
    </View>
  );
});
