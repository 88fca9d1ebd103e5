import { observer } from 'mobx-react-lite';

import { Row } from '../../components/row';
import { Sheet } from '../../components/sheet';
import { canRecord, canTake, stateAt } from '../../domain/live-session/live-session';
import { useText } from '../../i18n';
import { PATHS } from '../../paths';
import type { LiveSessionTodo } from '../../stores';
import { useStores } from '../../stores-context';

/** Props of {@link RowSheet}. */
export interface RowSheetProps {
  session: LiveSessionTodo['onAir'][number];
  onClose: () => void;
}

/** What a long press on a session offers; its page offers the same. */
export const RowSheet = observer(function RowSheet({ session, onClose }: RowSheetProps) {
  const { ui } = useStores();
  const { common, sessions } = useText();
  const { id, shopId, pieceCount } = session;
  const state = stateAt(session, ui.now);
  const words = sessions.sheet;
  const moveTo = canTake('edit', state)
    ? PATHS.plan.url({ shopId, sessionId: id })
    : PATHS.correct.url({ id });
  const canMove = canTake('edit', state) || (state === 'ended' && pieceCount === 1);
  const offered = [
    canRecord(state) && [words.record, PATHS.record.url({ shopId, sessionId: id })],
    canMove && [words.move, moveTo],
    [words.again, PATHS.plan.url({ shopId, againId: id })],
  ] as const;
  return (
    <Sheet isOpen title={session.title} closeLabel={common.action.close} onClose={onClose}>
      {offered.map((row) => {
        if (row === false) return null;
        const [label, url] = row;
        const handleTap = () => {
          onClose();
          ui.open(url);
        };
        return <Row key={label} title={label} onTap={handleTap} />;
      })}
    </Sheet>
  );
});
