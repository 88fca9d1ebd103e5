import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import type { LiveSession } from '../../contract/live-session';
import { endProblems, goLiveProblems } from '../../domain/live-session/problems';
import { addDays, chinaDayOf, chinaTimeOf, instantInChina } from '../../domain/time';
import { useReader, wordChinaDay, wordClock, wordIssue } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';
import { PickerField } from '../shared/picker-field';
import { useStep } from './use-step';

/** Props of {@link EarlierSheet}. */
export interface EarlierSheetProps {
  session: LiveSession;
  step: 'goLive' | 'end';
  onClose: () => void;
}

/** When the session really started or ended, for a tap that was forgotten. */
export const EarlierSheet = observer(function EarlierSheet(props: EarlierSheetProps) {
  const { session, step, onClose } = props;
  const { ui, liveSessions } = useStores();
  const t = useMerchantText();
  const reader = useReader();
  const words = t.merchantSession.session;
  const take = useStep(session);
  const planned = step === 'goLive' ? session.startAt : session.endAt;
  // The plan is the best guess, as long as it has come.
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
  const handleConfirm = async () => {
    if (await take(step, at)) onClose();
  };
  return (
    <Sheet
      isOpen
      onClose={onClose}
      closeLabel={t.common.action.close}
      title={words.earlierTitle[step]}
    >
      <View className="session__earlier">
        <PickerField
          label={words.day}
          mode="date"
          value={day}
          text={wordChinaDay(day, ui.now, reader.lang)}
          start={addDays(chinaDayOf(session.startAt), -1)}
          end={chinaDayOf(ui.now)}
          onChange={setDay}
        />
        <PickerField
          label={words.time}
          mode="time"
          value={time}
          text={wordClock(time, reader)}
          onChange={setTime}
          issue={issue}
        />
      </View>
      <Button
        kind="primary"
        isDisabled={issue !== null}
        isBusy={liveSessions.isBusy(session.id)}
        onTap={() => void handleConfirm()}
      >
        {words.earlierConfirm[step]}
      </Button>
    </Sheet>
  );
});
