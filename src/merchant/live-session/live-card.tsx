import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import type { LiveSession } from '../../contract/live-session';
import { useReader, wordClockOf } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';
import { useShownInterval } from '../shared/use-shown-interval';
import { clockText } from './clock-text';
import { useStep } from '../shared/use-step';

/** Props of {@link LiveCard}. */
export interface LiveCardProps {
  session: LiveSession;
  isPaused: boolean;
  /** Seconds on air so far, without pauses. */
  seconds: number;
  /** Whether the person's role includes pausing and ending. */
  canRun: boolean;
}

/** How long a session has been on air, and the steps that it can take: one tap each. */
export const LiveCard = observer(function LiveCard(props: LiveCardProps) {
  const { session, isPaused, seconds, canRun } = props;
  const { liveSessions } = useStores();
  const words = useMerchantText().merchantSession.session;
  const reader = useReader();
  const take = useStep(session);
  const isBusy = liveSessions.isBusy(session.id);
  const { startedAt, endAt } = session;
  return (
    <Card isPadded>
      <View className="session__on-air">
        <View>{words.onAir}</View>
        <View>{startedAt && words.startedAt(wordClockOf(startedAt, reader))}</View>
      </View>
      <OnAirClock seconds={seconds} isPaused={isPaused} />
      <View className="session__figure-label">{words.until(wordClockOf(endAt, reader))}</View>
      {canRun && (
        <View className="session__foot session__live-steps">
          <View className="session__foot-part">
            <Button isBusy={isBusy} onTap={() => void take(isPaused ? 'resume' : 'pause')}>
              {isPaused ? words.step.resume : words.step.pause}
            </Button>
          </View>
          <View className="session__foot-part">
            <Button isBusy={isBusy} onTap={() => void take('end')}>
              {words.step.end}
            </Button>
          </View>
        </View>
      )}
    </Card>
  );
});

/** Counts on by itself, so that a second draws nothing else again. */
function OnAirClock({ seconds, isPaused }: Pick<LiveCardProps, 'seconds' | 'isPaused'>) {
  const [shown, setShown] = useState(seconds);
  useEffect(() => setShown(seconds), [seconds]);
  useShownInterval(() => setShown((count) => (isPaused ? count : count + 1)), 1000);
  return <View className="session__clock">{clockText(shown)}</View>;
}
