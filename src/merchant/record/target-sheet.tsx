import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useEffect } from 'react';

import { LiveSessionRow } from '../../components/live-session-row';
import { PagedFoot } from '../../components/paged-foot';
import { Row } from '../../components/row';
import { Sheet } from '../../components/sheet';
import type { LiveSessionRow as SessionRow } from '../../contract/live-session';
import type { OwnShop } from '../../contract/shop';
import { useMerchantText } from '../../i18n/merchant';
import type { SalesDraft } from '../../stores/drafts';
import { useStores } from '../../stores-context';
import { onlyId } from '../shared/choices';

/** Props of {@link TargetSheet}. */
export interface TargetSheetProps {
  shop: OwnShop;
  draft: SalesDraft;
  onClose: () => void;
}

/** Sessions an amount may belong to: on air, to be recorded, ended; or none. */
export const TargetSheet = observer(function TargetSheet({
  shop,
  draft,
  onClose,
}: TargetSheetProps) {
  const { ui, liveSessions, shops } = useStores();
  const hosts = shops.hosts(shop.id);
  const t = useMerchantText();
  const words = t.merchantMoney.record;
  useEffect(() => {
    void liveSessions.loadTodo(shop.id);
    void liveSessions.load(shop.id, 'ended');
  }, [liveSessions, shop.id]);
  const { onAir, unconfirmed, toRecord } = liveSessions.todo(shop.id);
  const ended = liveSessions.list(shop.id, 'ended');
  const sessions = new Map<string, SessionRow>();
  for (const row of [...onAir, ...unconfirmed, ...toRecord, ...ended.items])
    sessions.set(row.id, row);
  const choose = (target: Partial<SalesDraft['fields']['target']>) => {
    draft.set({ target });
    onClose();
  };
  return (
    <Sheet isOpen onClose={onClose} closeLabel={t.common.action.close} title={words.forWhich}>
      <View className="record__targets">
        <Row
          title={words.notASession}
          onTap={() => choose({ of: 'day', sessionId: '', hostId: onlyId(hosts) })}
        />
        {[...sessions.values()].map((row) => (
          <LiveSessionRow
            key={row.id}
            session={row}
            now={ui.now}
            onTap={() => choose({ of: 'session', sessionId: row.id, hostId: null })}
          />
        ))}
        <PagedFoot
          list={ended}
          rows={2}
          more={t.merchantMoney.ledger.more}
          onFirst={() => void liveSessions.load(shop.id, 'ended')}
          onMore={() => void liveSessions.loadMore(shop.id, 'ended')}
        />
      </View>
    </Sheet>
  );
});
