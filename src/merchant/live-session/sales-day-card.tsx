import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import type { LiveSession } from '../../contract/live-session';
import { startOf } from '../../domain/live-session/times';
import { chinaDayOf } from '../../domain/time';
import { wordError } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';
import { useSales, useSteps } from '../shared/merchant-stores';
import { useMovedSales } from '../shared/moved-sales';

/** Sales that are booked on another day than that of the start: they can be moved, or moved on. */
export const SalesDayCard = observer(function SalesDayCard({ session }: { session: LiveSession }) {
  const { ui } = useStores();
  const steps = useSteps();
  const sales = useSales();
  const t = useMerchantText();
  const words = t.merchantSession.correct;
  const moving = useMovedSales(session, chinaDayOf(startOf(session)));
  const progress = steps.moveOf(session.id);
  if (moving === null && progress === null) return null;
  const handleMove = async () => {
    const { id: sessionId, shopId } = session;
    const result = await steps.moveSales(sessionId, moving?.entryCount ?? 0);
    void sales.load({ shopId, sessionId, month: null });
    ui.toast(result.ok ? words.movedAll : wordError(result.error, t));
  };
  return (
    <Card title={words.otherDay}>
      <View className="session__day-note">
        {progress === null
          ? moving?.words
          : words.moving(progress.moved, progress.moved + progress.left)}
      </View>
      {progress === null && (
        <View className="session__day-action">
          <Button onTap={() => void handleMove()}>{words.move}</Button>
        </View>
      )}
    </Card>
  );
});
