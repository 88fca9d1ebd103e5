import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import type { LiveSession } from '../../contract/live-session';
import { chinaDayOf, minutesBetween } from '../../domain/time';
import { useReader, wordChinaDay, wordInstant } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import type { StepQuestion } from '../../stores/step-store';
import { useStores } from '../../stores-context';
import { useSteps } from './merchant-stores';
import { EarlierFields, useEarlier } from './earlier-fields';
import { useStep } from './use-step';
import './odd-step-sheet.css';

/** Props of {@link OddStepSheet}. */
export interface OddStepSheetProps {
  session: LiveSession;
}

/** Asks once about a step that looks like a wrong tap: nothing is stored yet, all answers are equal. */
export const OddStepSheet = observer(function OddStepSheet({ session }: OddStepSheetProps) {
  const { question } = useSteps();
  if (question?.sessionId !== session.id) return null;
  return question.oddities.includes('late_end') ? (
    <LateEnd session={session} question={question} />
  ) : (
    <WrongTap session={session} question={question} />
  );
});

interface AskedProps extends OddStepSheetProps {
  question: StepQuestion;
}

/** A start long before the plan, or an end right after the start. */
const WrongTap = observer(function WrongTap({ session, question }: AskedProps) {
  const { ui, liveSessions } = useStores();
  const steps = useSteps();
  const t = useMerchantText();
  const reader = useReader();
  const take = useStep(session);
  const words = t.merchantSession.odd;
  const { step, at, oddities } = question;
  const moment = at ?? ui.now;
  const minutes = Math.round(minutesBetween(moment, session.startAt));
  const parts = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const [days = 0, hours = 0, rest = 0] = parts;
  const isStart = step === 'goLive';
  const day = wordChinaDay(chinaDayOf(moment), ui.now, reader.lang);
  const why = isStart
    ? words.earlyWhy(wordInstant(session.startAt, ui.now, reader), day)
    : words.shortWhy;
  return (
    <Sheet
      isOpen
      title={isStart ? words.early(days, hours, rest) : words.short}
      closeLabel={t.common.action.close}
      onClose={() => steps.ask(null)}
    >
      <View className="odd-step">
        <View className="odd-step__why">{why}</View>
        <Button
          isBusy={liveSessions.isBusy(session.id)}
          onTap={() => void take(step, at, oddities)}
        >
          {isStart ? words.startNow : words.endNow}
        </Button>
        <Button onTap={() => steps.ask(null)}>{isStart ? words.notYet : words.goOn}</Button>
      </View>
    </Sheet>
  );
});

/** An end that comes days late: the real one is asked for first. */
const LateEnd = observer(function LateEnd({ session, question }: AskedProps) {
  const { liveSessions } = useStores();
  const steps = useSteps();
  const t = useMerchantText();
  const take = useStep(session);
  const words = t.merchantSession.odd;
  const { oddities } = question;
  const [isNow, setNow] = useState(false);
  const earlier = useEarlier(session, 'end');
  const isBusy = liveSessions.isBusy(session.id);
  return (
    <Sheet
      isOpen
      title={t.merchantSession.session.earlierTitle.end}
      closeLabel={t.common.action.close}
      onClose={() => steps.ask(null)}
    >
      <View className="odd-step">
        <View className="odd-step__why">{words.lateWhy}</View>
        <EarlierFields session={session} earlier={earlier} />
        <Button
          isDisabled={earlier.issue !== null}
          isBusy={isBusy && !isNow}
          onTap={() => {
            setNow(false);
            void take('end', earlier.at, oddities);
          }}
        >
          {t.merchantSession.session.earlierConfirm.end}
        </Button>
        <Button
          isBusy={isBusy && isNow}
          onTap={() => {
            setNow(true);
            void take('end', null, oddities);
          }}
        >
          {words.endedNow}
        </Button>
      </View>
    </Sheet>
  );
});
