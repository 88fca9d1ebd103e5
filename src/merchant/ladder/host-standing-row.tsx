import { View } from '@tarojs/components';

import { NetFigure } from '../../components/money';
import { Row } from '../../components/row';
import { useBlockerText } from '../../components/tier-words';
import {
  blockerOfHost,
  neededFor,
  type AwardRule,
  type HostStanding,
} from '../../domain/incentive';
import { formatMoneyPlain, wholePercent } from '../../domain/money';
import { useLang } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';

/** Props of {@link HostStandingRow}. */
export interface HostStandingRowProps {
  host: HostStanding;
  rule: AwardRule;
  onTap: () => void;
}

/** A host on the ladder: net of the year, how far the next tier is, and what is not known. */
export function HostStandingRow({ host, rule, onTap }: HostStandingRowProps) {
  const lang = useLang();
  const t = useMerchantText();
  const words = t.merchantHosts.ladder;
  const nameOf = (tierId: string | null): string =>
    rule.tiers.find((tier) => tier.tierId === tierId)?.name[lang] ?? '';
  const blockerText = useBlockerText();
  const { net, missing, reachedTierId } = host;
  const blocker = blockerOfHost(host, rule);
  const lacking = [
    ...(missing.includes('no_follower_reading') ? [words.noReading] : []),
    ...(missing.includes('no_paid_figure') ? [words.noPaid] : []),
  ];
  const where =
    net === null
      ? words.nothing
      : blocker === null
        ? words.beyond
        : blockerText(blocker, rule.metric, nameOf(blocker.tierId));
  const parts = [
    where,
    ...(reachedTierId === null ? [] : [words.reached(nameOf(reachedTierId))]),
    ...lacking,
  ];
  return (
    <Row
      title={host.name}
      note={
        <View>
          <View>{parts.join(' · ')}</View>
          <View className="ladder__bar">
            <View className="ladder__done" style={{ width: `${percentOf(host, rule)}%` }} />
          </View>
        </View>
      }
      value={<NetFigure net={net} write={formatMoneyPlain} />}
      onTap={onTap}
    />
  );
}

/** How much of the way to the next amount is done, percent; 100 only where none is left. */
function percentOf({ net }: HostStanding, rule: AwardRule): number {
  if (net === null) return 0;
  const ahead = rule.tiers
    .flatMap(({ conditions }) => conditions.find(({ metric }) => metric === rule.metric) ?? [])
    .find((own) => net.low < neededFor(own));
  return ahead === undefined ? 100 : Math.min(99, wholePercent(net.low, ahead.threshold));
}
