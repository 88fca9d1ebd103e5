import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { NetFigure } from '../../components/money';
import { Row } from '../../components/row';
import { useSessionTime } from '../../components/session-words';
import type { LiveSession, LiveSessionRow } from '../../contract/live-session';
import type { OwnShop } from '../../contract/shop';
import { startOf } from '../../domain/live-session/times';
import { formatMoneyPlain } from '../../domain/money';
import { can } from '../../domain/shop/capabilities';
import { useReader, wordError, wordInstant } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { PATHS } from '../../paths';
import type { Result } from '../../stores';
import { useStores } from '../../stores-context';
import { useEvenings } from '../shared/merchant-stores';

/** Runs one write at a time and says what came of it. */
function useOneWrite() {
  const { ui } = useStores();
  const t = useMerchantText();
  const [isBusy, setBusy] = useState(false);
  const send = async (write: () => Promise<Result<unknown>>, done: string): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    const result = await write();
    setBusy(false);
    ui.toast(result.ok ? done : wordError(result.error, t));
  };
  return { isBusy, send };
}

/** What a session has to do with an evening of several pieces: offered, joined, or one of them. */
export const EveningCards = observer(function EveningCards(props: {
  shop: OwnShop;
  session: LiveSession;
}) {
  const { shop, session } = props;
  const canPlan = can(shop.role, 'session.plan');
  if (session.parentId !== null) return <PieceRow eveningId={session.parentId} />;
  if (session.state !== 'ended' || session.precision !== 'instant') return null;
  return (
    <>
      {canPlan && <JoinOffer session={session} />}
      {session.pieces.length > 0 && <PiecesCard session={session} canSplit={canPlan} />}
    </>
  );
});

/** Leads from a piece to the evening that lists show in its place. */
function PieceRow({ eveningId }: { eveningId: string }) {
  const { ui } = useStores();
  const words = useMerchantText().merchantSession.evening;
  return (
    <Card>
      <Row
        title={words.piece}
        note={words.pieceNote}
        value={words.whole}
        onTap={() => ui.open(PATHS.session.url({ id: eveningId }))}
      />
    </Card>
  );
}

/** Asks whether sessions that went on with each other are one. */
const JoinOffer = observer(function JoinOffer({ session }: { session: LiveSession }) {
  const { ui } = useStores();
  const evenings = useEvenings();
  const t = useMerchantText();
  const reader = useReader();
  const words = t.merchantSession.evening;
  const { isBusy, send } = useOneWrite();
  const { id, version } = session;
  useEffect(() => {
    void evenings.loadOffer(id);
  }, [evenings, id, version]);
  const pieces = evenings.offer(id).value ?? [];
  const others = pieces.filter((piece) => piece.id !== id);
  if (others.length === 0) return null;
  const startWords = (piece: LiveSessionRow) => wordInstant(startOf(piece), ui.now, reader);
  const clocks = others.map(startWords).join(t.incentive.listSeparator);
  const handleJoin = (): void =>
    void send(async () => {
      const result = await evenings.join(pieces);
      // Another phone may have changed one of them.
      await evenings.loadOffer(id);
      return result;
    }, words.joined);
  return (
    <Card isPadded>
      <View>{words.offer(clocks)}</View>
      <View className="hl-secondary session__join-note">{words.offerNote}</View>
      <Button size="small" isBusy={isBusy} onTap={handleJoin}>
        {words.join}
      </Button>
    </Card>
  );
});

/** The pieces of an evening with their figures, which add up to the session's. */
const PiecesCard = observer(function PiecesCard(props: {
  session: LiveSession;
  canSplit: boolean;
}) {
  const { session, canSplit } = props;
  const { ui } = useStores();
  const evenings = useEvenings();
  const words = useMerchantText().merchantSession.evening;
  const time = useSessionTime();
  const { isBusy, send } = useOneWrite();
  const { pieces } = session;
  return (
    <Card title={words.title(pieces.length)}>
      {pieces.map(({ id, title, startedAt, endedAt, figures }) => (
        <Row
          key={id}
          title={time.span(
            { ...session, startAt: startedAt, endAt: endedAt, startedAt, endedAt },
            ui.now,
          )}
          note={title}
          value={<NetFigure net={figures.net} write={formatMoneyPlain} />}
          {...(id === session.id ? {} : { onTap: () => ui.open(PATHS.session.url({ id })) })}
        />
      ))}
      {canSplit && (
        <View className="session__steps">
          <Button
            kind="quiet"
            size="small"
            isBusy={isBusy}
            onTap={() => void send(() => evenings.split(session), words.splitDone)}
          >
            {words.split}
          </Button>
        </View>
      )}
    </Card>
  );
});
