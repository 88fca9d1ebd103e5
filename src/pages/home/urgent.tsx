import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { stateShape, useSessionTime } from '../../components/session-words';
import { StatusMark } from '../../components/status-mark';
import { hostNamesOf } from '../../domain/live-session/hosts';
import { stateAt } from '../../domain/live-session/live-session';
import { can } from '../../domain/shop/capabilities';
import { coverColorOf } from '../../domain/share-card/plain-picture';
import { minutesBetween } from '../../domain/time';
import { useReader, useText, wordSpan, wordStart } from '../../i18n';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import { canAnswer, SessionAnswers, useAnswer } from '../shared/session-answers';
import type { HomeShop, HomeTask } from './load-home';

/** Props of {@link Urgent}. */
export interface UrgentProps {
  shop: HomeShop;
  task: HomeTask;
  /** Path of the card of this session; null where it cannot be shared. */
  sharedPath: string | null;
}

/** The most urgent session, whose buttons act on it. */
export const Urgent = observer(function Urgent({ shop, task, sharedPath }: UrgentProps) {
  const { ui } = useStores();
  const { kind, session } = task;
  return (
    <Card isPadded>
      <View
        className="home-urgent"
        role="button"
        onClick={() => ui.open(PATHS.session.url({ id: session.id }))}
      >
        <Words task={task} />
        <View className="home-urgent__cover" style={{ background: coverColorOf(shop.name) }}>
          {Array.from(shop.name)[0]}
        </View>
      </View>
      {canAnswer(kind, shop.role) ? (
        <SessionAnswers kind={kind} session={session} role={shop.role} />
      ) : (
        <Actions shop={shop} task={task} sharedPath={sharedPath} />
      )}
    </Card>
  );
});

/** State, title, and the one time that counts. */
const Words = observer(function Words({ task: { kind, session } }: Pick<UrgentProps, 'task'>) {
  const { ui, shops } = useStores();
  const t = useText();
  const reader = useReader();
  const time = useSessionTime();
  const state = stateAt(session, ui.now);
  const isWaiting = kind === 'to_record';
  const title = {
    unconfirmed: t.home.askAired(session.title),
    left_running: t.home.askOver(session.title),
    on_air: session.title,
    soon: session.title,
    to_record: session.title,
    next: session.title,
  }[kind];
  const figure =
    kind === 'on_air'
      ? wordSpan(minutesBetween(session.startedAt ?? session.startAt, ui.now), t)
      : kind === 'soon'
        ? ui.now < session.startAt
          ? wordStart(session.startAt, ui.now, reader)
          : t.sessions.due
        : null;
  return (
    <View className="home-urgent__words">
      <View className="home-urgent__when">
        <StatusMark
          shape={isWaiting ? 'waiting' : stateShape(state)}
          label={isWaiting ? t.sessions.toRecord : t.common.sessionState[state]}
        />
        <View className="home-urgent__time">{time.span(session, ui.now)}</View>
      </View>
      <View className="home-urgent__title">{title}</View>
      {shops.differing.hosts && (
        <View className="hl-row__note">{hostNamesOf(session).join(t.incentive.listSeparator)}</View>
      )}
      {figure !== null && <View className="home-urgent__figure">{figure}</View>}
    </View>
  );
});

const Actions = observer(function Actions({ shop, task, sharedPath }: UrgentProps) {
  const { ui, share, liveSessions } = useStores();
  const { home, sessions } = useText();
  const answer = useAnswer();
  const { kind, session } = task;
  const ids = { shopId: shop.id, sessionId: session.id };
  const isRunner = can(shop.role, 'session.run');
  const isRecorder = can(shop.role, 'sales.write');
  const isOnAir = kind === 'on_air' || kind === 'left_running';
  return (
    <View className="home-actions">
      {isRecorder && (isOnAir || kind === 'to_record') && (
        <View className="home-actions__main home-actions__record">
          <Button kind="primary" onTap={() => ui.open(PATHS.record.url(ids))}>
            {kind === 'to_record' ? sessions.addAmount : home.record}
          </Button>
        </View>
      )}
      {isRunner && kind === 'soon' && (
        <View className="home-actions__main">
          <Button
            kind="primary"
            isBusy={liveSessions.isBusy(session.id)}
            onTap={() => void answer('started', session)}
          >
            {sessions.start}
          </Button>
        </View>
      )}
      {isRunner && isOnAir && (
        <View className="home-actions__part">
          <Button kind="outlined" onTap={() => ui.open(PATHS.console.url({ id: session.id }))}>
            {home.console}
          </Button>
        </View>
      )}
      {sharedPath !== null && (
        <View className="home-actions__part home-actions__share">
          <Button
            kind="outlined"
            openType="share"
            onTap={() => share.canPost && share.post(sharedPath)}
          >
            {home.share}
          </Button>
        </View>
      )}
    </View>
  );
});
