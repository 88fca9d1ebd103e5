import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { stateShape } from '../../components/session-words';
import { StatusMark } from '../../components/status-mark';
import type { LiveSession } from '../../contract/live-session';
import { type LiveSessionState, onAirSeconds } from '../../domain/live-session/live-session';
import { isRunning } from '../../domain/live-session/public-phase';
import { useReader, wordClockOf } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import type { ConsoleRun } from '../../stores/console-run';
import { useStores } from '../../stores-context';
import { clockText } from './clock-text';

/** Props of {@link Clock}. */
export interface ClockProps {
  session: LiveSession;
  run: ConsoleRun;
  /** As it is by now. */
  state: LiveSessionState;
  /** Now, moving on every second. */
  now: string;
  isKeptOn: boolean;
}

/** The state, how long it has been on air, and how long until the planned end. */
export const Clock = observer(function Clock({ session, run, state, now, isKeptOn }: ClockProps) {
  const { ui } = useStores();
  const reader = useReader();
  const t = useMerchantText();
  const words = t.merchantConsole;
  const seconds = onAirSeconds(session, now);
  const left = Math.floor((Date.parse(session.endAt) - Date.parse(now)) / 1000);
  const isOnAir = isRunning({ state });
  const count = run.queue.length;
  const pending = count === 0 ? null : words.pending(count);
  const network = ui.isOffline ? words.offline(count) : pending;
  const onAir = isKeptOn && isOnAir ? words.onAirKept : words.onAir;
  const planned = wordClockOf(session.endAt, reader);
  return (
    <View className="console__head">
      <View className="console__line">
        <StatusMark shape={stateShape(state)} label={t.common.sessionState[state]} />
        <View className="console__title">{session.title}</View>
        {network !== null && (
          <View className="console__network" role="status">
            {network}
          </View>
        )}
      </View>
      {seconds === null ? (
        <View className="console__note">{words.notStarted}</View>
      ) : (
        <View className="console__times">
          <View className="console__time">
            <View className="console__elapsed">{clockText(seconds)}</View>
            <View>{state === 'paused' ? words.paused : onAir}</View>
          </View>
          {isOnAir && (
            <View className="console__time console__time--left">
              <View className="console__left">{clockText(Math.abs(left))}</View>
              <View>{left >= 0 ? words.until(planned) : words.past(planned)}</View>
            </View>
          )}
        </View>
      )}
    </View>
  );
});
