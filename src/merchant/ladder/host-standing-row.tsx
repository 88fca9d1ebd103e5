import { View } from '@tarojs/components';

import { Button } from '../../components/button';
import { NetFigure } from '../../components/money';
import { StatusMark } from '../../components/status-mark';
import { answerShape, useBlockerText, usePassedText } from '../../components/tier-words';
import type { AwardRule, HostStanding, ScaleMark } from '../../domain/incentive';
import { formatMoney } from '../../domain/money';
import { useLang } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { ScaleBar } from '../shared/scale-bar';

/** Props of {@link HostStandingRow}. */
export interface HostStandingRowProps {
  host: HostStanding;
  rule: AwardRule;
  scale: readonly ScaleMark[];
  onTap: () => void;
  /** Records sales of the host. */
  onRecord: () => void;
  /** Records followers of the host. */
  onFollowers: () => void;
}

/** A host on the ladder: net of the year, what blocks the next tier, and the step that helps. */
export function HostStandingRow(props: HostStandingRowProps) {
  const { host, rule, scale, onTap, onRecord, onFollowers } = props;
  const lang = useLang();
  const t = useMerchantText();
  const words = t.merchantHosts.ladder;
  const nameOf = (tierId: string): string =>
    rule.tiers.find((tier) => tier.tierId === tierId)?.name[lang] ?? '';
  const blockerText = useBlockerText();
  const passedText = usePassedText();
  const { net, missing } = host;
  const { reached, blocker } = host.standing;
  const passed = reached && passedText(reached, nameOf(reached.tierId));
  const blocked = blocker && blockerText(blocker, rule.metric, nameOf(blocker.tierId));
  const isOfFollowers = blocker?.condition.metric === 'followers';
  const rest = [
    ...(blocked !== null && passed !== null ? [passed] : []),
    ...(blocker && blocker.condition.metric !== rule.metric
      ? [t.incentive.headline.amountPassed]
      : []),
    ...(missing.includes('no_follower_reading') && !isOfFollowers ? [words.noReading] : []),
    ...(missing.includes('no_paid_figure') ? [words.noPaid] : []),
  ];
  const ofSales = blocker?.by === 'range' ? words.addPaid : words.record;
  const action = isOfFollowers ? words.addFollowers : ofSales;
  return (
    <View className="ladder-row" role="button" hoverClass="hl-row--pressed" onClick={onTap}>
      <View className="ladder-row__head">
        <View className="ladder-row__name">{host.name}</View>
        <View className="ladder-row__net">
          <NetFigure net={net} write={(fen) => formatMoney(fen, lang)} />
        </View>
      </View>
      <ScaleBar
        scale={scale}
        low={net?.low ?? null}
        high={net?.high ?? null}
        settled={host.settledFen}
      />
      <View className="ladder-row__foot">
        <View className="ladder-row__words">
          {net === null ? (
            <View>{words.nothing}</View>
          ) : (
            <StatusMark
              shape={answerShape(blocker?.condition.answer ?? 'met')}
              label={blocked ?? passed ?? ''}
            />
          )}
          {net !== null && rest.length > 0 && (
            <View className="ladder-row__rest">{rest.join(' · ')}</View>
          )}
        </View>
        {blocker && (
          <Button size="small" onTap={isOfFollowers ? onFollowers : onRecord}>
            {action}
          </Button>
        )}
      </View>
    </View>
  );
}
