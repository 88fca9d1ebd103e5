import { observer } from 'mobx-react-lite';

import { Row } from '../../components/row';
import { Sheet } from '../../components/sheet';
import { canRecord, canTake, stateAt } from '../../domain/live-session/live-session';
import { type Capability, can } from '../../domain/shop/capabilities';
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
  const { ui, shops } = useStores();
  const { common, sessions } = useText();
  const { id, shopId, pieceCount } = session;
  const state = stateAt(session, ui.now);
  const words = sessions.sheet;
  const moveTo = canTake('edit', state)
    ? PATHS.plan.url({ shopId, sessionId: id })
    : PATHS.correct.url({ id });
  const role = shops.shop(shopId)?.role;
  const may = (capability: Capability) => role !== undefined && can(role, capability);
  const canPlan = may('session.plan');
  const canMove = canTake('edit', state) || (state === 'ended' && pieceCount === 1);
  const rows: (false | readonly [label: string, url: string])[] = [
    canRecord(state) &&
      may('sales.write') && [words.record, PATHS.record.url({ shopId, sessionId: id })],
    canPlan && canMove && [words.move, moveTo],
    canPlan && [words.again, PATHS.plan.url({ shopId, againId: id })],
  ];
  const offered = rows.filter((row) => row !== false);
  // A role that includes none of it has the page of the session alone.
  if (offered.length === 0) return null;
  return (
    <Sheet isOpen title={session.title} closeLabel={common.action.close} onClose={onClose}>
      {offered.map(([label, url]) => {
        const handleTap = () => {
          onClose();
          ui.open(url);
        };
        return <Row key={label} title={label} onTap={handleTap} />;
      })}
    </Sheet>
  );
});
