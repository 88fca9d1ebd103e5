import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import type { ConditionExplanation } from '../../domain/incentive';
import { useMerchantText } from '../../i18n/merchant';
import type { AwardPageContent } from '../shared/award-page';
import { LeavesCard } from './leaves-card';
import { MonthsCard } from './months-card';
import { ReadingsCard } from './readings-card';

/** Props of {@link FigureCard}. */
export type FigureCardProps = AwardPageContent & { explained: ConditionExplanation };

/** What a condition's figure is made of: months of entries, readings, or a statement. */
export const FigureCard = observer(function FigureCard(props: FigureCardProps) {
  const { shop, subject, scheme, explained } = props;
  const { condition, figure } = explained;
  const { ruleSet } = scheme;
  const words = useMerchantText().merchantRules.explain;
  switch (figure.kind) {
    case 'sum_of_months':
      return (
        <MonthsCard
          shop={shop}
          subject={subject}
          condition={condition}
          ruleSet={ruleSet}
          months={figure.months}
        />
      );
    case 'largest_reading':
      return <ReadingsCard shop={shop} subject={subject} readings={figure.readings} />;
    case 'statement':
      return (
        <LeavesCard
          shop={shop}
          ruleSet={ruleSet}
          metric={condition.metric}
          subject={{ ...subject, metric: condition.metric, month: null }}
        />
      );
    case 'rank':
      return (
        <Card title={words.rank} isPadded>
          <View className="explain__note">{words.rankNote}</View>
        </Card>
      );
  }
});
