import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { PageFrame } from '../../components/page-frame';
import type { LiveSession } from '../../contract/live-session';
import type { OwnShop } from '../../contract/shop';
import { type Reading, summaryOf } from '../../domain/console/marks';
import { isOver, stateAt } from '../../domain/live-session/live-session';
import { isRunning } from '../../domain/live-session/public-phase';
import { can } from '../../domain/shop/capabilities';
import { useMerchantText } from '../../i18n/merchant';
import type { ConsoleRun, Tap } from '../../stores/console-run';
import { useStores } from '../../stores-context';
import { MarksCard } from '../shared/marks-card';
import { useMarkWords } from '../shared/mark-words';
import { OddStepSheet } from '../shared/odd-step-sheet';
import { OfferBar, UndoBar } from '../shared/undo-bar';
import { useShownInterval } from '../shared/use-shown-interval';
import { Clock } from './clock';
import { ConsoleFoot } from './console-foot';
import { Goods } from './goods';
import { Moments } from './moments';
import { Over } from './over';
import { Queue } from './queue';
import { PaidTile, ReadingTile } from './reading-tiles';
import { ReadingSheet } from './reading-sheet';

/** Props of {@link ConsoleView}. */
export interface ConsoleViewProps {
  shop: OwnShop;
  session: LiveSession;
  run: ConsoleRun;
  /** Whether the screen stays on. */
  isKeptOn: boolean;
}

/** The console of a session that is on air, or was. */
export const ConsoleView = observer(function ConsoleView(props: ConsoleViewProps) {
  const { shop, session, run, isKeptOn } = props;
  const { ui } = useStores();
  const words = useMerchantText().merchantConsole;
  const wordMark = useMarkWords(session);
  const [now, setNow] = useState(() => run.now());
  const [open, setOpen] = useState<Reading | null>(null);
  const [offered, setOffered] = useState<string | null>(null);
  useShownInterval(() => {
    setNow(run.now());
    run.beat();
  }, 1000);
  const state = stateAt(session, now);
  const canRun = can(shop.role, 'session.run');
  const isOnAir = canRun && isRunning({ state });
  const since = session.startedAt ?? '';
  const { latest, counts, goods } = summaryOf(run.marks.filter(({ at }) => at >= since));
  const handleTap = (what: Tap): void => {
    const id = run.tap(what);
    if (id === null) ui.toast(words.full);
    setOffered(id);
  };
  const handleTakeBack = (id: string): void => {
    if (run.takeBack(id) === null) ui.toast(words.full);
    setOffered(null);
  };
  const bar = run.marks.find(({ id }) => id === offered);
  return (
    <PageFrame
      footer={
        isOnAir ? (
          <ConsoleFoot session={session} goods={goods} state={state} onTap={handleTap} />
        ) : null
      }
    >
      <Clock session={session} run={run} state={state} now={now} isKeptOn={isKeptOn} />
      <Queue run={run} />
      {isOnAir && (
        <>
          <PaidTile mark={latest.paid} goalFen={session.goalFen} onTap={() => setOpen('paid')} />
          <View className="console__pair">
            <ReadingTile kind="viewers" mark={latest.viewers} onTap={() => setOpen('viewers')} />
            <ReadingTile kind="orders" mark={latest.orders} onTap={() => setOpen('orders')} />
          </View>
          <Moments counts={counts} onTap={handleTap} />
          <Goods shop={shop} session={session} goods={goods} now={now} onTap={handleTap} />
        </>
      )}
      {isOver(state) && <Over shop={shop} session={session} />}
      <MarksCard
        session={session}
        marks={run.marks}
        now={now}
        {...(canRun ? { onTakeBack: handleTakeBack } : {})}
      />
      {bar && (
        <OfferBar
          key={bar.id}
          text={words.marked(wordMark(bar))}
          onUndo={() => handleTakeBack(bar.id)}
          onOver={() => setOffered(null)}
        />
      )}
      {!bar && <UndoBar session={session} />}
      <OddStepSheet session={session} />
      {open !== null && (
        <ReadingSheet
          kind={open}
          last={latest[open]}
          onSave={(value) => {
            setOpen(null);
            handleTap({ kind: open, value, of: null });
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </PageFrame>
  );
});
