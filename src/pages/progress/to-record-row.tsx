import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { Row } from '../../components/row';
import { can } from '../../domain/shop/capabilities';
import { yearOf } from '../../domain/time';
import { useText } from '../../i18n';
import { PATHS } from '../../paths';
import type { ProgressSubject } from '../../stores';
import { useStores } from '../../stores-context';

/** How many ended sessions of the year have no amount yet, and the way to them; nothing for none. */
export const ToRecordRow = observer(function ToRecordRow({
  subject,
}: {
  subject: ProgressSubject;
}) {
  const { ui, shops, liveSessions } = useStores();
  const words = useText().progress;
  const { shopId, hostId, year } = subject;
  const shop = shops.shop(shopId);
  if (shop === null || !can(shop.role, 'sales.write')) return null;
  const list = liveSessions.list(shopId, 'to_record');
  const waiting = list.items.filter(
    ({ bookedOn, hosts }) =>
      yearOf(bookedOn) === year && (hostId === null || hosts.some(({ id }) => id === hostId)),
  );
  const [first] = waiting;
  if (first === undefined) return null;
  const isAll = list.isComplete;
  const all = PATHS.findSessions.url({
    shopId,
    tab: 'to_record',
    hostId,
    from: `${String(year)}-01-01`,
    to: `${String(year)}-12-31`,
  });
  const record = PATHS.record.url({ shopId, sessionId: first.id });
  return (
    <Card>
      <Row
        title={words.toRecord}
        value={isAll ? words.sessions(waiting.length) : words.sessionsAtLeast(waiting.length)}
        onTap={() => ui.open(isAll && waiting.length === 1 ? record : all)}
      />
    </Card>
  );
});
