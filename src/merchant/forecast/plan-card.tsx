import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { Row } from '../../components/row';
import type { PlannedCrossing, PlanOutlook } from '../../domain/forecast';
import type { AwardRule } from '../../domain/incentive';
import { MAX_SERIES } from '../../domain/live-session/series';
import { formatMoney } from '../../domain/money';
import { useLang, wordDays } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';

/** Props of {@link PlanCard}. */
export interface PlanCardProps {
  shopId: string;
  plan: PlanOutlook;
  rule: AwardRule;
}

/** When the planned sessions reach each tier, and how many more would; a tap plans those. */
export const PlanCard = observer(function PlanCard({ shopId, plan, rule }: PlanCardProps) {
  const { ui } = useStores();
  const lang = useLang();
  const words = useMerchantText().merchantOutlook.forecast.plan;
  const say = ({ earliest, likely, latest, further }: PlannedCrossing): string => {
    if (likely === null) {
      return further > MAX_SERIES ? words.tooMany(MAX_SERIES) : words.further(further);
    }
    const day = wordDays(likely, likely, lang);
    if (earliest === null) return words.on(day);
    return latest === null
      ? words.from(wordDays(earliest, earliest, lang), day)
      : words.between(wordDays(earliest, latest, lang), day);
  };
  if (plan.crossings.length === 0) return null;
  return (
    <>
      <Card title={words.title(plan.sessions, plan.hasMore)}>
        {plan.crossings.map((crossing) => (
          <Row
            key={crossing.id}
            title={rule.tiers.find(({ tierId }) => tierId === crossing.id)?.name[lang] ?? ''}
            note={say(crossing)}
            {...(crossing.further > 0 && crossing.further <= MAX_SERIES
              ? {
                  value: words.add,
                  onTap: () => ui.open(PATHS.plan.url({ shopId, count: crossing.further })),
                }
              : {})}
          />
        ))}
      </Card>
      <View className="hl-footnote">{words.note(formatMoney(plan.medianFen, lang))}</View>
    </>
  );
});
