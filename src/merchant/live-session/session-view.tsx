import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { PageFrame } from '../../components/page-frame';
import { stateShape, useSessionTime } from '../../components/session-words';
import { StatusMark } from '../../components/status-mark';
import type { LiveSession } from '../../contract/live-session';
import type { OwnShop } from '../../contract/shop';
import { hostNamesOf } from '../../domain/live-session/hosts';
import { canRecord, onAirSeconds, stateAt } from '../../domain/live-session/live-session';
import { isRunning } from '../../domain/live-session/public-phase';
import { can } from '../../domain/shop/capabilities';
import { coverColorOf } from '../../domain/share-card/plain-picture';
import { chinaDayOf, minutesBetween } from '../../domain/time';
import { wordSpan } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';
import { DutyCard } from '../shared/duty-card';
import { useOfflineMessage } from '../shared/shop-page';
import { WordsNote } from '../shared/words-note';
import { ConsoleCards } from './console-cards';
import { Details } from './details';
import { EveningCards } from './evening-cards';
import { FiguresCard } from './figures-card';
import { History } from './history';
import { LedgerCard } from './ledger-card';
import { LiveCard } from './live-card';
import { OddStepSheet } from '../shared/odd-step-sheet';
import { SalesDayCard } from './sales-day-card';
import { ShareCardRow } from './share-card-row';
import { Steps } from './steps';
import { StepsFooter, stepsOffered } from './steps-footer';
import { UndoBar } from '../shared/undo-bar';
import { UndoCard } from './undo-card';

/** Props of {@link SessionView}. */
export interface SessionViewProps {
  shop: OwnShop;
  session: LiveSession;
  /** When it was read from the cloud, UTC. */
  readAt: string | null;
}

/** A session in full. */
export const SessionView = observer(function SessionView({
  shop,
  session,
  readAt,
}: SessionViewProps) {
  const { ui, shops } = useStores();
  const t = useMerchantText();
  const { common, incentive, merchantSession } = t;
  const words = merchantSession.session;
  const time = useSessionTime();
  const offlineMessage = useOfflineMessage(readAt);
  const state = stateAt(session, ui.now);
  const hasEntries = session.figures.entryCount > 0;
  // Others see only their own entries, so that none of them does not mean that none was recorded.
  const seesAll = can(shop.role, 'sales.read');
  const platform = session.platform && common.platform[session.platform];
  const hosts = hostNamesOf(session).join(incentive.listSeparator);
  // A store's only host and platform are left out.
  const { differing } = shops;
  const account = differing.platform ? [platform, session.accountName] : [];
  const who = [differing.hosts && hosts, ...account].filter(Boolean).join(' · ');
  const seconds =
    session.pieces.length > 0
      ? session.pieces.reduce((sum, piece) => sum + piece.onAirSeconds, 0)
      : onAirSeconds(session, ui.now);
  // On air a clock of its own runs.
  const minutes = seconds === null || session.endedAt === null ? null : Math.floor(seconds / 60);
  const lasted = minutes === null ? null : words.lasted(Math.floor(minutes / 60), minutes % 60);
  const isToday = state === 'scheduled' && chinaDayOf(session.startAt) === chinaDayOf(ui.now);
  const untilStart = wordSpan(minutesBetween(ui.now, session.startAt), t);
  const isCounted = isToday && ui.now < session.startAt;
  const beside = isCounted ? common.starts.in(untilStart) : lasted;
  const isOnAir = isRunning({ state });
  const isAhead = state === 'scheduled' || state === 'unconfirmed';
  const duty = <DutyCard session={session} state={state} />;
  return (
    <PageFrame
      offlineMessage={offlineMessage}
      {...(stepsOffered(shop, state).length === 0
        ? {}
        : { footer: <StepsFooter shop={shop} session={session} state={state} /> })}
    >
      <View className="session__head">
        <View className="session__cover" style={{ background: coverColorOf(shop.name) }}>
          {Array.from(shop.name)[0] ?? ''}
        </View>
        <View className="session__about">
          <View className="session__title">{session.title}</View>
          <WordsNote waiting={session.waiting} />
          <View className="session__when">
            {session.precision === 'day'
              ? words.dayOnly(time.span(session, ui.now))
              : time.span(session, ui.now)}
          </View>
          <View className="session__state">
            <StatusMark shape={stateShape(state)} label={common.sessionState[state]} />
            {beside !== null && <View className="session__length">{beside}</View>}
          </View>
          {who !== '' && <View className="session__who">{who}</View>}
          {session.isAiPresenter && <View className="session__who">{common.aiPresenter}</View>}
        </View>
      </View>
      {isOnAir && (
        <LiveCard
          session={session}
          isPaused={state === 'paused'}
          seconds={seconds ?? 0}
          canRun={can(shop.role, 'session.run')}
        />
      )}
      {isAhead && duty}
      {(hasEntries || (seesAll && canRecord(state))) && <FiguresCard session={session} />}
      <UndoCard shop={shop} session={session} />
      {can(shop.role, 'sales.write') && <SalesDayCard session={session} />}
      <Steps shop={shop} session={session} state={state} />
      <ConsoleCards shop={shop} session={session} state={state} />
      <EveningCards shop={shop} session={session} />
      {hasEntries && seesAll && <LedgerCard shop={shop} session={session} />}
      {!isAhead && duty}
      <ShareCardRow shop={shop} session={session} />
      <Details shop={shop} session={session} />
      <History session={session} />
      <UndoBar session={session} />
      <OddStepSheet session={session} />
    </PageFrame>
  );
});
