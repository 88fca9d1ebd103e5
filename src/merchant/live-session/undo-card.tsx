import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { Row } from '../../components/row';
import type { LiveSession } from '../../contract/live-session';
import { minutesBetween } from '../../domain/time';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';
import { useSteps } from '../shared/merchant-stores';
import { useUndo } from './use-undo';

/** What of a session can be taken back or put right: its last step, and times that are wrong. */
export const UndoCard = observer(function UndoCard({ session }: { session: LiveSession }) {
  const { ui, liveSessions } = useStores();
  const { offer } = useSteps();
  const t = useMerchantText();
  const words = t.merchantSession.undo;
  const undo = useUndo(session);
  const { undoable, id } = session;
  // The bar at the foot offers the same for its seconds.
  const isInBar = offer?.id === id && offer.version === session.version;
  const isOpen = undoable !== null && ui.now <= undoable.until && !isInBar;
  if (!isOpen) return null;
  const { step, until, block } = undoable;
  const title = t.merchantSession.session.undone(t.merchantSession.session.event[step]);
  const minutes = Math.max(1, Math.ceil(minutesBetween(ui.now, until)));
  return (
    <Card>
      {block === null ? (
        <Row
          title={title}
          note={words.minutesLeft(minutes)}
          {...(liveSessions.isBusy(id) ? {} : { onTap: () => void undo() })}
        />
      ) : (
        <Row title={title} note={t.errors.code.not_undoable({ block })} />
      )}
    </Card>
  );
});
