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
import { usualHostId } from '../shared/choices';

/** Props of {@link TargetSheet}. */
export interface TargetSheetProps {
  shop: OwnShop;
  draft: SalesDraft;
  onClose: () => void;
}

/** Sessions an amount may belong to: first those that wait for one, then none, then the ended ones. */
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
  const { onAir, unconfirmed, toRecord } = liveSessions.todo(shop.id, ui.now);
  const ended = liveSessions.list(shop.id, 'ended');
  const waiting = [...toRecord, ...onAir, ...unconfirmed];
  const others = ended.items.filter(({ id }) => waiting.every((row) => row.id !== id));
  const choose = (target: Partial<SalesDraft['fields']['target']>) => {
    draft.set({ target });
    onClose();
  };
  const sessionRow = (row: SessionRow, isWaiting: boolean) => (
    <View key={row.id} className={isWaiting ? 'record__waits' : ''}>
      <LiveSessionRow
        session={row}
        now={ui.now}
        parts={{ ...shops.differing, month: true }}
        onTap={() => choose({ of: 'session', sessionId: row.id, hostId: null })}
      />
    </View>
  );
  return (
    <Sheet isOpen onClose={onClose} closeLabel={t.common.action.close} title={words.forWhich}>
      <View className="record__targets">
        {waiting.length > 0 && <View className="record__group">{words.waiting}</View>}
        {waiting.map((row) => sessionRow(row, true))}
        {waiting.length > 0 && <View className="record__group">{words.others}</View>}
        <Row
          title={words.notASession}
          onTap={() => choose({ of: 'day', sessionId: '', hostId: usualHostId(shop, hosts) })}
        />
        {others.map((row) => sessionRow(row, false))}
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
