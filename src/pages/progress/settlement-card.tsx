import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Card } from '../../components/card';
import { Row } from '../../components/row';
import { Sheet } from '../../components/sheet';
import { formatMoney, formatMoneyExact } from '../../domain/money';
import type { NetBounds } from '../../domain/sales';
import { openReturns, type PlatformSettlement, type Settlement } from '../../domain/settlement';
import { useLang, useText, wordDays } from '../../i18n';

/** Props of {@link SettlementCard}. */
export interface SettlementCardProps {
  settlement: Settlement;
  /** Bounds of the year's net; null when nothing is recorded. */
  net: NetBounds | null;
}

/** What of the net may still come back, in one line; by platform, with its curve, on tap. */
export const SettlementCard = observer(function SettlementCard(props: SettlementCardProps) {
  const { settlement, net } = props;
  const { settledFen, unsettledFen, expectedReturnFen, settledOn, platforms } = settlement;
  const [isOpen, setOpen] = useState(false);
  const lang = useLang();
  const t = useText();
  const words = t.incentive.settled;
  const money = (fen: number): string => formatMoney(fen, lang);
  const line = {
    some: words.line(money(unsettledFen), money(expectedReturnFen)),
    none: words.all,
    cannot_tell: words.cannotTell,
  }[openReturns(settlement, net)];
  return (
    <Card>
      <Row
        title={words.title}
        note={line}
        {...(platforms.length > 0 ? { onTap: () => setOpen(true) } : {})}
      />
      <Sheet
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        closeLabel={t.incentive.figure.close}
        title={words.title}
      >
        <Line label={words.settled} fen={settledFen} />
        <Line label={words.unsettled} fen={unsettledFen} />
        <Line label={words.expected} fen={expectedReturnFen} />
        {platforms.map((settlement) => (
          <PlatformRow key={settlement.platform} settlement={settlement} />
        ))}
        {settledOn !== null && (
          <View className="settled__note">{words.until(wordDays(settledOn, settledOn, lang))}</View>
        )}
        <View className="settled__note">{words.formula}</View>
      </Sheet>
    </Card>
  );
});

function Line({ label, fen }: { label: string; fen: number }) {
  return (
    <View className="settled__line">
      <View>{label}</View>
      <View className="settled__fen">{formatMoneyExact(fen)}</View>
    </View>
  );
}

function PlatformRow({ settlement }: { settlement: PlatformSettlement }) {
  const t = useText();
  const words = t.incentive.settled;
  const { platform, unsettledFen, expectedReturnFen, finalRate, curve, saleDays } = settlement;
  const name = platform === 'none' ? words.noPlatform : t.common.platform[platform];
  return (
    <View className="settled__platform">
      <View>
        {name} · {words.line(formatMoneyExact(unsettledFen), formatMoneyExact(expectedReturnFen))}
      </View>
      <View className="settled__note">
        {words.curve[curve](saleDays, percent(finalRate))} ·{' '}
        {words.closes(settlement.settlesAfterDays)}
        {settlement.isPaceAssumed && curve !== 'assumed' && ` · ${words.paceAssumed}`}
      </View>
    </View>
  );
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;
