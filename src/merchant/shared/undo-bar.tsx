import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';

import type { LiveSession } from '../../contract/live-session';
import { useMerchantText } from '../../i18n/merchant';
import { useSteps } from './merchant-stores';
import { useShownInterval } from './use-shown-interval';
import { useUndo } from './use-undo';
import './undo-bar.css';

/** Seconds for which a step is offered to be taken back; the line of the bar runs out in them. */
const OFFERED_SECONDS = 10;

/** Says what was just done here, and takes it back; it leaves by itself. */
export const UndoBar = observer(function UndoBar({ session }: { session: LiveSession }) {
  const { offer } = useSteps();
  const { undoable } = session;
  const isOffered = offer?.id === session.id && offer.version === session.version;
  if (!isOffered || undoable === null || undoable.block !== null) return null;
  return <Running key={offer.version} session={session} step={undoable.step} />;
});

const Running = observer(function Running(props: {
  session: LiveSession;
  step: NonNullable<LiveSession['undoable']>['step'];
}) {
  const { session, step } = props;
  const steps = useSteps();
  const words = useMerchantText().merchantSession.undo;
  const undo = useUndo(session);
  return (
    <OfferBar
      text={words.done[step]}
      onUndo={() => void undo()}
      onOver={() => steps.withdrawOffer()}
    />
  );
});

/** Props of {@link OfferBar}. */
interface OfferBarProps {
  text: string;
  onUndo: () => void;
  /** The time of the offer has run out. */
  onOver: () => void;
}

/** A bar that says what was done and offers to take it back, for as long as its line runs. */
export function OfferBar({ text, onUndo, onOver }: OfferBarProps) {
  const words = useMerchantText().merchantSession.undo;
  const [seconds, setSeconds] = useState(OFFERED_SECONDS);
  useShownInterval(() => setSeconds((left) => left - 1), 1000);
  const isOver = seconds <= 0;
  useEffect(() => {
    if (isOver) onOver();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `onOver` is new at each render
  }, [isOver]);
  return (
    <View className="undo-bar" role="status">
      <View className="undo-bar__text">{text}</View>
      <View className="undo-bar__seconds" aria-hidden="true">
        {words.seconds(seconds)}
      </View>
      <View className="undo-bar__action" role="button" onClick={onUndo}>
        <View className="undo-bar__arrow" />
        {words.action}
      </View>
      <View className="undo-bar__line" />
    </View>
  );
}
