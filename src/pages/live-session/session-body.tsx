import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { PageFrame } from '../../components/page-frame';
import { PublicAccounts } from '../../components/public-shop-facts';
import { Row } from '../../components/row';
import { phaseShape, useSessionTime } from '../../components/session-words';
import { ShareButton } from '../../components/share-button';
import { StatusMark } from '../../components/status-mark';
import { TeaserList } from '../../components/teaser-list';
import type { PublicPhase } from '../../domain/live-session/live-session';
import { phaseMovedOn } from '../../domain/share-card';
import { minutesBetween } from '../../domain/time';
import { useLang, useText, wordInstant, wordSpan } from '../../i18n';
import type { Messages } from '../../i18n';
import type { SessionPage } from '../../stores';
import { useStores } from '../../stores-context';
import './index.css';

type Session = SessionPage['session'];

/** What time says beyond the mark: when it starts, since when it is on, when it ended. */
const timeNote = (
  session: Session,
  phase: PublicPhase,
  now: string,
  t: Messages,
): string | null => {
  const { viewer, common } = t;
  const words = viewer.session;
  switch (phase) {
    case 'upcoming':
      return words.startsIn(wordSpan(minutesBetween(now, session.startAt), t));
    case 'on_air':
      return null;
    case 'should_be_on_air':
      return words.shouldNote;
    case 'cancelled':
      return words.cancelledNote;
    case 'over': {
      if (session.precision === 'day') return words.overNote;
      const end = session.endedAt ?? session.endAt;
      const ago = common.span.ago(wordSpan(Math.max(0, minutesBetween(end, now)), t));
      return `${words.ended(ago)} · ${words.overNote}`;
    }
  }
};

/** The session as a viewer sees it. */
export const SessionBody = observer(function SessionBody(props: {
  page: SessionPage;
  path: string;
}) {
  const { session, teasers, shop } = props.page;
  const { share, ui } = useStores();
  const t = useText();
  const lang = useLang();
  const time = useSessionTime();
  const words = t.viewer.session;
  const phase = phaseMovedOn(session, ui.now);
  const note = timeNote(session, phase, ui.now, t);
  const copy = async (name: string): Promise<void> => {
    const isCopied = await ui.copy(name);
    ui.toast(isCopied ? t.common.state.copied : t.common.state.copyFailed);
  };
  const accounts =
    session.platform !== null && session.accountName !== null
      ? [{ platform: session.platform, name: session.accountName }]
      : shop.accounts;
  return (
    <PageFrame
      offlineMessage={ui.isOffline ? t.common.state.offline : null}
      footer={
        <ShareButton
          kind="primary"
          onPost={share.canPost ? () => void share.post(props.path) : undefined}
        >
          {words.share}
        </ShareButton>
      }
    >
      <View className="public-session">
        <StatusMark shape={phaseShape(phase)} label={t.common.publicPhase[phase]} />
        <View className="public-session__time">{time.span(session, ui.now)}</View>
        <View className="public-session__title">{session.title}</View>
        {session.startedAt !== null && phase === 'on_air' && (
          <View className="hl-secondary">
            {words.started(wordInstant(session.startedAt, ui.now, lang))}
          </View>
        )}
        {note !== null && <View className="hl-secondary">{note}</View>}
        {session.isAiPresenter && <View className="hl-secondary">{t.common.aiPresenter}</View>}
      </View>
      <Card>
        <Row
          title={shop.name}
          note={t.common.verification[shop.verification.state]}
          onTap={() => ui.open(`/pages/shop/index?id=${shop.id}`)}
        />
        {session.hostName !== null && <Row title={words.host} value={session.hostName} />}
      </Card>
      <PublicAccounts accounts={accounts} onCopy={(name) => void copy(name)} />
      <TeaserList teasers={teasers} />
      <View className="hl-footnote">{t.common.app.independent}</View>
    </PageFrame>
  );
});
