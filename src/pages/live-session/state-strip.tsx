import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import type { PublicSession } from '../../contract/public';
import { minutesBetween } from '../../domain/time';
import {
  shownStateAt,
  type ShownState,
  STATE_LOOK,
  type StateMark,
} from '../../domain/share-card/states';
import { useReader, useText, wordClockOf, wordInstant, wordSpan } from '../../i18n';
import { usePublicText } from '../../i18n/public';
import { useStores } from '../../stores-context';
import './state-strip.css';

const SIGNS: Readonly<Record<StateMark, string>> = {
  ring: '○',
  half: '◐',
  disc: '●',
  bars: '‖',
  square: '■',
  cross: '✕',
};

type Words = ReturnType<typeof useText>;
type PublicWords = ReturnType<typeof usePublicText>;
type Reader = ReturnType<typeof useReader>;

/** What stands beside a state: how long until then, or since when. Empty where that says nothing. */
function besideOf(
  session: PublicSession,
  state: ShownState,
  {
    now,
    reader,
    t,
    words,
  }: { now: string; reader: Reader; t: Words; words: PublicWords['beside'] },
): string {
  const isByDay = session.precision === 'day';
  const { startAt, startedAt, endedAt, pausedAt } = session;
  const since = (instant: string): string => wordSpan(minutesBetween(instant, now), t);
  switch (state) {
    case 'upcoming':
    case 'soon':
      return words.left(wordSpan(minutesBetween(now, startAt), t));
    case 'should_be_on_air':
      return words.due(wordClockOf(startAt, reader));
    case 'on_air':
      return startedAt === null
        ? ''
        : words.onAir(wordClockOf(startedAt, reader), since(startedAt));
    case 'paused':
      return pausedAt === null ? '' : words.paused(wordInstant(pausedAt, now, reader));
    case 'over':
      return isByDay || endedAt === null ? '' : words.over(since(endedAt));
    case 'cancelled':
      return '';
  }
}

/** The state of a session on one line of its colour, with shape and word. */
export const StateStrip = observer(function StateStrip({ session }: { session: PublicSession }) {
  const { now } = useStores().ui;
  const t = useText();
  const words = usePublicText();
  const reader = useReader();
  const state = shownStateAt(session, now);
  const { color, mark } = STATE_LOOK[state];
  const beside = besideOf(session, state, { now, reader, t, words: words.beside });
  return (
    <View className="hl-strip" style={{ background: color }}>
      <View className="hl-strip__state">{`${SIGNS[mark]} ${words.state[state]}`}</View>
      {beside !== '' && <View className="hl-strip__beside">{beside}</View>}
    </View>
  );
});
