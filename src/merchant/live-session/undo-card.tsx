import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { Row } from '../../components/row';
import type { LiveSession } from '../../contract/live-session';
import type { OwnShop } from '../../contract/shop';
import { can } from '../../domain/shop/capabilities';
import { minutesBetween } from '../../domain/time';
import { useMerchantText } from '../../i18n/merchant';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import { useSteps } from '../shared/merchant-stores';
import { useUndo } from '../shared/use-undo';

/** What of a session can be taken back or put right: its last step, and times that are wrong. */
export const UndoCard = observer(function UndoCard({
  shop,
  session,
}: {
  shop: OwnShop;
  session: LiveSession;
}) {
  const { ui, liveSessions } = useStores();
  const { offer } = useSteps();
  const t = useMerchantText();
  const undo = useUndo(session);
  const { undoable, id, pieceCount } = session;
  // The bar at the foot offers the same for its seconds.
  const isInBar = offer?.id === id && offer.version === session.version;
  const isOpen =
    can(shop.role, 'session.run') && undoable !== null && ui.now <= undoable.until && !isInBar;
  // The pieces of a joined evening follow each other: they are split before their times change.
  const isWhole = session.parentId === null && pieceCount === 1;
  const isCorrectable = can(shop.role, 'session.plan') && session.state === 'ended' && isWhole;
  if (!isOpen && !isCorrectable) return null;
  return (
    <Card>
      {isOpen && <LastStep undoable={undoable} isBusy={liveSessions.isBusy(id)} onUndo={undo} />}
      {isCorrectable && (
        <Row
          title={t.merchantSession.correct.open}
          onTap={() => ui.open(PATHS.correct.url({ id }))}
        />
      )}
    </Card>
  );
});

const LastStep = observer(function LastStep(props: {
  undoable: NonNullable<LiveSession['undoable']>;
  isBusy: boolean;
  onUndo: () => Promise<void>;
}) {
  const { ui } = useStores();
  const t = useMerchantText();
  const { step, until, block } = props.undoable;
  const title = t.merchantSession.undo.title(t.merchantSession.session.event[step]);
  if (block !== null) return <Row title={title} note={t.errors.code.not_undoable({ block })} />;
  const minutes = Math.max(1, Math.ceil(minutesBetween(ui.now, until)));
  return (
    <Row
      title={title}
      note={t.merchantSession.undo.minutesLeft(minutes)}
      {...(props.isBusy ? {} : { onTap: () => void props.onUndo() })}
    />
  );
});
