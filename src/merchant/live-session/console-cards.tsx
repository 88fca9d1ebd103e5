import { useDidShow } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect } from 'react';

import { Card } from '../../components/card';
import { Row } from '../../components/row';
import type { LiveSession } from '../../contract/live-session';
import type { OwnShop } from '../../contract/shop';
import type { LiveSessionState } from '../../domain/live-session/live-session';
import { isRunning } from '../../domain/live-session/public-phase';
import { can } from '../../domain/shop/capabilities';
import { useMerchantText } from '../../i18n/merchant';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import { MarksCard } from '../shared/marks-card';
import { useConsoles } from '../shared/merchant-stores';

/** Props of {@link ConsoleCards}. */
export interface ConsoleCardsProps {
  shop: OwnShop;
  session: LiveSession;
  /** As it is by now. */
  state: LiveSessionState;
}

/** On air the way to the console; once over, the marks that were tapped there. */
export const ConsoleCards = observer(function ConsoleCards(props: ConsoleCardsProps) {
  const { shop, session, state } = props;
  const { ui } = useStores();
  const consoles = useConsoles();
  const words = useMerchantText().merchantConsole;
  const run = consoles.of(session.id);
  const isOver = state === 'ended';
  useEffect(() => {
    if (isOver) void run.read();
  }, [run, isOver]);
  // Marks may wait from an evening whose console was closed without a network.
  useDidShow(() => consoles.sendWaiting());
  useEffect(() => consoles.sendWaiting(), [consoles]);
  if (isRunning({ state })) {
    if (!can(shop.role, 'session.run')) return null;
    return (
      <Card>
        <Row
          title={words.entry}
          note={words.entryNote}
          onTap={() => ui.open(PATHS.console.url({ id: session.id }))}
        />
      </Card>
    );
  }
  return isOver ? <MarksCard session={session} marks={run.marks} now={ui.now} /> : null;
});
