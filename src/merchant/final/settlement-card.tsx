import { View } from '@tarojs/components';

import { Card } from '../../components/card';
import { formatMoneyExact } from '../../domain/money';
import type { PlatformSettlement, Settlement } from '../../domain/settlement';
import { useMerchantText } from '../../i18n/merchant';

/** What of the net may still come back: in sum, and by platform with its curve. */
export function SettlementCard({ settlement }: { settlement: Settlement }) {
  const t = useMerchantText();
  const words = t.merchantLedger.settled;
  const { settledFen, unsettledFen, expectedReturnFen, platforms } = settlement;
  return (
    <Card title={words.title} isPadded>
      <Line label={words.settled} fen={settledFen} />
      <Line label={words.unsettled} fen={unsettledFen} />
      <Line label={words.expected} fen={expectedReturnFen} />
      {platforms.map((own) => (
        <PlatformRow key={own.platform} settlement={own} />
      ))}
      <View className="final__note">{words.formula}</View>
    </Card>
  );
}

function Line({ label, fen }: { label: string; fen: number }) {
  return (
    <View className="final__line">
      <View>{label}</View>
      <View className="final__fen">{formatMoneyExact(fen)}</View>
    </View>
  );
}

function PlatformRow({ settlement }: { settlement: PlatformSettlement }) {
  const t = useMerchantText();
  const words = t.merchantLedger.settled;
  const { platform, unsettledFen, expectedReturnFen, finalRate, curve, saleDays } = settlement;
  const name = platform === 'none' ? words.noPlatform : t.common.platform[platform];
  const amounts = [formatMoneyExact(unsettledFen), formatMoneyExact(expectedReturnFen)] as const;
  return (
    <View className="final__platform">
      <View>
        {name} · {t.incentive.settled.line(...amounts)}
      </View>
      <View className="final__note">
        {words.curve[curve](saleDays, percent(finalRate))} ·{' '}
        {words.closes(settlement.settlesAfterDays)}
        {settlement.isPaceAssumed && curve !== 'assumed' && ` · ${words.paceAssumed}`}
      </View>
    </View>
  );
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
